"""Dates as people, spreadsheets and exports write them."""

import re
from datetime import date, timedelta

from hattama.core.roster.words import month_of
from hattama.core.rules import RuleBroken

EXCEL_ZERO = date(1899, 12, 30)
EXCEL_SERIAL = re.compile(r"[1-7]\d{4}(\.\d+)?")
TIME_OF_DAY = r"([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?"
YEAR_FIRST = re.compile(rf"(\d{{4}})([-./]?)(\d{{1,2}})\2(\d{{1,2}}){TIME_OF_DAY}")
DAY_FIRST = re.compile(rf"(\d{{1,2}})([-./ ])(\d{{1,2}})\2(\d{{4}}|\d\d){TIME_OF_DAY}")
IN_WORDS = re.compile(r"(\d{1,2})[\s-]+(\w+)[\s,]+(\d{4})", re.UNICODE)
YEAR_IN_WORDS = re.compile(r"(\d{4})\s*(?:ж|жыл|жылғы)\.?\s+(\d{1,2})[\s-]+(\w+)")
YEAR_WORD = re.compile(r"\s*(г|года?|ж|жыл|жылғы|y)\.?$", re.IGNORECASE)


def read_birth_date(text: str, today: date) -> date:
    """A birth date in any of the usual forms; the day stands before the month.

    31.12.2004, 31/12/04, 2004-12-31, 20041231, 31 желтоқсан 2004 ж., 38352 (a
    spreadsheet's day number). A year of two digits is the latest one not after today.

    Raises:
        RuleBroken: `date-unreadable`, which a date that does not exist is too.
    """
    bare = YEAR_WORD.sub("", text.strip())
    try:
        found = _read(bare, today)
    except ValueError:
        found = None
    if found is None:
        raise RuleBroken("date-unreadable", text=text)
    return found


def _read(text: str, today: date) -> date | None:
    if EXCEL_SERIAL.fullmatch(text):
        return EXCEL_ZERO + timedelta(days=int(float(text)))
    if match := YEAR_FIRST.fullmatch(text):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := DAY_FIRST.fullmatch(text):
        return date(_year(match[4], today), int(match[3]), int(match[1]))
    if match := IN_WORDS.fullmatch(text):
        return date(int(match[3]), month_of(match[2]) or 0, int(match[1]))
    if match := YEAR_IN_WORDS.fullmatch(text):
        return date(int(match[1]), month_of(match[3]) or 0, int(match[2]))
    return None


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100
