"""Which days are worked, and how a year looks: reads."""

from hattama.calendars.queries.days import calendar_of, known_years, national_rows
from hattama.calendars.queries.year import Month, Square, days_in, year_of

__all__ = [
    "Month",
    "Square",
    "calendar_of",
    "days_in",
    "known_years",
    "national_rows",
    "year_of",
]
