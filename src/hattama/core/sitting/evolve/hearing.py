"""What changes for one student's hearing on its course."""

from dataclasses import replace
from datetime import datetime

from hattama.core.sitting import events as e
from hattama.core.sitting.evolve.change import alter, change
from hattama.core.sitting.state import Passage, Question, Review, Room, Span, State
from hattama.core.sitting.steps import Step


@change.register
def _(event: e.StudentCalled, state: State) -> State:
    queue = tuple(one for one in state.queue if one != event.hearing)
    return stepped(
        replace(state, queue=queue), event.hearing, Step.ROOM_CHECK, event.at
    )


@change.register
def _(event: e.RoomShown, state: State) -> State:
    return alter(state, event.hearing, room=Room.PASSED)


@change.register
def _(event: e.ObjectFound, state: State) -> State:
    return alter(state, event.hearing, room=Room.OBJECT)


@change.register
def _(event: e.ObjectRemoved, state: State) -> State:
    return alter(state, event.hearing, room=Room.UNSEEN)


@change.register
def _(event: e.RoomRefused, state: State) -> State:
    return alter(state, event.hearing, room=Room.REFUSED, halted=Span(event.at))


@change.register
def _(event: e.TicketDrawn, state: State) -> State:
    state = replace(state, tickets_drawn=(*state.tickets_drawn, event.ticket))
    state = alter(state, event.hearing, ticket=event.ticket)
    return stepped(state, event.hearing, Step.TICKET, event.at)


@change.register
def _(event: e.SheetKept, state: State) -> State:
    state = alter(state, event.hearing, sheet=event.digest)
    return stepped(state, event.hearing, Step.SHEET, event.at)


@change.register
def _(event: e.StepBegun, state: State) -> State:
    return stepped(state, event.hearing, event.step, event.at)


@change.register
def _(event: e.StepSkipped, state: State) -> State:
    skipped = state.hearings[event.hearing].skipped
    return alter(state, event.hearing, skipped=(*skipped, (event.step, event.reason)))


@change.register
def _(event: e.OverrunNoted, state: State) -> State:
    noted = state.hearings[event.hearing].overruns
    return alter(state, event.hearing, overruns=(*noted, (event.what, event.seconds)))


@change.register
def _(event: e.WritingBegan, state: State) -> State:
    return alter(state, event.hearing, writing=True)


@change.register
def _(event: e.WritingEnded, state: State) -> State:
    return alter(state, event.hearing, writing=False)


@change.register
def _(event: e.QuestionAsked, state: State) -> State:
    asked = state.hearings[event.hearing].questions
    question = Question(event.number, event.asker, event.text, event.written, event.at)
    return alter(state, event.hearing, questions=(*asked, question))


@change.register
def _(event: e.QuestionReadOut, state: State) -> State:
    return _question(state, event.hearing, event.number, read_out=event.at)


@change.register
def _(event: e.QuestionAnswered, state: State) -> State:
    return _question(
        state,
        event.hearing,
        event.number,
        answered=event.at,
        answer_written=event.written,
        answer=event.text,
    )


@change.register
def _(event: e.ReviewRead, state: State) -> State:
    read = state.hearings[event.hearing].reviews
    review = Review(event.author, event.opinion, event.at)
    return alter(state, event.hearing, reviews=(*read, review))


@change.register
def _(event: e.EarlyFinishAsked, state: State) -> State:
    return alter(state, event.hearing, early_asked=True)


@change.register
def _(event: e.EarlyFinishGranted, state: State) -> State:
    return alter(state, event.hearing, early_granted=True)


def stepped(state: State, hearing: str, step: Step, at: datetime) -> State:
    """Return the state with a hearing in its next step."""
    steps = state.hearings[hearing].steps
    return alter(state, hearing, steps=(*steps, Passage(step, at)))


def _question(state: State, hearing: str, number: int, **fields: object) -> State:
    questions = list(state.hearings[hearing].questions)
    questions[number - 1] = replace(questions[number - 1], **fields)  # type: ignore[arg-type]
    return alter(state, hearing, questions=tuple(questions))
