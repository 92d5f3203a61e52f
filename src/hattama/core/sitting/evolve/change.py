"""One event, one change: the modules beside this one register a change per event."""

from dataclasses import replace
from functools import singledispatch

from hattama.core.sitting.events import Event
from hattama.core.sitting.state import Hearing, State


@singledispatch
def change(event: Event, state: State) -> State:
    """Return the state after an event that says nothing but its time."""
    return state


def alter(state: State, hearing: str, **fields: object) -> State:
    """Return the state with some fields of one hearing replaced."""
    changed: Hearing = replace(state.hearings[hearing], **fields)  # type: ignore[arg-type]
    return state.with_hearing(changed)
