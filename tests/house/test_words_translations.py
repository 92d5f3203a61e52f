"""The catalogues: what is taken from the code, and what ./hattama check refuses."""

import pytest

from hattama.cli.check.translations import complaints
from hattama.cli.messages.catalogues import catalogue_path, forms, merged, read, write
from hattama.cli.messages.extraction import extracted

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy
NAME = _("Hello, %(name)s")
MARK = pgettext_lazy("a grade", "Pass")
def papers(count):
    return ngettext("%(count)s paper", "%(count)s papers", count) % {"count": count}
"""
PAGE = """
  <p>{% translate "Sign in" %}</p>
    {% blocktranslate count n=rows|length trimmed %}
      One row's text ({{ n }})
    {% plural %}
      {{ n }} rows
    {% endblocktranslate %}
<a title="{% translate 'Kept "here"' %}">(((</a>
"""
SENTENCES = {
    "Hello, %(name)s",
    "Pass",
    ("%(count)s paper", "%(count)s papers"),
    "Sign in",
    ("One row's text (%(n)s)", "%(n)s rows"),
    'Kept "here"',
}


@pytest.fixture
def package(tmp_path):
    """One room whose catalogues are complete."""
    make_room(tmp_path / "office", CODE)
    (tmp_path / "office/templates/office").mkdir(parents=True)
    (tmp_path / "office/templates/office/page.html").write_text(PAGE)
    translate(tmp_path / "office")
    assert complaints(tmp_path) == ""
    return tmp_path


def make_room(room, code):
    room.mkdir()
    (room / "apps.py").write_text("")
    (room / "views.py").write_text(code)


def translate(room, mark=""):
    for language in ("kk", "ru"):
        catalogue = merged(room, language, extracted(room))
        for message in catalogue:
            if isinstance(message.id, tuple):
                message.string = (message.id[1],) * catalogue.num_plurals
            elif message.id:
                message.string = f"{mark}{message.id}"
        write(catalogue, catalogue_path(room, language))


def edit(package, old, new, language="kk"):
    po = catalogue_path(package / "office", language)
    text = po.read_text()
    assert old in text
    po.write_text(text.replace(old, new))


def test_sentences_of_code_and_templates_are_found(package):
    found = {message.id for message in extracted(package / "office") if message.id}
    assert found == SENTENCES


def test_translations_are_kept_and_unused_ones_go(package):
    room = package / "office"
    edit(package, 'msgstr "Sign in"', 'msgstr "Кіру"')
    (room / "views.py").write_text('from x import _\nNAME = _("New")\n')
    catalogue = merged(room, "kk", extracted(room))
    write(catalogue, catalogue_path(room, "kk"))
    after = {message.id: forms(message) for message in read(catalogue_path(room, "kk"))}
    assert after["Sign in"] == ["Кіру"]
    assert after["New"] == [""]
    assert "Hello, %(name)s" not in after


def test_a_catalogue_does_not_change_without_need(package):
    po = catalogue_path(package / "office", "ru")
    before = po.read_text()
    write(merged(package / "office", "ru", extracted(package / "office")), po)
    assert po.read_text() == before


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgstr "Sign in"', 'msgstr ""', "not translated: Sign in"),
        ('msgid "Sign in"', '#, fuzzy\nmsgid "Sign in"', "fuzzy: Sign in"),
        (
            'msgstr "Hello, %(name)s"',
            'msgstr "Сәлем, %(nam)s"',
            "other placeholders than the original: Hello, %(name)s",
        ),
        (
            'msgstr[1] "%(n)s rows"',
            'msgstr[1] "%(m)s rows"',
            "other placeholders than the original: One row's text (%(n)s)",
        ),
        (
            'msgid "Sign in"',
            'msgid "Log in"',
            "missing: Sign in\n"
            "office kk: no longer used, run ./hattama messages: Log in",
        ),
    ],
)
def test_a_catalogue_with_a_gap_is_refused(package, old, new, complaint):
    edit(package, old, new)
    assert complaints(package) == f"office kk: {complaint}"


def test_a_sentence_has_one_translation_in_all_rooms(package):
    make_room(package / "registry", 'from x import _\nNAME = _("Sign in")\n')
    translate(package / "registry", mark="!")
    assert complaints(package).splitlines() == [
        f"{language}: translated in several ways (office, registry): Sign in"
        for language in ("kk", "ru")
    ]
