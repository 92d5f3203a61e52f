"""The steps that a hearing of each kind goes through, as data."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a student is heard for."""

    DEFENCE = "defence"
    ORAL = "oral-exam"
    WRITTEN = "written-exam"
    TEST = "test"


class Step(StrEnum):
    """Where a hearing stands."""

    IDENTIFICATION = "identification"
    ROOM_CHECK = "room-check"
    ANNOUNCEMENT = "announcement"
    TALK = "talk"
    TICKET = "ticket"
    PREPARATION = "preparation"
    SHEET = "sheet"
    ANSWER = "answer"
    WORK = "work"
    QUESTIONS = "questions"
    REVIEWS = "reviews"
    REPLY = "reply"
    SCORE = "score"
    DISCUSSION = "discussion"
    BALLOT = "ballot"
    RESULT = "result"


#: Steps that a deed of their own takes: calling the student, drawing the ticket, …
TAKEN_BY_OWN_DEED = frozenset(
    {
        Step.IDENTIFICATION,
        Step.ROOM_CHECK,
        Step.TICKET,
        Step.SHEET,
        Step.SCORE,
        Step.BALLOT,
        Step.RESULT,
    }
)


@dataclass(frozen=True)
class Course:
    """How hearings of one kind go.

    Attributes:
        steps: in their order.
        optional: may be left out, by a recorded deed with its reason.
        alone: one student at a time stands before the commission.
        timed: count towards the whole time of one student.
    """

    steps: tuple[Step, ...]
    optional: frozenset[Step]
    alone: frozenset[Step]
    timed: frozenset[Step]


_DEFENCE = Course(
    steps=(
        Step.IDENTIFICATION,
        Step.ROOM_CHECK,
        Step.ANNOUNCEMENT,
        Step.TALK,
        Step.QUESTIONS,
        Step.REVIEWS,
        Step.REPLY,
        Step.DISCUSSION,
        Step.BALLOT,
        Step.RESULT,
    ),
    optional=frozenset({Step.REVIEWS, Step.REPLY}),
    alone=frozenset(
        {
            Step.ROOM_CHECK,
            Step.ANNOUNCEMENT,
            Step.TALK,
            Step.QUESTIONS,
            Step.REVIEWS,
            Step.REPLY,
        }
    ),
    timed=frozenset({Step.TALK, Step.QUESTIONS, Step.REVIEWS, Step.REPLY}),
)
_ORAL = Course(
    steps=(
        Step.IDENTIFICATION,
        Step.ROOM_CHECK,
        Step.TICKET,
        Step.PREPARATION,
        Step.SHEET,
        Step.ANSWER,
        Step.QUESTIONS,
        Step.DISCUSSION,
        Step.BALLOT,
        Step.RESULT,
    ),
    optional=frozenset({Step.TICKET, Step.PREPARATION, Step.SHEET}),
    alone=frozenset({Step.ANSWER, Step.QUESTIONS}),
    timed=frozenset({Step.ANSWER, Step.QUESTIONS}),
)
_WRITTEN = Course(
    steps=(
        Step.IDENTIFICATION,
        Step.ROOM_CHECK,
        Step.TICKET,
        Step.WORK,
        Step.DISCUSSION,
        Step.BALLOT,
        Step.RESULT,
    ),
    optional=frozenset({Step.TICKET}),
    alone=frozenset(),
    timed=frozenset(),
)
_TEST = Course(
    steps=(
        Step.IDENTIFICATION,
        Step.ROOM_CHECK,
        Step.WORK,
        Step.SCORE,
        Step.RESULT,
    ),
    optional=frozenset(),
    alone=frozenset(),
    timed=frozenset(),
)
COURSES = {
    Kind.DEFENCE: _DEFENCE,
    Kind.ORAL: _ORAL,
    Kind.WRITTEN: _WRITTEN,
    Kind.TEST: _TEST,
}
