"""How a counted period and a rule are told, to a program and to a person."""

import json
from collections.abc import Iterator
from typing import Any

from hattama.core.deadlines import Deadline
from hattama.core.norms.rulebook import Rule


def as_json(found: Deadline, warnings: list[str]) -> str:
    told: dict[str, Any] = {
        "rule": found.rule,
        "at": found.at.isoformat(),
        "not_before": found.not_before and found.not_before.isoformat(),
        "basis": list(found.basis),
        "steps": [
            {"date": step.day.isoformat(), "counts": step.counts, "why": step.why}
            for step in found.steps
        ],
    }
    return json.dumps(told | ({"warnings": warnings} if warnings else {}), indent=2)


def as_text(found: Deadline) -> str:
    lines = [f"{found.rule} ({', '.join(found.basis)})", *counting(found)]
    if found.not_before:
        lines.append(f"not before {found.not_before.isoformat(' ')}")
    return "\n".join([*lines, f"not after  {found.at.isoformat(' ')}"])


def counting(found: Deadline) -> Iterator[str]:
    number = 0
    for step in found.steps:
        number += step.counts
        mark = str(number) if step.counts else "-"
        yield f"{mark:>4}  {step.day:%a %d.%m.%Y}  {step.why}"


def told(book: str, rule: Rule) -> dict[str, Any]:
    basis = list(rule.basis)
    return {"book": book, "rule": rule.id, "period": in_words(rule), "basis": basis}


def in_words(rule: Rule) -> str:
    if rule.kind == "same-day":
        return "on the same day"
    amount = f"{rule.amount}-{rule.nearest}" if rule.nearest else f"{rule.amount}"
    plural = "" if amount == "1" else "s"
    side = "after the event" if rule.kind == "after" else "before the sitting"
    return f"{amount} {rule.unit.replace('-', ' ')}{plural} {side}"
