"""Rulebooks: every number of the regulations, dated, with its paragraph."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from hattama.core.rules import RuleBroken

BOOKS = ("kz-he", "kz-tve")
FIRM = ("binding", "duty")

Value = int | bool | str | date | Fraction


@dataclass(frozen=True)
class Rule:
    """One number, choice or period of a rulebook.

    Args:
        id: name of the rule, stable, also the code of its title ("appeal-window").
        value: the amount, the choice or the last date.
        unit: what is counted: working-day, day, week, month, hour, minute,
            academic-hour, person, share, choice, date …
        kind: "limit", or how a period is counted: "before" and "after" an event,
            "window" before an event, "same-day".
        strength: "binding" (a registered order), "duty" (a plain obligation of a
            recommendation), "recommended", or "institution" (left to the institution).
        basis: ids of the norms it rests on.
        bound: "min" or "max" where the number is only the least or the most.
        nearest: for a window, the amount at which it closes.
        choices: for a choice in words, what may be chosen.
        since, until: first and last day in force.
    """

    id: str
    value: Value
    unit: str
    kind: str = "limit"
    strength: str = "institution"
    basis: tuple[str, ...] = ()
    bound: str = ""
    nearest: int = 0
    choices: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max

    @property
    def amount(self) -> int:
        """The value as a whole number.

        Raises:
            TypeError: the value is a date, a share or a choice.
        """
        if not isinstance(self.value, int):
            raise TypeError(f"{self.id} is no number")
        return self.value

    @property
    def is_period(self) -> bool:
        """Whether the rule is a period that can be counted from an event."""
        return self.kind != "limit"

    def in_force(self, on: date) -> bool:
        """Say whether the rule is in force on the day `on`."""
        return self.since <= on <= self.until


@dataclass(frozen=True)
class Rulebook:
    """The rules in force on one day, with the institution's own values laid over."""

    code: str
    since: date
    rules: Mapping[str, Rule]

    def rule(self, rule_id: str) -> Rule:
        """Give a rule.

        Raises:
            RuleBroken: `unknown-rule`, also for a rule that is no longer in force.
        """
        if rule_id not in self.rules:
            raise RuleBroken("unknown-rule", rule=rule_id, book=self.code)
        return self.rules[rule_id]

    def value(self, rule_id: str) -> Value:
        """Give the value of a rule: a number, a choice, a date or a share."""
        return self.rule(rule_id).value

    def number(self, rule_id: str) -> int:
        """Give the value of a rule that is a whole number."""
        return self.rule(rule_id).amount

    def share(self, rule_id: str) -> tuple[int, int]:
        """Give the value of a rule that is a share, as upper and lower number.

        Raises:
            TypeError: the value is no share.
        """
        value = self.value(rule_id)
        if not isinstance(value, Fraction):
            raise TypeError(f"{rule_id} is no share")
        return value.numerator, value.denominator

    def with_values(self, own: Mapping[str, Value]) -> "Rulebook":
        """Lay the institution's own values over the rulebook.

        Args:
            own: values by rule id; a share may be given as text ("2/3").

        Raises:
            RuleBroken: `unknown-rule`; `own-value-of-another-kind`;
                `own-value-too-small` below nought, or for a period below one;
                `own-value-too-lax` for a value laxer than a plain duty.
        """
        changed = {name: _own(self.rule(name), value) for name, value in own.items()}
        return replace(self, rules=MappingProxyType({**self.rules, **changed}))


def rulebook(code: str, on: date) -> Rulebook:
    """Give the rulebook `code` ("kz-he", "kz-tve") as it is in force on the day `on`.

    Before the first edition came into force the book is empty.

    Raises:
        RuleBroken: `unknown-rulebook`.
    """
    if code not in BOOKS:
        raise RuleBroken("unknown-rulebook", book=code)
    since, rules = _read(code)
    in_force = {rule.id: rule for rule in rules if rule.in_force(on)}
    return Rulebook(code, since, MappingProxyType(in_force))


@cache
def _read(code: str) -> tuple[date, tuple[Rule, ...]]:
    path = files(__package__).joinpath("rulebooks", f"{code}.toml")
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    since: date = book["since"]
    return since, tuple(_rule({"since": since, **entry}) for entry in book["rule"])


def _rule(entry: Mapping[str, Any]) -> Rule:
    lists = {key: tuple(entry.get(key, ())) for key in ("basis", "choices")}
    rule = Rule(**{**entry, **lists})
    return replace(rule, value=_share(rule.value)) if rule.unit == "share" else rule


def _share(value: Value) -> Value:
    with suppress(ValueError, ZeroDivisionError):
        share = Fraction(str(value))
        return share if 0 < share <= 1 else value
    return value


def _own(rule: Rule, given: Value) -> Rule:
    value = _share(given) if rule.unit == "share" else given
    if type(value) is not type(rule.value) or value not in (rule.choices or [value]):
        raise RuleBroken("own-value-of-another-kind", rule=rule.id, own=str(given))
    if isinstance(value, int) and value < _least(rule):
        raise RuleBroken("own-value-too-small", rule=rule.id, own=str(given))
    if rule.strength in FIRM and _laxer(rule, value):
        raise RuleBroken(
            "own-value-too-lax",
            *rule.basis,
            rule=rule.id,
            own=str(given),
            value=str(rule.value),
            unit=rule.unit,
        )
    return replace(rule, value=value)


def _least(rule: Rule) -> int:
    return rule.nearest or (1 if rule.kind in ("before", "after") else 0)


def _laxer(rule: Rule, value: Any) -> bool:
    if not rule.bound:
        return bool(value != rule.value)
    return bool(value < rule.value if rule.bound == "min" else value > rule.value)
