"""Which rules bind an institution: the national book and its own values."""

from contextlib import suppress
from datetime import date
from typing import Any

from hattama.core.norms.rulebook import Rule, Rulebook, Value, rulebook
from hattama.core.rules import RuleBroken
from hattama.people.models import Institution, OwnValue


def own_values(institution: Institution, on: date) -> dict[str, Any]:
    """What the institution itself decided, as it stands on a day, by rule id."""
    rows = OwnValue.objects.filter(institution=institution, since__lte=on)
    return dict(rows.order_by("since").values_list("key", "value"))


def rulebook_of(institution: Institution, on: date) -> Rulebook:
    """The rules in force on a day, with the institution's own values laid over.

    An own value that the edition of that day no longer allows has no effect.
    """
    book = rulebook(institution.book, on)
    for key, value in own_values(institution, on).items():
        with suppress(RuleBroken):
            book = book.with_values({key: as_value(book.rule(key), value)})
    return book


def as_value(rule: Rule, kept: Any) -> Value:
    """An own value as the rulebook has it; the table keeps a day as text."""
    return date.fromisoformat(kept) if rule.unit == "date" else kept
