"""Days, moments, and the clock of a sitting."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hattama.base import dates
from hattama.base.templatetags.parts.library import register

NOTHING = "—"


@register.simple_tag
def day(value: date | None, style: str = "long") -> str:
    """`{% day order.signed_on %}`, `{% day x "weekday" %}`, `{% day x "short" %}`."""
    if value is None:
        return NOTHING
    local = timezone.localdate(value) if isinstance(value, datetime) else value
    return _time(local.isoformat(), dates.day_text(value, style))


@register.simple_tag
def when(value: datetime | None, style: str = "long") -> str:
    """`{% when deadline.at %}`: the local day and time."""
    if value is None:
        return NOTHING
    return _time(_stamp(value), dates.moment_text(value, style))


@register.simple_tag
def hour(value: datetime | None) -> str:
    """`{% hour event.at %}`: the local time alone."""
    return NOTHING if value is None else _time(_stamp(value), dates.hour_text(value))


def _stamp(value: datetime) -> str:
    return timezone.localtime(value).isoformat(timespec="seconds")


def _time(stamp: str, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', stamp, text)


@register.inclusion_tag("base/_clock.html")
def clock(
    label: str,
    seconds: int,
    soft: int = 0,
    hard: int = 0,
    *,
    running: bool = True,
    left: bool = False,
) -> dict[str, object]:
    """`{% clock _("Talk") seconds=412 soft=420 hard=600 running=True left=False %}`.

    Args:
        label: whose time it is.
        seconds: elapsed, as the server counts.
        soft: seconds at which it warns; 0: never.
        hard: seconds at which it is over; 0: never.
        running: false when paused.
        left: show the seconds left instead of those gone.
    """
    shown = max(hard - seconds, 0) if left else seconds
    return {
        "label": label,
        "seconds": seconds,
        "soft": soft,
        "hard": hard,
        "running": running,
        "left": left,
        "face": minutes(shown),
        "state": _state(seconds, soft, hard, running=running),
    }


def _state(seconds: int, soft: int, hard: int, *, running: bool) -> str:
    if hard and seconds >= hard:
        return "hard"
    if not running:
        return "paused"
    return "warn" if soft and seconds >= soft else "ok"


@register.filter
def minutes(seconds: int) -> str:
    """Write seconds as 7:05, or 1:02:05 from an hour on."""
    hours, rest = divmod(int(seconds), 3600)
    whole, odd = divmod(rest, 60)
    return f"{hours}:{whole:02}:{odd:02}" if hours else f"{whole}:{odd:02}"
