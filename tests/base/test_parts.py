from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.forms import CharField, Form
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from hattama.base import bell, context

MOMENT = datetime(2026, 6, 15, 20, 30, tzinfo=UTC)


def render(source, language="en", **values):
    with translation.override(language), timezone.override("Asia/Almaty"):
        return Template(source).render(Context(values)).strip()


def page_request(path="/", **cookies):
    request = RequestFactory().get(path)
    request.COOKIES |= cookies
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "2026\u00a0ж. 16\u00a0маусым, 01:30"),
        ("ru", "16\u00a0июня 2026\u00a0г., 01:30"),
        ("en", "16\u00a0June 2026, 01:30"),
    ],
)
def test_a_moment_is_told_in_the_institutions_zone(language, text):
    shown = render("{% when moment %}", language, moment=MOMENT)
    assert shown == f'<time datetime="2026-06-16T01:30:00+05:00">{text}</time>'


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "2026\u00a0ж. 15\u00a0маусым, дүйсенбі"),
        ("ru", "понедельник, 15\u00a0июня 2026\u00a0г."),
        ("en", "Monday, 15\u00a0June 2026"),
    ],
)
def test_a_day_is_told_with_its_weekday(language, text):
    shown = render('{% day day "weekday" %}', language, day=date(2026, 6, 15))
    assert shown == f'<time datetime="2026-06-15">{text}</time>'


def test_the_day_of_a_moment_is_the_local_one():
    shown = render('{% day moment "short" %}', moment=MOMENT)
    assert shown == '<time datetime="2026-06-16">16.06.2026</time>'


def test_what_has_no_time_yet_is_a_dash():
    assert render("{% day none %}{% when none %}{% hour none %}", none=None) == "———"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "2020 жылғы 4 мамырдағы № 179 бұйрық, 33-тармақ"),
        ("ru", "Приказ № 179 от 4 мая 2020 года, п. 33"),
        ("en", "Order 179 of 4 May 2020, para. 33"),
    ],
)
def test_a_paragraph_is_cited(language, text):
    shown = render('{% paragraph "he-attestation-2020/p33" %}', language)
    assert shown.endswith(f">{text}</abbr>")
    assert 'data-norm="he-attestation-2020/p33"' in shown


@pytest.mark.parametrize(("kind", "number"), [("he", "61"), ("tve", "21-5")])
def test_of_several_paragraphs_the_one_that_binds(kind, number):
    source = '{% paragraph "he-attestation-2020/p61" "tve-process-2020/p21-5a" %}'
    house = {"institution": lambda: SimpleNamespace(kind=kind)}
    assert f"para. {number}<" in render(source, house=house)


def test_a_brief_paragraph_leaves_the_act_to_its_title():
    shown = render('{% paragraph "he-attestation-2020/p33" brief=True %}')
    assert shown.endswith(">para. 33</abbr>")
    assert 'title="Order 179 of 4 May 2020, para. 33 · ' in shown


def test_a_paragraph_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        render('{% paragraph "he-invented-2020/p33" %}')


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ({"kk": "Хаттама", "ru": "Протокол", "en": "Protocol"}, "Протокол"),
        ({"kk": "Хаттама", "en": "Protocol"}, "Хаттама"),
        ({"ru": "", "en": "Protocol"}, "Protocol"),
        ({}, ""),
    ],
)
def test_a_text_falls_back_to_a_language_it_has(texts, shown):
    assert render("{{ texts|text }}", "ru", texts=texts) == shown


def test_a_text_is_escaped():
    assert render("{{ t|text }}", t={"en": "<b>"}) == "&lt;b&gt;"


def test_once_is_never_the_same():
    first, second = render("{% once %}"), render("{% once %}")
    assert first.startswith('<input type="hidden" name="once" value="')
    assert first != second


def test_the_bell_carries_its_topic_signed():
    shown = render("{% bell topic %}", topic="sitting:7")
    token = shown.removeprefix('<div data-bell="').removesuffix('" hidden></div>')
    assert bell.topic_of(token) == "sitting:7"


class Topic(Form):
    topic = CharField(help_text="As in the order.")
    note = CharField(required=False)


def test_a_field_ties_label_help_and_error_to_its_input():
    form = Topic({})
    shown = render("{% field form.topic %}", form=form)
    described = form["topic"].aria_describedby.split()
    assert described == ["id_topic_helptext", "id_topic_error"]
    assert all(f'id="{name}"' in shown for name in described)
    assert f'aria-describedby="{" ".join(described)}"' in shown
    assert '<label for="id_topic">Topic</label>' in shown


def test_a_field_that_may_stay_empty_says_so():
    assert "(optional)" in render("{% field form.note %}", form=Topic())


def test_the_summary_of_errors_leads_to_the_field():
    shown = render("{% errors form %}", form=Topic({}))
    assert '<a href="#id_topic">Topic: This field is required.</a>' in shown
    assert render("{% errors form %}", form=Topic()) == ""


@pytest.mark.parametrize(
    ("seconds", "running", "state"),
    [
        (419, True, "ok"),
        (420, True, "warn"),
        (600, True, "hard"),
        (500, False, "paused"),
    ],
)
def test_the_clock_warns_and_ends(seconds, running, state):
    source = '{% clock "Talk" seconds=s soft=420 hard=600 running=r %}'
    assert f'data-state="{state}"' in render(source, s=seconds, r=running)


def test_the_clock_can_show_what_is_left():
    shown = render('{% clock "Talk" seconds=412 hard=600 left=True %}')
    assert 'aria-live="off">3:08</span>' in shown


def test_minutes_grow_into_hours():
    assert [render("{{ s|minutes }}", s=s) for s in (5, 425, 3725)] == [
        "0:05",
        "7:05",
        "1:02:05",
    ]


def test_a_heading_sorts_and_turns_round():
    source = '{% sortable "name" "Name" %}'
    unsorted = page_request("/?q=a&page=3")
    assert 'href="?q=a&amp;sort=name"' in render(source, request=unsorted)
    ascending = render(source, request=page_request("/?sort=name"))
    assert 'aria-sort="ascending"' in ascending
    assert 'href="?sort=-name"' in ascending


def test_pages_lead_to_each_other_and_keep_the_search():
    pages = Paginator(range(60), 24)
    source = "{% pages page %}"
    shown = render(source, page=pages.page(2), request=page_request("/?q=a"))
    assert 'href="?q=a&amp;page=1"' in shown
    assert 'href="?q=a&amp;page=3"' in shown
    assert "25–48 of 60" in shown
    alone = Paginator(range(3), 24).page(1)
    assert render(source, page=alone, request=page_request()) == ""


@pytest.mark.parametrize(
    ("cookie", "theme", "media"),
    [
        (None, "auto", "screen and (prefers-color-scheme: dark)"),
        ("dark", "dark", "screen"),
        ("light", "light", "not all"),
        ('"><script>', "auto", "screen and (prefers-color-scheme: dark)"),
    ],
)
def test_the_theme_is_the_readers_choice(cookie, theme, media):
    request = page_request(**({"theme": cookie} if cookie else {}))
    house = context.house(request)["house"]
    assert (house["theme"], house["dark_for"]) == (theme, media)
