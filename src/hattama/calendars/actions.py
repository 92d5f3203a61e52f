"""Deeds on calendars: days, years, periods."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from hattama.base import ledger
from hattama.calendars.models import Day, Period
from hattama.calendars.queries import known_years
from hattama.core.calendar import NationalDay, national_days
from hattama.core.rules import RuleBroken
from hattama.people.models import Institution, Person


@transaction.atomic
def keep_day(day: Day, values: Mapping[str, Any], *, by: Person, now: datetime) -> Day:
    """Enter or change a day, an institution's own or a national one.

    Raises:
        RuleBroken: `day-taken`; `year-not-laid-in` for a national day.
    """
    for field, value in values.items():
        setattr(day, field, value)
    others = Day.objects.filter(institution=day.institution_id, date=day.date)
    if others.filter(week=day.week).exclude(pk=day.pk or 0).exists():
        raise RuleBroken("day-taken", day=day.date)
    if day.institution_id is None and day.date.year not in known_years():
        raise RuleBroken("year-not-laid-in", year=day.date.year)
    day.save()
    _tell("day-kept", by, now, day=_facts(day))
    return day


@transaction.atomic
def remove_day(day: Day, *, by: Person, now: datetime) -> None:
    """Take a day out: it is worked or not as its week says."""
    _tell("day-removed", by, now, day=_facts(day))
    day.delete()


@transaction.atomic
def lay_in_year(year: int, *, by: Person, now: datetime) -> int:
    """Lay in the holidays of the law for the year after the last one known.

    What a government moves and the day of Kurban Ait are entered by hand afterwards.

    Raises:
        RuleBroken: `year-not-next`.
    """
    known = known_years()
    if year != known.stop:
        raise RuleBroken("year-not-next", year=known.stop)
    rows = Day.objects.bulk_create(Day(**row) for row in rows_by_law(year))
    _tell("year-laid-in", by, now, year=year, days=len(rows))
    return len(rows)


@transaction.atomic
def keep_period(
    period: Period, values: Mapping[str, Any], *, by: Person, now: datetime
) -> Period:
    """Enter or change a period of the calendar of the learning process.

    Raises:
        RuleBroken: `period-ends-before-it-begins`.
    """
    for field, value in values.items():
        setattr(period, field, value)
    if period.ends_on < period.starts_on:
        raise RuleBroken(
            "period-ends-before-it-begins", starts=period.starts_on, ends=period.ends_on
        )
    period.save()
    _tell("period-kept", by, now, period=period.pk)
    return period


@transaction.atomic
def remove_period(period: Period, *, by: Person, now: datetime) -> None:
    """Take a period out."""
    _tell("period-removed", by, now, period=period.pk)
    period.delete()


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


def stream(institution: Institution) -> str:
    """Where the ledger tells about an institution's calendar."""
    return f"calendar:{institution.pk}"


def _row(found: NationalDay, week: Day.Week) -> dict[str, Any]:
    return {
        "date": found.day,
        "kind": found.kind,
        "week": int(week),
        "name": dict(found.names),
        "source": found.source,
    }


def _facts(day: Day) -> dict[str, object]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind,
        "national": day.institution_id is None,
        "source": day.source,
    }


def _tell(act: str, by: Person, now: datetime, **facts: object) -> None:
    ledger.append(
        institution=by.institution_id,
        stream=stream(by.institution),
        act=act,
        by=by.key,
        at=now,
        facts=facts,
    )
