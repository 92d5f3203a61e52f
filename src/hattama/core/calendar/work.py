"""The days on which an institution works."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hattama.core.rules import RuleBroken

WEEKS = (5, 6)
EVERY_YEAR = range(datetime.MINYEAR, datetime.MAXYEAR + 1)
DAY = timedelta(days=1)
LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked, and why the others are not.

    Args:
        week: working days in an ordinary week, 5 (Monday to Friday) or 6 (to Saturday).
        days_off: days off beyond the weekend, each with its reason: "holiday",
            "moved" (a day of rest moved here) or "own" (the institution's own).
        worked: days of the weekend that are worked.
        zone: the time zone in which the institution's days begin and end.
        known: the years whose holidays and moved days are settled.

    Raises:
        RuleBroken: `unknown-week`.
    """

    week: int = 5
    days_off: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    zone: str = "Asia/Almaty"
    known: range = EVERY_YEAR

    def __post_init__(self) -> None:
        if self.week not in WEEKS:
            raise RuleBroken("unknown-week", week=self.week)

    def why(self, day: date) -> str:
        """Say why `day` is worked ("working", "worked") or not.

        A day that is not worked is "weekend", "holiday", "moved" or "own".
        """
        if day in self.days_off:
            return self.days_off[day]
        if day.weekday() < self.week:
            return "working"
        return "worked" if day in self.worked else "weekend"

    def is_working(self, day: date) -> bool:
        """Say whether `day` counts as a working day."""
        return self.why(day) in ("working", "worked")

    def days_after(self, day: date) -> Iterator[date]:
        """Give the days after `day`, working or not, without end."""
        while True:
            day += DAY
            yield day

    def days_before(self, day: date) -> Iterator[date]:
        """Give the days before `day`, working or not, latest first, without end."""
        while True:
            day -= DAY
            yield day

    def next_working_day(self, day: date) -> date:
        """Give the first working day after `day`."""
        return next(filter(self.is_working, self.days_after(day)))

    def previous_working_day(self, day: date) -> date:
        """Give the last working day before `day`."""
        return next(filter(self.is_working, self.days_before(day)))

    def add(self, day: date, count: int) -> date:
        """Give the working day that is `count` working days after (before) `day`."""
        step = self.next_working_day if count > 0 else self.previous_working_day
        for _ in range(abs(count)):
            day = step(day)
        return day

    def count(self, first: date, last: date) -> int:
        """Count the working days from `first` to `last`, both included."""
        days = (first + DAY * number for number in range((last - first).days + 1))
        return sum(map(self.is_working, days))

    def local(self, moment: datetime.datetime) -> datetime.datetime:
        """Give `moment` as the institution's clocks show it.

        Raises:
            ValueError: `moment` has no offset.
        """
        if moment.utcoffset() is None:
            raise ValueError("a moment needs its offset from UTC")
        return moment.astimezone(ZoneInfo(self.zone))

    def moment(self, day: date, hour: time) -> datetime.datetime:
        """Give the moment at which the institution's clocks show `hour` on `day`."""
        return datetime.datetime.combine(day, hour, ZoneInfo(self.zone))

    def start_of(self, day: date) -> datetime.datetime:
        """Give the first second of `day` in the institution's zone."""
        return self.moment(day, time())

    def end_of(self, day: date) -> datetime.datetime:
        """Give the last second of `day` in the institution's zone."""
        # On 29 February 2024 the clocks went back at midnight: the last hour came
        # twice, and the second one ends the day.
        return self.moment(day, LAST_SECOND.replace(fold=1))
