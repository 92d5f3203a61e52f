"""What comes of a command: events, or the rule that forbids it."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import events as e
from hattama.core.sitting.commands import SYSTEM, Command, ConveneSitting
from hattama.core.sitting.decide import (
    another_day,
    assembly,
    count,
    course,
    exam,
    exception,
    interruption,
    presence,
    questions,
    room,
    votes,
)
from hattama.core.sitting.decide.convene import convene
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.state import State

__all__ = [
    "another_day",
    "assembly",
    "count",
    "course",
    "decide",
    "exam",
    "exception",
    "interruption",
    "presence",
    "questions",
    "room",
    "votes",
]

_OTHER_BOOK = {"kz-he": "tve-", "kz-tve": "he-"}


def decide(state: State | None, command: Command, now: datetime) -> list[e.Event]:
    """Say what comes of a command; nothing is changed.

    A clock that was set back does not break the order of the log: events keep the time
    of the last line, and the first of them says by how many seconds it is behind.

    Args:
        state: the folded log; None before the sitting is convened.
        command: what is asked for, and by whom.
        now: server time, aware.

    Returns:
        The events to append, in order; at least one.

    Raises:
        RuleBroken: `not-convened`, or what the deed of this command names; the norms
            it cites are those of the sitting's own rulebook.
        ValueError: a naive `now`.
    """
    if now.tzinfo is None:
        raise ValueError("a sitting's time is aware")
    try:
        return _decided(state, command, now)
    except RuleBroken as broken:
        raise _of_own_book(broken, state, command) from None


def _decided(state: State | None, command: Command, now: datetime) -> list[e.Event]:
    if state is not None:
        return [*_clock_behind(state, now), *deed(command, state, max(now, state.last))]
    if isinstance(command, ConveneSitting):
        return convene(command, now)
    raise RuleBroken("not-convened")


def _of_own_book(
    broken: RuleBroken, state: State | None, command: Command
) -> RuleBroken:
    plan = command.plan if isinstance(command, ConveneSitting) else state and state.plan
    if plan is None:
        return broken
    other = _OTHER_BOOK[plan.rules.book]
    norms = (norm for norm in broken.norms if not norm.startswith(other))
    return RuleBroken(broken.code, *norms, **broken.facts)


def _clock_behind(state: State, now: datetime) -> list[e.Event]:
    seconds = int((state.last - now).total_seconds())
    if seconds < 1 or state.behind:
        return []
    return [e.ClockFoundBehind(state.last, SYSTEM, seconds)]
