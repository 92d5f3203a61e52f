"""Deeds on calendars."""

from collections.abc import Iterator
from typing import Any

from hattama.calendars.models import Day
from hattama.core.calendar import NationalDay, national_days


def rows_by_law(year: int) -> Iterator[dict[str, Any]]:
    """The national days of `year` as rows, each once, with the week it counts for."""
    five = {found.day: found for found in national_days(year, Day.Week.FIVE)}
    six = {found.day: found for found in national_days(year, Day.Week.SIX)}
    for day in sorted(five.keys() | six.keys()):
        in_five, in_six = five.get(day), six.get(day)
        if in_five and in_six and in_five.kind == in_six.kind:
            yield _row(in_five, Day.Week.ANY)
            continue
        if in_five:
            yield _row(in_five, Day.Week.FIVE)
        if in_six:
            yield _row(in_six, Day.Week.SIX)


def _row(found: NationalDay, week: Day.Week) -> dict[str, Any]:
    return {
        "date": found.day,
        "kind": found.kind,
        "week": int(week),
        "name": dict(found.names),
        "source": found.source,
    }
