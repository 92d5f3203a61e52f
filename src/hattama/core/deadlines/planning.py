"""What the periods counted back from a sitting leave possible."""

from collections.abc import Iterable
from datetime import date, datetime, time

from hattama.core.calendar import WorkCalendar
from hattama.core.deadlines.counting import count
from hattama.core.norms.rulebook import Rule

MORNING = time(9)


def earliest_start(
    rules: Iterable[Rule],
    now: datetime,
    calendar: WorkCalendar,
    opens: time = MORNING,
) -> date:
    """Give the first working day on which a first sitting misses no period.

    Args:
        rules: the rules to keep; those not counted back from the sitting are passed by.
        now: the present moment, with its offset from UTC.
        calendar: the institution's working days.
        opens: the time of day at which the sitting would begin.

    Sources: tve-attestation-2020/p15b, p17a, p19a; tve-process-2020/p21-3l, p21-3w,
    p21-3x, p21-3z.
    """
    kept = [rule for rule in rules if rule.kind in ("before", "window")]
    day = calendar.next_working_day(calendar.local(now).date())
    while any(
        count(rule, calendar.moment(day, opens), calendar).at < now for rule in kept
    ):
        day = calendar.next_working_day(day)
    return day
