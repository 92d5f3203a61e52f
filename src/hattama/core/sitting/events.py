"""What can happen in a sitting: the lines of its log.

`texts` names the fields that hold personal free text; the ledger keeps these beside the
chain, so that a lawful deletion does not break it. A deleted text reads as "".
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from hattama.core.ballots import Counts
from hattama.core.sitting.plan import Plan
from hattama.core.sitting.steps import Step

ACTS: dict[str, type["Event"]] = {}


def kebab(name: str) -> str:
    """Turn a class name into the name of an act: TicketDrawn, "ticket-drawn"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class Matter(StrEnum):
    """What a ballot is about."""

    GRADE = "grade"
    DEGREE = "degree"


class Ending(StrEnum):
    """How a hearing ended."""

    GRADED = "graded"
    ABSENT = "absent"
    RESCHEDULED = "rescheduled"
    STOPPED = "stopped"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


class Ground(StrEnum):
    """Why a hearing is held another time; none of them counts as an attempt."""

    ABSENCE = "absence"
    TECHNICAL = "technical"
    SUSPENSION = "suspension"
    NOT_REACHED = "not-reached"


class Cause(StrEnum):
    """Why a hearing was interrupted."""

    CONNECTION_LOST = "connection-lost"
    LEFT = "left"
    TECHNICAL = "technical"
    OTHER = "other"


@dataclass(frozen=True)
class Event:
    """One line of the log.

    Attributes:
        at: server time, aware; never before the line above.
        by: person id of who did it, or "system".
    """

    act: ClassVar[str] = ""
    texts: ClassVar[tuple[str, ...]] = ()

    at: datetime
    by: str

    def __init_subclass__(cls) -> None:
        cls.act = kebab(cls.__name__)
        ACTS[cls.act] = cls


# The sitting as a whole


@dataclass(frozen=True)
class SittingConvened(Event):
    plan: Plan


@dataclass(frozen=True)
class ClockFoundBehind(Event):
    """The server's clock stands before the last line; lines keep that line's time."""

    seconds: int


@dataclass(frozen=True)
class SittingOpened(Event):
    present: tuple[str, ...]


@dataclass(frozen=True)
class MemberIdentified(Event):
    person: str
    method: str


@dataclass(frozen=True)
class StudentIdentified(Event):
    hearing: str
    method: str
    original_shown: bool


@dataclass(frozen=True)
class IdentificationRefused(Event):
    texts = ("reason",)

    person: str
    reason: str


@dataclass(frozen=True)
class PersonJoined(Event):
    person: str


@dataclass(frozen=True)
class PersonLeft(Event):
    person: str
    lost: bool


@dataclass(frozen=True)
class QueueChanged(Event):
    texts = ("reason",)

    hearing: str
    place: int
    reason: str


@dataclass(frozen=True)
class RecessBegan(Event):
    texts = ("reason",)

    reason: str


@dataclass(frozen=True)
class RecessEnded(Event):
    pass


@dataclass(frozen=True)
class DayExtended(Event):
    texts = ("reason",)

    reason: str


@dataclass(frozen=True)
class BreachNoted(Event):
    texts = ("what",)

    person: str
    what: str
    hearing: str | None


@dataclass(frozen=True)
class SeedRevealed(Event):
    seed: str


@dataclass(frozen=True)
class SittingClosed(Event):
    pass


# One hearing, step by step


@dataclass(frozen=True)
class StudentCalled(Event):
    hearing: str


@dataclass(frozen=True)
class RoomShown(Event):
    hearing: str


@dataclass(frozen=True)
class ObjectFound(Event):
    texts = ("what",)

    hearing: str
    what: str


@dataclass(frozen=True)
class ObjectRemoved(Event):
    hearing: str


@dataclass(frozen=True)
class RoomRefused(Event):
    texts = ("what",)

    hearing: str
    what: str


@dataclass(frozen=True)
class RefusalDecided(Event):
    texts = ("reason",)

    hearing: str
    suspend: bool
    ayes: int
    noes: int
    reason: str


@dataclass(frozen=True)
class TicketDrawn(Event):
    hearing: str
    ordinal: int
    ticket: str


@dataclass(frozen=True)
class SheetKept(Event):
    hearing: str
    digest: str


@dataclass(frozen=True)
class StepBegun(Event):
    hearing: str
    step: Step


@dataclass(frozen=True)
class StepSkipped(Event):
    texts = ("reason",)

    hearing: str
    step: Step
    reason: str


@dataclass(frozen=True)
class OverrunNoted(Event):
    """Time went past its limit: `what` is a step, or "whole" for all of them."""

    hearing: str
    what: str
    seconds: int


@dataclass(frozen=True)
class WritingBegan(Event):
    texts = ("reason",)

    hearing: str
    reason: str


@dataclass(frozen=True)
class WritingEnded(Event):
    hearing: str


@dataclass(frozen=True)
class QuestionAsked(Event):
    texts = ("text",)

    hearing: str
    number: int
    asker: str
    text: str
    written: bool


@dataclass(frozen=True)
class QuestionReadOut(Event):
    hearing: str
    number: int


@dataclass(frozen=True)
class QuestionAnswered(Event):
    texts = ("text",)

    hearing: str
    number: int
    written: bool
    text: str


@dataclass(frozen=True)
class ReviewRead(Event):
    hearing: str
    author: str
    opinion: str


@dataclass(frozen=True)
class EarlyFinishAsked(Event):
    hearing: str


@dataclass(frozen=True)
class EarlyFinishGranted(Event):
    hearing: str


@dataclass(frozen=True)
class ScoreRecorded(Event):
    hearing: str
    grade: str


# Votes


@dataclass(frozen=True)
class ConflictDeclared(Event):
    texts = ("reason",)

    hearing: str
    member: str
    reason: str


@dataclass(frozen=True)
class BallotOpened(Event):
    hearing: str
    matter: Matter
    round: int
    secret: bool
    voters: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(frozen=True)
class VoteCast(Event):
    """That a member voted; what, only in an open ballot."""

    hearing: str
    matter: Matter
    choice: str | None


@dataclass(frozen=True)
class BallotClosed(Event):
    """The count, final.

    Attributes:
        choice: the outcome; None while a tie waits.
        tied: the choices with equally many votes.
        by_chair: the chair's own open vote settled the tie.
        reveals: why the count gives single votes away (core.ballots.reveals).
        chair_told: the secretary told the chair so before closing.
    """

    hearing: str
    matter: Matter
    counts: Counts
    choice: str | None
    tied: tuple[str, ...]
    by_chair: bool
    reveals: str | None
    chair_told: bool


@dataclass(frozen=True)
class BallotAnnulled(Event):
    texts = ("reason",)

    hearing: str
    matter: Matter
    reason: str


@dataclass(frozen=True)
class TieDecided(Event):
    hearing: str
    matter: Matter
    choice: str


@dataclass(frozen=True)
class ResultAnnounced(Event):
    hearing: str
    grade: str
    protocol: str


# What goes wrong


@dataclass(frozen=True)
class HearingInterrupted(Event):
    texts = ("remark",)

    hearing: str
    cause: Cause
    remark: str


@dataclass(frozen=True)
class ContinuationAsked(Event):
    hearing: str


@dataclass(frozen=True)
class InterruptionDecided(Event):
    hearing: str
    go_on: bool
    ayes: int
    noes: int


@dataclass(frozen=True)
class ActDrawnUp(Event):
    texts = ("what", "cause")

    hearing: str
    what: str
    cause: str
    since: datetime
    until: datetime


@dataclass(frozen=True)
class StudentAbsent(Event):
    """The student did not come, or came and was not identified."""

    hearing: str
    unidentified: bool


@dataclass(frozen=True)
class AbsenceExcused(Event):
    hearing: str
    application: str
    evidence: str


@dataclass(frozen=True)
class HearingRescheduled(Event):
    """Another time, without counting as an attempt; `day` None: to be set later."""

    hearing: str
    ground: Ground
    day: date | None


@dataclass(frozen=True)
class GradedByException(Event):
    """A grade without a hearing.

    Attributes:
        ground: why no hearing was possible.
        application: reference of the student's application; "" where none is needed.
        inputs: subjects or requirements with the marks that the grade rests on.
        work: digest of the work handed in before; "" for an exam.
    """

    texts = ("ground",)

    hearing: str
    grade: str
    ground: str
    application: str
    inputs: tuple[tuple[str, str], ...]
    work: str
    ayes: int
    noes: int
