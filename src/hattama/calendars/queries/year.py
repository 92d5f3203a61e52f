"""A year drawn as months."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hattama.base import texts
from hattama.calendars.models import Day, Period
from hattama.calendars.queries.days import calendar_of
from hattama.people.models import Institution

MONDAY_FIRST = calendar.Calendar()


@dataclass(frozen=True)
class Square:
    """One day of the picture.

    Attributes:
        day: the day.
        why: working, worked, weekend, holiday, moved, own.
        name: what the day is called, where it differs from its week.
        period: kind of the academic period it lies in, or empty.
        today: whether it is today.
    """

    day: date
    why: str
    name: str
    period: str
    today: bool


@dataclass(frozen=True)
class Month:
    """One month: its first day, and weeks of seven squares, None outside of it."""

    first: date
    weeks: list[list[Square | None]]
    working: int


def year_of(institution: Institution, year: int, today: date) -> list[Month]:
    """The twelve months of a year as an institution works."""
    work = calendar_of(institution)
    names = _names(institution, year)
    periods = list(institution.periods.filter(starts_on__year__lte=year))

    def square(day: date) -> Square:
        return Square(
            day, work.why(day), names.get(day, ""), _period(day, periods), day == today
        )

    months = []
    for number in range(1, 13):
        weeks = [
            [square(day) if day.month == number else None for day in week]
            for week in MONDAY_FIRST.monthdatescalendar(year, number)
        ]
        first = date(year, number, 1)
        last = date(year, number, calendar.monthrange(year, number)[1])
        months.append(Month(first, weeks, work.count(first, last)))
    return months


def days_in(institution: Institution, year: int) -> list[Day]:
    """The entries of a year that count here, national and own, by date."""
    national = Day.objects.filter(institution=None, week__in=(0, institution.week))
    return list((national | institution.days.all()).filter(date__year=year))


def _names(institution: Institution, year: int) -> Mapping[date, str]:
    return {day.date: texts.pick(day.name) for day in days_in(institution, year)}


def _period(day: date, periods: Iterable[Period]) -> str:
    inside = (one.kind for one in periods if one.starts_on <= day <= one.ends_on)
    return next(inside, "")
