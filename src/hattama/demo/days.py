"""When the demo's deeds were done, counted from a first sitting in working days."""

from datetime import datetime, time, timedelta

from hattama.core.calendar import WorkCalendar

MORNING = time(10)
SOON = timedelta(minutes=20)
SLOT = timedelta(minutes=15)
ROUND = timedelta(minutes=5)


def moment(calendar: WorkCalendar, first: datetime, days: int) -> datetime:
    """The morning `days` working days from a first sitting; negative: before it."""
    return calendar.moment(calendar.add(calendar.local(first).date(), days), MORNING)


def about_to_begin(calendar: WorkCalendar, now: datetime) -> datetime:
    """The start of a sitting that people can join already, rounded up.

    Just before midnight, where no hearing would fit into the day, the next one begins.
    """
    local = calendar.local(now + SOON)
    rest = timedelta(minutes=local.minute, seconds=local.second) % ROUND
    start = local + (ROUND - rest if rest else rest)
    start = start.replace(second=0, microsecond=0)
    if (start + SLOT).date() == start.date():
        return start
    return calendar.start_of(start.date() + timedelta(days=1))


def places(start: datetime, wanted: int) -> int:
    """How many hearings fit in before midnight, at most `wanted`."""
    midnight = datetime.combine(start.date() + timedelta(days=1), time(), start.tzinfo)
    return min(wanted, (midnight - start - timedelta(seconds=1)) // SLOT)
