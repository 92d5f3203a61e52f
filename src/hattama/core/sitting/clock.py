"""The clocks of a hearing and of the day, read from the log."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Step

Over = Literal["warn", "hard"]
Stretch = tuple[datetime, datetime]

MINUTE = 60


@dataclass(frozen=True)
class Clock:
    """A hearing's time at one moment, in seconds, interruptions left out.

    Attributes:
        step: where the hearing stands.
        step_seconds: in this step; step_limit: None where the step has none.
        talk_seconds: of the talk (he-attestation-2020/p32).
        whole_seconds: of the student before the commission; whole_limit with it
            (he-attestation-2020/p33, tve-attestation-2020/p21b).
        paused: an interruption or a refusal waits for the commission.
        over: "warn" past the signal, "hard" past the limit.
    """

    step: Step | None
    step_seconds: int
    step_limit: int | None
    talk_seconds: int
    whole_seconds: int
    whole_limit: int
    paused: bool
    over: Over | None


def clock(state: State, hearing: Hearing, now: datetime) -> Clock:
    """Read a hearing's clock.

    Args:
        state: of the sitting.
        hearing: one of its hearings.
        now: server time, aware.
    """
    step = hearing.step
    in_step = seconds(hearing, {step} if step else (), now)
    whole = seconds(hearing, hearing.course.timed, now)
    return Clock(
        step=step,
        step_seconds=in_step,
        step_limit=limit_of(state, hearing, step),
        talk_seconds=seconds(hearing, {Step.TALK}, now),
        whole_seconds=whole,
        whole_limit=state.rules.whole(hearing.turn.kind) * MINUTE,
        paused=hearing.halted is not None or hearing.interruption is not None,
        over=_over(state, hearing, in_step, whole),
    )


def seconds(hearing: Hearing, steps: Collection[Step], now: datetime) -> int:
    """Return the whole seconds spent in `steps`, interruptions left out."""
    spent = timedelta()
    for step, since, until in passages(hearing, now):
        if step in steps:
            spent += (until - since) - _paused(hearing, (since, until), now)
    return int(spent.total_seconds())


def passages(
    hearing: Hearing, now: datetime
) -> Iterator[tuple[Step, datetime, datetime]]:
    """Yield each step with its beginning and end; the last one ends `now`."""
    end = hearing.ended or now
    ends = [*(passage.since for passage in hearing.steps[1:]), end]
    for passage, until in zip(hearing.steps, ends, strict=False):
        yield passage.step, passage.since, max(passage.since, until)


def limit_of(state: State, hearing: Hearing, step: Step | None) -> int | None:
    """Return the seconds that a step may last, or None.

    The institution sets the time of preparation (tve-attestation-2020/p26).
    """
    extra = hearing.turn.extra_minutes
    minutes = {
        Step.TALK: state.rules.talk_limit,
        Step.PREPARATION: state.rules.preparation + extra,
        Step.WORK: state.rules.work + extra,
    }
    return minutes[step] * MINUTE if step in minutes else None


def minutes_sat(state: State, now: datetime) -> int:
    """Return the minutes the commission has sat on this day, recesses left out."""
    if state.opened is None:
        return 0
    day = (_midnight(state, now), state.closed or now)
    sat = _shared((state.opened, state.closed or now), day)
    for recess in state.recesses:
        sat -= _shared((recess.since, recess.until or now), day)
    return int(sat.total_seconds()) // MINUTE


def local_day(state: State, now: datetime) -> date:
    """Return the date at the sitting's own offset from UTC."""
    return now.astimezone(state.plan.starts.tzinfo).date()


def _midnight(state: State, now: datetime) -> datetime:
    return datetime.combine(local_day(state, now), time(), state.plan.starts.tzinfo)


def _paused(hearing: Hearing, stretch: Stretch, now: datetime) -> timedelta:
    pauses = [(one.since, one.decided or now) for one in hearing.interruptions]
    if hearing.halted:
        pauses.append((hearing.halted.since, hearing.halted.until or now))
    return sum((_shared(pause, stretch) for pause in pauses), timedelta())


def _shared(one: Stretch, other: Stretch) -> timedelta:
    return max(timedelta(), min(one[1], other[1]) - max(one[0], other[0]))


def _over(state: State, hearing: Hearing, in_step: int, whole: int) -> Over | None:
    rules, limit = state.rules, limit_of(state, hearing, hearing.step)
    if limit is not None and in_step > limit:
        return "hard"
    timed = hearing.step in hearing.course.timed
    if timed and whole > rules.whole(hearing.turn.kind) * MINUTE:
        return "hard"
    if hearing.step == Step.TALK and in_step >= rules.talk_warning * MINUTE:
        return "warn"
    if timed and whole >= rules.whole_warning * MINUTE:
        return "warn"
    return None
