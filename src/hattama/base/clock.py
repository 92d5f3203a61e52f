"""The one clock of the house. Rules never ask it: they are given the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pinned: ContextVar[datetime | None] = ContextVar("pinned", default=None)


def now() -> datetime:
    """Tell the time, aware."""
    return _pinned.get() or timezone.now()


def today() -> date:
    """Tell the date where the current person's institution is."""
    return timezone.localdate(now())


@contextmanager
def pin(moment: datetime) -> Iterator[None]:
    """Pretend that it is another moment, for tests and the demo's making."""
    token = _pinned.set(moment)
    try:
        yield
    finally:
        _pinned.reset(token)
