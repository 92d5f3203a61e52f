"""Kazakhstan's holidays and moved days, as data and as a calendar."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from hattama.core.calendar.work import WorkCalendar

KNOWN = range(2020, 2028)
SPAN = range(2018, 2034)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class NationalDay:
    """One day that the state sets apart from the ordinary week.

    Args:
        day: the day.
        kind: "holiday", "moved" (a day off in place of another) or "worked"
            (a day of rest that is worked).
        names: what the day is called, by language: kk, ru, en.
        source: the act or the page that says so.
        moved_from: for a moved day off, the day whose rest it takes.
        moves: whether a holiday on a day of rest gives the next working day off.
    """

    day: date
    kind: str
    names: Mapping[str, str]
    source: str
    moved_from: date | None = None
    moves: bool = False


def national_days(year: int, week: int = 5) -> tuple[NationalDay, ...]:
    """List the national days of `year` for a week of 5 or 6 working days, in order.

    A holiday on a day of rest gives the next working day off, save Christmas and
    Kurban Ait; a Saturday is no day of rest in a week of six days. A day of rest moved
    by the government moves for those who rest on it (docs/decisions/0011).

    For years outside `KNOWN` the holidays of the law as it stands are given, without
    Kurban Ait and without what a government may yet move.
    """
    holidays = tuple(sorted(_holidays(year), key=lambda found: found.day))
    days = {found.day: found for found in (*_moved(holidays, week), *holidays)}
    for transfer in _seed()["transfer"]:
        if transfer["off"].year == year:
            _apply(transfer, days, week)
    return tuple(days[day] for day in sorted(days))


def national_calendar(
    week: int = 5, own_off: Iterable[date] = (), years: Iterable[int] = SPAN
) -> WorkCalendar:
    """Build the calendar of an institution from the national days and its own.

    Args:
        week: working days in its week, 5 or 6.
        own_off: its own days off.
        years: the years whose national days are laid in.

    Raises:
        RuleBroken: `unknown-week`.
    """
    days = [day for year in years for day in national_days(year, week)]
    off = dict.fromkeys(own_off, "own")
    off |= {found.day: found.kind for found in days if found.kind != "worked"}
    worked = frozenset(found.day for found in days if found.kind == "worked")
    return WorkCalendar(week, MappingProxyType(off), worked, known=KNOWN)


@cache
def _seed() -> dict[str, Any]:
    text = files(__package__).joinpath("kz-holidays.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _holidays(year: int) -> Iterator[NationalDay]:
    for entry in _seed()["holiday"]:
        if entry.get("since", year) <= year <= entry.get("until", year):
            for month, day in entry["days"]:
                yield _named(date(year, month, day), "holiday", entry)
    for feast in _seed()["feast"]:
        for day in feast["dates"]:
            if day.year == year:
                yield _named(day, "holiday", feast)


def _moved(holidays: Iterable[NationalDay], week: int) -> Iterator[NationalDay]:
    taken = {found.day for found in holidays}
    for found in holidays:
        if found.moves and found.day.weekday() >= week:
            day = found.day
            while day in taken or day.weekday() >= week:
                day += DAY
            taken.add(day)
            yield NationalDay(day, "moved", found.names, found.source, found.day)


def _apply(
    transfer: Mapping[str, Any], days: dict[date, NationalDay], week: int
) -> None:
    worked = transfer["worked"]
    given = days.get(worked)
    if worked.weekday() < week and not (given and given.kind == "moved"):
        return
    days[worked] = _named(worked, "worked", transfer)
    days[transfer["off"]] = _named(transfer["off"], "moved", transfer, worked)


def _named(
    day: date, kind: str, entry: Mapping[str, Any], moved_from: date | None = None
) -> NationalDay:
    moves = entry.get("moves", False)
    return NationalDay(day, kind, entry["names"], entry["source"], moved_from, moves)
