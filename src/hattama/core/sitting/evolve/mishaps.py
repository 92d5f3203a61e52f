"""What changes when things go wrong."""

from dataclasses import replace
from datetime import datetime

from hattama.core.sitting import events as e
from hattama.core.sitting.evolve.change import alter, change
from hattama.core.sitting.evolve.votes import graded
from hattama.core.sitting.state import Act, Interruption, Span, State


@change.register
def _(event: e.HearingInterrupted, state: State) -> State:
    earlier = state.hearings[event.hearing].interruptions
    pause = Interruption(event.at, event.cause, event.remark)
    return alter(state, event.hearing, interruptions=(*earlier, pause))


@change.register
def _(event: e.ContinuationAsked, state: State) -> State:
    return _interruption(state, event.hearing, asked=event.at)


@change.register
def _(event: e.InterruptionDecided, state: State) -> State:
    state = _interruption(
        state,
        event.hearing,
        decided=event.at,
        go_on=event.go_on,
        ayes=event.ayes,
        noes=event.noes,
    )
    if event.go_on:
        return state
    return ended(state, event.hearing, e.Ending.STOPPED, event.at)


@change.register
def _(event: e.RefusalDecided, state: State) -> State:
    halted = state.hearings[event.hearing].halted
    span = replace(halted, until=event.at) if halted else Span(event.at, event.at)
    state = alter(state, event.hearing, halted=span)
    ending = e.Ending.SUSPENDED if event.suspend else e.Ending.TERMINATED
    return ended(state, event.hearing, ending, event.at)


@change.register
def _(event: e.ActDrawnUp, state: State) -> State:
    acts = state.hearings[event.hearing].acts
    act = Act(event.what, event.cause, event.since, event.until, event.at)
    return alter(state, event.hearing, acts=(*acts, act))


@change.register
def _(event: e.StudentAbsent, state: State) -> State:
    return ended(state, event.hearing, e.Ending.ABSENT, event.at)


@change.register
def _(event: e.AbsenceExcused, state: State) -> State:
    return alter(state, event.hearing, excused=(event.application, event.evidence))


@change.register
def _(event: e.HearingRescheduled, state: State) -> State:
    state = alter(state, event.hearing, ground=event.ground, moved_to=event.day)
    return ended(state, event.hearing, e.Ending.RESCHEDULED, event.at)


@change.register
def _(event: e.GradedByException, state: State) -> State:
    state = alter(state, event.hearing, by_exception=True, ending=None, ended=None)
    return graded(
        _left_queue(state, event.hearing), event.hearing, event.grade, event.at
    )


def ended(state: State, hearing: str, ending: e.Ending, at: datetime) -> State:
    """Return the state with a hearing that ended without a grade."""
    first = state.hearings[hearing].ended or at
    return alter(_left_queue(state, hearing), hearing, ending=ending, ended=first)


def _left_queue(state: State, hearing: str) -> State:
    return replace(state, queue=tuple(one for one in state.queue if one != hearing))


def _interruption(state: State, hearing: str, **fields: object) -> State:
    *earlier, last = state.hearings[hearing].interruptions
    changed = replace(last, **fields)  # type: ignore[arg-type]
    return alter(state, hearing, interruptions=(*earlier, changed))
