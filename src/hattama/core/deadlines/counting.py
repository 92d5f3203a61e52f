"""From a rule, an event and a calendar to a moment and the days that were counted."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from hattama.core.calendar import WorkCalendar
from hattama.core.norms.rulebook import Rule
from hattama.core.rules import RuleBroken

CLOCK_UNITS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
DAY_UNITS = {"day": timedelta(days=1), "week": timedelta(weeks=1)}


@dataclass(frozen=True)
class Step:
    """One day that was looked at while counting.

    Args:
        day: the day.
        counts: whether it was counted.
        why: "working", "worked", "weekend", "holiday", "moved" or "own"; "event" for a
            period that ends on the day of the event, "clock" for one in hours.
    """

    day: date
    counts: bool
    why: str


@dataclass(frozen=True)
class Deadline:
    """When a thing must be done at the latest, and how that was counted.

    Args:
        rule: id of the rule.
        at: the last moment, in the institution's zone.
        not_before: the first moment, where the rule is a window.
        basis: ids of the norms.
        steps: the days looked at, in the order of counting.
        unsettled: years whose days off are not settled yet: the moment may still move.
    """

    rule: str
    at: datetime
    not_before: datetime | None
    basis: tuple[str, ...]
    steps: tuple[Step, ...]
    unsettled: tuple[int, ...] = ()


def count(rule: Rule, event: datetime, calendar: WorkCalendar) -> Deadline:
    """Count the period of `rule` from `event`.

    Working days forwards begin with the first one after the day of the event;
    backwards, with the last one before it. A day, week or month that lands on a day off
    goes on to the next working day in the direction of counting. The last moment is
    23:59:59 of the last day; hours and minutes are exact.

    Args:
        rule: a rule that is a period ("before", "after", "window", "same-day").
        event: the start of the first sitting for what is counted back, the event itself
            for what is counted forwards; with its offset from UTC.
        calendar: the institution's working days.

    Sources: he-attestation-2020/p23c, p42, p64a, p66, p67; tve-attestation-2020/p15b,
    p17a, p19a; tve-process-2020/p21-3l, p21-3w, p21-3x, p21-3z.

    Raises:
        RuleBroken: `no-period` for a rule of another kind.
        ValueError: `event` has no offset.
    """
    if not rule.is_period:
        raise RuleBroken("no-period", *rule.basis, rule=rule.id)
    local = calendar.local(event)
    at, not_before, steps = COUNTINGS[rule.kind](rule, local, calendar)
    years = {local.year, *(step.day.year for step in steps)}
    unsettled = tuple(sorted(years.difference(calendar.known)))
    return Deadline(rule.id, at, not_before, rule.basis, steps, unsettled)


Counted = tuple[datetime, datetime | None, tuple[Step, ...]]


def _before(rule: Rule, event: datetime, calendar: WorkCalendar) -> Counted:
    if rule.unit in CLOCK_UNITS:
        return _by_the_clock(event, -rule.amount * CLOCK_UNITS[rule.unit], calendar)
    days = calendar.days_before(event.date())
    if rule.unit != "working-day":
        landing = _landing(event.date(), -rule.amount, rule.unit)
        days = chain([landing], calendar.days_before(landing))
    return _by_days(days, rule, calendar)


def _after(rule: Rule, event: datetime, calendar: WorkCalendar) -> Counted:
    if rule.unit in CLOCK_UNITS:
        return _by_the_clock(event, rule.amount * CLOCK_UNITS[rule.unit], calendar)
    days = calendar.days_after(event.date())
    if rule.unit != "working-day":
        landing = _landing(event.date(), rule.amount, rule.unit)
        days = chain([landing], calendar.days_after(landing))
    return _by_days(days, rule, calendar)


def _window(rule: Rule, event: datetime, calendar: WorkCalendar) -> Counted:
    days = calendar.days_before(event.date())
    steps = tuple(_steps(days, rule.amount, calendar))
    counted = [step.day for step in steps if step.counts]
    last_day = counted[rule.nearest - 1]
    return calendar.end_of(last_day), calendar.start_of(counted[-1]), steps


def _same_day(_rule: Rule, event: datetime, calendar: WorkCalendar) -> Counted:
    day = event.date()
    return calendar.end_of(day), None, (Step(day, counts=True, why="event"),)


COUNTINGS: dict[str, Callable[[Rule, datetime, WorkCalendar], Counted]] = {
    "before": _before,
    "after": _after,
    "window": _window,
    "same-day": _same_day,
}


def _by_the_clock(
    event: datetime, distance: timedelta, calendar: WorkCalendar
) -> Counted:
    # Through UTC: a local hour may be missing or come twice.
    at = calendar.local(event.astimezone(UTC) + distance)
    return at, None, (Step(at.date(), counts=True, why="clock"),)


def _by_days(days: Iterable[date], rule: Rule, calendar: WorkCalendar) -> Counted:
    wanted = rule.amount if rule.unit == "working-day" else 1
    steps = tuple(_steps(days, wanted, calendar))
    return calendar.end_of(steps[-1].day), None, steps


def _steps(days: Iterable[date], wanted: int, calendar: WorkCalendar) -> Iterator[Step]:
    for day in days:
        counts = calendar.is_working(day)
        wanted -= counts
        yield Step(day, counts, calendar.why(day))
        if not wanted:
            return


def _landing(day: date, amount: int, unit: str) -> date:
    if unit in DAY_UNITS:
        return day + amount * DAY_UNITS[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
