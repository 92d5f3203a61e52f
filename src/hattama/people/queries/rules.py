"""Which rules bind an institution: the national book and its own values."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from hattama.core.norms.rulebook import Rule, Rulebook, Value, rulebook
from hattama.core.rules import RuleBroken
from hattama.people.models import Institution, OwnValue
from hattama.people.queries.rule_titles import (
    STRENGTHS,
    amount_text,
    title_of,
)


def own_values(institution: Institution, on: date) -> dict[str, Any]:
    """What the institution itself decided, as it stands on a day, by rule id."""
    return {row.key: row.value for row in _own_rows(institution, on)}


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


@dataclass(frozen=True)
class ShownRule:
    """A rule for the page of rules.

    Attributes:
        rule: as the rulebook has it.
        title: what it is called.
        value: what holds, in words.
        strength: whether it binds, in words.
        own: the institution's own value, where it has one.
    """

    rule: Rule
    title: str
    value: str
    strength: str
    own: OwnValue | None


def shown_rules(institution: Institution, on: date) -> list[ShownRule]:
    """Every rule in force on a day, in the order of the rulebook."""
    own = {row.key: row for row in _own_rows(institution, on)}
    book = rulebook_of(institution, on)
    return [
        ShownRule(
            rule,
            title_of(rule.id),
            amount_text(rule),
            str(STRENGTHS[rule.strength]),
            own.get(rule.id),
        )
        for rule in book.rules.values()
    ]


def _own_rows(institution: Institution, on: date) -> QuerySet[OwnValue]:
    """Those that have begun, the latest of a rule last."""
    rows = OwnValue.objects.filter(institution=institution, since__lte=on)
    return rows.order_by("since")
