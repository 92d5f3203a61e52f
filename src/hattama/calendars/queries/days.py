"""Which days are worked, and which years are settled: reads."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from types import MappingProxyType

from django.db.models import QuerySet

from hattama.calendars.models import Day
from hattama.core.calendar import WorkCalendar, national_days
from hattama.people.models import Institution

# Years for which the law as it stands is laid in where the table says nothing yet.
SPAN = range(2018, 2034)

by_law = cache(national_days)


def calendar_of(institution: Institution) -> WorkCalendar:
    """The working days of an institution, for every rule that counts them.

    The national table, over it the institution's own days. A year that the table does
    not hold yet follows the law as it stands and is not among the `known` ones.
    """
    country = _kinds(national_rows(institution.week))
    known = _years(country)
    own = _kinds(Day.objects.filter(institution=institution))
    kinds = _unsettled(known, institution.week) | country | own
    return WorkCalendar(
        week=institution.week,
        days_off=MappingProxyType({d: k for d, k in kinds.items() if k != "worked"}),
        worked=frozenset(day for day, kind in kinds.items() if kind == "worked"),
        zone=institution.zone,
        known=known,
    )


def national_rows(week: int) -> QuerySet[Day]:
    """The national days that count in a week of 5 or 6 working days.

    A day entered for that week alone comes after the same day for every week.
    """
    return Day.objects.filter(institution__isnull=True, week__in=(0, week))


def known_years() -> range:
    """The years whose national days are in the table."""
    days = Day.objects.filter(institution__isnull=True)
    return _years(days.values_list("date", flat=True))


def _kinds(days: QuerySet[Day]) -> dict[date, str]:
    return dict(days.order_by("week", "date").values_list("date", "kind"))


def _years(days: Iterable[date]) -> range:
    years = {day.year for day in days}
    return range(min(years), max(years) + 1) if years else range(0)


def _unsettled(known: range, week: int) -> dict[date, str]:
    years = (year for year in SPAN if year not in known)
    return {found.day: found.kind for year in years for found in by_law(year, week)}
