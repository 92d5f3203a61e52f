"""What changes for the sitting as a whole."""

from dataclasses import replace

from hattama.core.sitting import events as e
from hattama.core.sitting.clock import local_day
from hattama.core.sitting.evolve.change import alter, change
from hattama.core.sitting.state import Passage, Presence, Span, State
from hattama.core.sitting.steps import Step


@change.register
def _(event: e.ClockFoundBehind, state: State) -> State:
    return replace(state, behind=event.seconds)


@change.register
def _(event: e.SittingOpened, state: State) -> State:
    return replace(state, opened=event.at)


@change.register
def _(event: e.MemberIdentified, state: State) -> State:
    return _identified(state, event.person)


@change.register
def _(event: e.StudentIdentified, state: State) -> State:
    hearing = state.hearings[event.hearing]
    state = alter(
        state,
        event.hearing,
        original_shown=event.original_shown,
        steps=(Passage(Step.IDENTIFICATION, event.at),),
    )
    return _identified(state, hearing.turn.student)


@change.register
def _(event: e.IdentificationRefused, state: State) -> State:
    return replace(state, unidentified=state.unidentified | {event.person})


@change.register
def _(event: e.PersonJoined, state: State) -> State:
    stay = Presence(event.person, event.at)
    return replace(state, presences=(*state.presences, stay))


@change.register
def _(event: e.PersonLeft, state: State) -> State:
    stays = tuple(
        replace(stay, until=event.at, lost=event.lost)
        if stay.person == event.person and stay.until is None
        else stay
        for stay in state.presences
    )
    return replace(state, presences=stays)


@change.register
def _(event: e.QueueChanged, state: State) -> State:
    queue = [one for one in state.queue if one != event.hearing]
    queue.insert(event.place, event.hearing)
    return replace(state, queue=tuple(queue))


@change.register
def _(event: e.RecessBegan, state: State) -> State:
    return replace(state, recesses=(*state.recesses, Span(event.at)))


@change.register
def _(event: e.RecessEnded, state: State) -> State:
    *earlier, last = state.recesses
    return replace(state, recesses=(*earlier, replace(last, until=event.at)))


@change.register
def _(event: e.DayExtended, state: State) -> State:
    return replace(state, extended=state.extended | {local_day(state, event.at)})


@change.register
def _(event: e.BreachNoted, state: State) -> State:
    note = (event.person, event.what, event.hearing)
    return replace(state, breaches=(*state.breaches, note))


@change.register
def _(event: e.SeedRevealed, state: State) -> State:
    return replace(state, seed=event.seed)


@change.register
def _(event: e.SittingClosed, state: State) -> State:
    return replace(state, closed=event.at)


def _identified(state: State, person: str) -> State:
    return replace(
        state,
        identified=state.identified | {person},
        unidentified=state.unidentified - {person},
    )
