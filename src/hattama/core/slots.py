"""Hearings laid out in time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from hattama.core.rules import RuleBroken

LONGEST_SLOT = 15
DAY_MINUTES = 300


@dataclass(frozen=True)
class Break:
    """A pause of every day of the sitting, local time."""

    since: time
    until: time


@dataclass(frozen=True)
class Day:
    """How a day of the sitting is divided.

    Attributes:
        opens: local time of the first hearing.
        zone: the institution's time zone.
        slot: minutes for one student.
        breaks: pauses; no hearing runs into one.
        longest_slot: minutes that one hearing may last at most.
        minutes: minutes of hearings a day at most, breaks not counted.
    """

    opens: time
    zone: tzinfo
    slot: int = LONGEST_SLOT
    breaks: tuple[Break, ...] = ()
    longest_slot: int = LONGEST_SLOT
    minutes: int = DAY_MINUTES


@dataclass(frozen=True)
class Slot:
    """One hearing's planned time, aware datetimes."""

    hearing: str
    starts: datetime
    ends: datetime


def lay_out(hearings: Sequence[str], days: Iterable[date], day: Day) -> list[Slot]:
    """Lay hearings out in the order given, filling one day after the other.

    Args:
        hearings: ids in the order of the queue.
        days: the sitting's dates; taken in calendar order.
        day: how each of them is divided.

    Returns:
        One slot per hearing (he-attestation-2020/p21: at most 5 hours a day).

    Raises:
        RuleBroken: `slot-too-long` (he-attestation-2020/p33,
            tve-attestation-2020/p21b, tve-process-2020/p21-3ab, p21-3ad),
            `slot-empty`, `no-room-in-day`, `too-few-days` with how many are needed.
    """
    must_be_short(day)
    dates = sorted(set(days))
    times = [span for on in dates for span in _spans(on, day)]
    if len(times) < len(hearings):
        needed = days_needed(len(hearings), day)
        raise RuleBroken(
            "too-few-days", "he-attestation-2020/p21", needed=needed, given=len(dates)
        )
    return [Slot(one, *span) for one, span in zip(hearings, times, strict=False)]


def days_needed(hearings: int, day: Day) -> int:
    """Return how many days divided like `day` hold that many hearings.

    Raises:
        RuleBroken: `no-room-in-day` when not even one hearing fits.
    """
    a_day = sum(1 for _ in _spans(date.min, day))
    if not a_day:
        raise RuleBroken("no-room-in-day", "he-attestation-2020/p21", slot=day.slot)
    return -(-hearings // a_day)


def must_be_short(day: Day) -> None:
    """Refuse a slot that is longer than one student's time.

    Raises:
        RuleBroken: `slot-too-long`, `slot-empty`.
    """
    if day.slot < 1:
        raise RuleBroken("slot-empty")
    if day.slot > day.longest_slot:
        raise RuleBroken(
            "slot-too-long",
            "he-attestation-2020/p33",
            "tve-attestation-2020/p21b",
            "tve-process-2020/p21-3ab",
            "tve-process-2020/p21-3ad",
            slot=day.slot,
            longest=day.longest_slot,
        )


def _spans(on: date, day: Day) -> Iterator[tuple[datetime, datetime]]:
    return islice(_spans_till_midnight(on, day), day.minutes // day.slot)


def _spans_till_midnight(on: date, day: Day) -> Iterator[tuple[datetime, datetime]]:
    starts, length = (
        datetime.combine(on, day.opens, day.zone),
        timedelta(minutes=day.slot),
    )
    while (ends := starts + length).date() == on:
        pause = _pause_in(starts, ends, day.breaks)
        if pause is None:
            yield starts, ends
            starts = ends
        else:
            starts = datetime.combine(on, pause.until, day.zone)


def _pause_in(
    starts: datetime, ends: datetime, breaks: Iterable[Break]
) -> Break | None:
    for pause in breaks:
        if starts.time() < pause.until and pause.since < ends.time():
            return pause
    return None
