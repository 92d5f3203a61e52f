"""Days and times as the reader's language writes them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils import timezone
from django.utils.translation import get_language

_LOCALES = {"kk": "kk", "ru": "ru", "en": "en_GB"}
_DAYS = {
    "kk": "y\u00a0'ж'. d\u00a0MMMM",
    "ru": "d\u00a0MMMM y\u00a0'г'.",
    "en": "d\u00a0MMMM y",
}
_WEEKDAYS = {"kk": "{day}, EEEE", "ru": "EEEE, {day}", "en": "EEEE, {day}"}
_SHORT = "dd.MM.y"
_HOUR = "HH:mm"


def day_text(value: date, style: str = "long") -> str:
    """Write a day, a moment's day being the local one.

    Args:
        value: a date, or an aware datetime.
        style: "long" (15 June 2026), "weekday" (Monday, 15 June 2026) or "short"
            (15.06.2026).
    """
    language = _language()
    return format_date(_local(value), _pattern(language, style), _LOCALES[language])


def moment_text(value: datetime, style: str = "long") -> str:
    """Write a moment: the day in a style of `day_text`, and the local time."""
    language = _language()
    pattern = f"{_pattern(language, style)}, {_HOUR}"
    return format_datetime(
        timezone.localtime(value), pattern, locale=_LOCALES[language]
    )


def hour_text(value: datetime) -> str:
    """Write the local time alone: 14:30."""
    return f"{timezone.localtime(value):%H:%M}"


def _language() -> str:
    language = (get_language() or "kk")[:2]
    return language if language in _LOCALES else "en"


def _pattern(language: str, style: str) -> str:
    if style == "short":
        return _SHORT
    day = _DAYS[language]
    return _WEEKDAYS[language].format(day=day) if style == "weekday" else day


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) else value
