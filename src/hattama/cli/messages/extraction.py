"""Every sentence of a room that gettext is to translate.

Babel reads the Python files; Django turns a template into lines that read as Python.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract

LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in LAZY},
    "gettext_noop": None,
}


def extracted(room: Path) -> Catalog:
    catalogue = Catalog()
    for source in sources(room):
        code = as_python(source)
        for _line, message, _comments, context in extract(
            "python", BytesIO(code.encode()), keywords=KEYWORDS
        ):
            catalogue.add(message, context=context)
    return catalogue


def sources(room: Path) -> Iterator[Path]:
    folders = [room]
    if room.name == "base":  # the settings have no catalogue of their own
        folders.append(room.parent / "site")
    for folder in folders:
        yield from sorted(folder.rglob("*.py"))
        yield from sorted(
            path
            for path in folder.rglob("templates/**/*")
            if path.suffix in {".html", ".txt"}
        )


def as_python(source: Path) -> str:
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".py":
        return text
    from django.utils.translation.template import templatize

    lines = templatize(text, origin=str(source))
    return re.sub(r"^[ \t]+", "", lines, flags=re.MULTILINE)
