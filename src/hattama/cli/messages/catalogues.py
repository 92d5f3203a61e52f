"""Catalogues on disk: read, merged with the code's sentences, written stably."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

PLURALS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 :"
        " n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}
# No dates, no names, no line numbers: only a changed sentence changes the file.
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"

"""


def rooms(package: Path) -> list[Path]:
    """The folders with sentences to translate: every app; core and cli have none."""
    return sorted(path.parent for path in package.glob("*/apps.py"))


def catalogue_path(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def read(po: Path) -> Catalog:
    language = po.parent.parent.name
    with po.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def untranslated(message: Message) -> bool:
    return bool(message.id) and not all(forms(message))


def forms(message: Message) -> list[str]:
    """The translation, or its plural forms."""
    given = message.string or ""
    return [given] if isinstance(given, str) else list(given)


def merged(room: Path, language: str, messages: Catalog) -> Catalog:
    """What the code says now, with the translations that are already there."""
    catalogue = read_po(BytesIO(header(language).encode()), locale=language)
    po = catalogue_path(room, language)
    if po.exists():
        for message in read(po):
            if message.id:
                catalogue[message.id] = message
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def header(language: str) -> str:
    return HEADER.format(language=language, plurals=PLURALS[language])


def write(catalogue: Catalog, po: Path) -> None:
    body = BytesIO()
    write_po(
        body, catalogue, width=88, no_location=True, omit_header=True, sort_output=True
    )
    po.parent.mkdir(parents=True, exist_ok=True)
    text = header(str(catalogue.locale)) + body.getvalue().decode().strip() + "\n"
    po.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
