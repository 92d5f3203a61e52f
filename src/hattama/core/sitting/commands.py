"""What a person can ask for in a sitting; `decide` says what comes of it.

Every command carries `by`, the person id of who gives it; the system itself gives only
`JoinSitting` and `LeaveSitting`, when a page appears or is lost.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from hattama.core.ballots import Counts
from hattama.core.sitting.events import Cause, Matter, kebab
from hattama.core.sitting.plan import Plan
from hattama.core.sitting.steps import Step

SYSTEM = "system"
COMMANDS: dict[str, type["Command"]] = {}


@dataclass(frozen=True)
class Command:
    """Something asked for."""

    name: ClassVar[str] = ""

    by: str

    def __init_subclass__(cls) -> None:
        cls.name = kebab(cls.__name__)
        COMMANDS[cls.name] = cls


# The sitting as a whole


@dataclass(frozen=True)
class ConveneSitting(Command):
    plan: Plan


@dataclass(frozen=True)
class OpenSitting(Command):
    pass


@dataclass(frozen=True)
class IdentifyMember(Command):
    person: str
    method: str


@dataclass(frozen=True)
class IdentifyStudent(Command):
    hearing: str
    method: str
    original_shown: bool


@dataclass(frozen=True)
class RefuseIdentification(Command):
    person: str
    reason: str


@dataclass(frozen=True)
class JoinSitting(Command):
    person: str


@dataclass(frozen=True)
class LeaveSitting(Command):
    person: str
    lost: bool = False


@dataclass(frozen=True)
class MoveInQueue(Command):
    """Place 0 is the next to be called."""

    hearing: str
    place: int
    reason: str


@dataclass(frozen=True)
class CallRecess(Command):
    reason: str


@dataclass(frozen=True)
class EndRecess(Command):
    pass


@dataclass(frozen=True)
class ExtendDay(Command):
    reason: str


@dataclass(frozen=True)
class NoteBreach(Command):
    person: str
    what: str
    hearing: str | None = None


@dataclass(frozen=True)
class CloseSitting(Command):
    """`seed` reveals the draw; "" where no tickets are drawn."""

    seed: str = ""


# One hearing, step by step


@dataclass(frozen=True)
class CallStudent(Command):
    hearing: str


@dataclass(frozen=True)
class PassRoom(Command):
    hearing: str


@dataclass(frozen=True)
class ReportObject(Command):
    hearing: str
    what: str


@dataclass(frozen=True)
class RecordRemoval(Command):
    hearing: str


@dataclass(frozen=True)
class RecordRefusal(Command):
    hearing: str
    what: str


@dataclass(frozen=True)
class DecideRefusal(Command):
    hearing: str
    suspend: bool
    ayes: int
    noes: int
    reason: str


@dataclass(frozen=True)
class DrawTicket(Command):
    hearing: str
    seed: str


@dataclass(frozen=True)
class KeepSheet(Command):
    """`digest`: SHA-256 of the picture, hexadecimal."""

    hearing: str
    digest: str


@dataclass(frozen=True)
class BeginStep(Command):
    hearing: str
    step: Step


@dataclass(frozen=True)
class SkipStep(Command):
    hearing: str
    step: Step
    reason: str


@dataclass(frozen=True)
class TurnToWriting(Command):
    hearing: str
    reason: str


@dataclass(frozen=True)
class TurnToSpeech(Command):
    hearing: str


@dataclass(frozen=True)
class AskQuestion(Command):
    """Given by the asker, or by the secretary who writes it down."""

    hearing: str
    asker: str
    text: str


@dataclass(frozen=True)
class ReadOutQuestion(Command):
    hearing: str
    number: int


@dataclass(frozen=True)
class AnswerQuestion(Command):
    """Given by the student with a text, or by the secretary for a spoken answer."""

    hearing: str
    number: int
    text: str = ""


@dataclass(frozen=True)
class ReadReview(Command):
    """`opinion`: "review" or "supervisor"."""

    hearing: str
    author: str
    opinion: str


@dataclass(frozen=True)
class AskEarlyFinish(Command):
    hearing: str


@dataclass(frozen=True)
class GrantEarlyFinish(Command):
    hearing: str


@dataclass(frozen=True)
class RecordScore(Command):
    hearing: str
    grade: str


# Votes


@dataclass(frozen=True)
class DeclareConflict(Command):
    hearing: str
    member: str
    reason: str


@dataclass(frozen=True)
class OpenBallot(Command):
    hearing: str
    matter: Matter


@dataclass(frozen=True)
class CastVote(Command):
    hearing: str
    matter: Matter
    choice: str


@dataclass(frozen=True)
class CloseBallot(Command):
    """`counts` of the papers of a secret ballot; empty for an open one."""

    hearing: str
    matter: Matter
    counts: Counts = ()
    chair_told: bool = False


@dataclass(frozen=True)
class AnnulBallot(Command):
    hearing: str
    matter: Matter
    reason: str


@dataclass(frozen=True)
class DecideTie(Command):
    hearing: str
    matter: Matter
    choice: str


@dataclass(frozen=True)
class AnnounceResult(Command):
    """`protocol`: number of the signed protocol, where signatures come first."""

    hearing: str
    protocol: str = ""


# What goes wrong


@dataclass(frozen=True)
class InterruptHearing(Command):
    hearing: str
    cause: Cause
    remark: str = ""


@dataclass(frozen=True)
class AskToContinue(Command):
    hearing: str


@dataclass(frozen=True)
class DecideInterruption(Command):
    hearing: str
    go_on: bool
    ayes: int
    noes: int


@dataclass(frozen=True)
class DrawUpAct(Command):
    hearing: str
    what: str
    cause: str
    since: datetime
    until: datetime


@dataclass(frozen=True)
class RecordAbsence(Command):
    hearing: str


@dataclass(frozen=True)
class PermitAnotherDay(Command):
    """`application`, `evidence`: references of the registered papers."""

    hearing: str
    application: str
    evidence: str


@dataclass(frozen=True)
class Reschedule(Command):
    hearing: str
    day: date | None = None


@dataclass(frozen=True)
class GradeByException(Command):
    """See `GradedByException` for what the fields hold."""

    hearing: str
    grade: str
    ground: str
    inputs: tuple[tuple[str, str], ...]
    ayes: int
    noes: int
    application: str = ""
    work: str = ""
