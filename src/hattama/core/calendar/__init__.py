"""Working days: a calendar, and the one that the state gives everybody."""

from hattama.core.calendar.national import (
    NationalDay,
    national_calendar,
    national_days,
)
from hattama.core.calendar.work import WorkCalendar

__all__ = ["NationalDay", "WorkCalendar", "national_calendar", "national_days"]
