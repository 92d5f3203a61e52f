"""The state as a fold of the log."""

from collections.abc import Iterable
from dataclasses import replace

from hattama.core.sitting.events import Event, SittingConvened
from hattama.core.sitting.evolve import assembly, hearing, mishaps, votes
from hattama.core.sitting.evolve.change import change
from hattama.core.sitting.state import Hearing, State

__all__ = ["assembly", "evolve", "fold", "hearing", "mishaps", "votes"]


def evolve(state: State | None, event: Event) -> State:
    """Return the state after one more line of the log.

    Args:
        state: before; None before the first line.
        event: the line; the first one convenes the sitting.

    Raises:
        ValueError: a log that does not begin with its convening.
    """
    if isinstance(event, SittingConvened):
        return _convened(event)
    if state is None:
        raise ValueError("a sitting's log begins with sitting-convened")
    behind = state.behind if event.at == state.last else 0
    return change(event, replace(state, last=event.at, behind=behind))


def fold(events: Iterable[Event]) -> State:
    """Return the state that a whole log comes to.

    Raises:
        ValueError: an empty log, or one that does not begin with its convening.
    """
    state = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ValueError("a sitting's log is never empty")
    return state


def _convened(event: SittingConvened) -> State:
    agenda = event.plan.agenda
    return State(
        plan=event.plan,
        last=event.at,
        queue=tuple(turn.id for turn in agenda),
        hearings={turn.id: Hearing(turn) for turn in agenda},
    )
