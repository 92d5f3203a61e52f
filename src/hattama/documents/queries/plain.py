"""Facts into words. Only what is there is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hattama.base.dates import day_text, moment_text
from hattama.base.texts import pick
from hattama.documents.queries.labels import CODES, HIDDEN, LABELS

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
LANGUAGES = frozenset({"kk", "ru", "en"})


@dataclass(frozen=True)
class PlainLine:
    """One fact: its label, and one value or several."""

    label: str | Promise
    values: list[str]


def in_plain_words(facts: Mapping[str, Any]) -> list[PlainLine]:
    """Show facts in their order, in the reader's language."""
    shown = (
        PlainLine(LABELS.get(name, name), _values(name, fact))
        for name, fact in facts.items()
        if name not in HIDDEN
    )
    return [line for line in shown if line.values]


def _values(name: str, fact: Any) -> list[str]:
    parts = fact if isinstance(fact, list) else [fact]
    return [text for part in parts if (text := _text(name, part))]


def _text(name: str, fact: Any) -> str:
    if fact is None:
        return ""
    if isinstance(fact, bool):
        return _("yes") if fact else _("no")
    if isinstance(fact, Mapping):
        return _mapping(fact)
    if isinstance(fact, list):
        return ", ".join(filter(None, (_text(name, part) for part in fact)))
    return _said(name, str(fact))


def _mapping(fact: Mapping[str, Any]) -> str:
    if fact.keys() <= LANGUAGES:
        return pick(fact)
    if fact.keys() == {"number", "date"}:
        day = day_text(date.fromisoformat(fact["date"]))
        return _("№ %(number)s, %(day)s") % {"number": fact["number"], "day": day}
    shown = (
        _text(name, part) for name, part in fact.items() if not isinstance(part, bool)
    )
    return " · ".join(filter(None, shown))


def _said(name: str, text: str) -> str:
    if name in CODES and text in CODES[name]:
        return str(CODES[name][text])
    if MOMENT.fullmatch(text):
        return moment_text(datetime.fromisoformat(text))
    return day_text(date.fromisoformat(text)) if DAY.fullmatch(text) else text
