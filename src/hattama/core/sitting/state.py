"""What the log of a sitting comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from hattama.core.ballots import SCALES, Counts
from hattama.core.sitting.events import Cause, Ending, Ground, Matter
from hattama.core.sitting.plan import Commission, Plan, Rules, Turn
from hattama.core.sitting.steps import COURSES, Course, Step


class Room(StrEnum):
    """What the camera has shown of the student's room."""

    UNSEEN = "unseen"
    PASSED = "passed"
    OBJECT = "object"
    REFUSED = "refused"


@dataclass(frozen=True)
class Span:
    """A stretch of time; `until` None: it lasts."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Presence:
    """A person's stay in the room."""

    person: str
    since: datetime
    until: datetime | None = None
    lost: bool = False


@dataclass(frozen=True)
class Passage:
    """A step that was begun; it lasts until the next one is."""

    step: Step
    since: datetime


@dataclass(frozen=True)
class Question:
    """A question with its asker; `answered` None: not yet."""

    number: int
    asker: str
    text: str
    written: bool
    asked: datetime
    read_out: datetime | None = None
    answered: datetime | None = None
    answer_written: bool = False
    answer: str = ""


@dataclass(frozen=True)
class Review:
    """A review or the supervisor's opinion, read to the commission."""

    author: str
    opinion: str
    at: datetime


@dataclass(frozen=True)
class Interruption:
    """A break in a hearing, until the commission decides; its time is not counted."""

    since: datetime
    cause: Cause
    remark: str
    asked: datetime | None = None
    decided: datetime | None = None
    go_on: bool = False
    ayes: int = 0
    noes: int = 0


@dataclass(frozen=True)
class Act:
    """The technical secretary's act on a technical failure."""

    what: str
    cause: str
    since: datetime
    until: datetime
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """A member who does not vote on this student, and why."""

    member: str
    reason: str


@dataclass(frozen=True)
class Vote:
    """That a member voted; `choice` None in a secret ballot."""

    member: str
    choice: str | None


@dataclass(frozen=True)
class Ballot:
    """One form for one student; a new round only after an annulled or dead one."""

    matter: Matter
    round: int
    secret: bool
    voters: tuple[str, ...]
    opened: datetime
    votes: tuple[Vote, ...] = ()
    closed: datetime | None = None
    annulled: datetime | None = None
    counts: Counts = ()
    tied: tuple[str, ...] = ()
    choice: str | None = None
    by_chair: bool = False
    reveals: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether papers are taken."""
        return self.closed is None and self.annulled is None

    @property
    def is_tied(self) -> bool:
        """Whether a count is there and nobody has settled its tie."""
        return self.closed is not None and self.choice is None

    @property
    def voted(self) -> frozenset[str]:
        """Who has voted."""
        return frozenset(vote.member for vote in self.votes)


@dataclass(frozen=True)
class Hearing:
    """One student's turn."""

    turn: Turn
    steps: tuple[Passage, ...] = ()
    skipped: tuple[tuple[Step, str], ...] = ()
    original_shown: bool = False
    room: Room = Room.UNSEEN
    ticket: str | None = None
    sheet: str | None = None
    writing: bool = False
    questions: tuple[Question, ...] = ()
    reviews: tuple[Review, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    halted: Span | None = None
    acts: tuple[Act, ...] = ()
    early_asked: bool = False
    early_granted: bool = False
    overruns: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    excused: tuple[str, str] | None = None
    grade: str | None = None
    degree: bool | None = None
    by_exception: bool = False
    announced: datetime | None = None
    ending: Ending | None = None
    ended: datetime | None = None
    ground: Ground | None = None
    moved_to: date | None = None

    @property
    def course(self) -> Course:
        """The steps that this hearing goes through."""
        return COURSES[self.turn.kind]

    @property
    def step(self) -> Step | None:
        """Where the hearing stands; None before identification."""
        return self.steps[-1].step if self.steps else None

    @property
    def next_step(self) -> Step | None:
        """The step that comes now; None after the last."""
        done = {passage.step for passage in self.steps}
        done |= {step for step, _ in self.skipped}
        return next((step for step in self.course.steps if step not in done), None)

    @property
    def was_called(self) -> bool:
        """Whether the student's turn has begun."""
        return self.step not in (None, Step.IDENTIFICATION)

    @property
    def interruption(self) -> Interruption | None:
        """The interruption that waits for the commission's decision."""
        last = self.interruptions[-1] if self.interruptions else None
        return last if last and last.decided is None else None

    @property
    def stands_alone(self) -> bool:
        """Whether the student stands before the commission at this moment."""
        return (
            self.step in self.course.alone
            and self.ending is None
            and self.halted is None
            and self.interruption is None
        )

    def ballot(self, matter: Matter) -> Ballot | None:
        """Return the latest ballot on the matter."""
        rounds = [one for one in self.ballots if one.matter == matter]
        return rounds[-1] if rounds else None


@dataclass(frozen=True)
class State:
    """A sitting at one moment.

    Attributes:
        last: time of the last line.
        behind: seconds by which the clock was found before the last line; else 0.
        queue: hearings not called yet, the next one first.
    """

    plan: Plan
    last: datetime
    behind: int = 0
    opened: datetime | None = None
    closed: datetime | None = None
    seed: str = ""
    queue: tuple[str, ...] = ()
    hearings: Mapping[str, Hearing] = field(default_factory=dict)
    identified: frozenset[str] = frozenset()
    unidentified: frozenset[str] = frozenset()
    presences: tuple[Presence, ...] = ()
    recesses: tuple[Span, ...] = ()
    extended: frozenset[date] = frozenset()
    tickets_drawn: tuple[str, ...] = ()
    breaches: tuple[tuple[str, str, str | None], ...] = ()

    @property
    def commission(self) -> Commission:
        """Who sits."""
        return self.plan.commission

    @property
    def rules(self) -> Rules:
        """By which rules."""
        return self.plan.rules

    @property
    def in_recess(self) -> bool:
        """Whether the sitting is paused."""
        return bool(self.recesses) and self.recesses[-1].until is None

    @property
    def present(self) -> frozenset[str]:
        """Who is in the room now."""
        return frozenset(one.person for one in self.presences if one.until is None)

    @property
    def seated(self) -> frozenset[str]:
        """Voters who are here and, where the rules ask for it, identified."""
        here = self.present & set(self.commission.voters)
        return here & self.identified if self.rules.identify_members else here

    @property
    def tickets_left(self) -> tuple[str, ...]:
        """Tickets nobody has drawn, in the order of the list."""
        return tuple(one for one in self.plan.tickets if one not in self.tickets_drawn)

    def voters(self, hearing: Hearing) -> tuple[str, ...]:
        """Return who may vote on this student, the chair first."""
        barred = {conflict.member for conflict in hearing.conflicts}
        if not self.rules.supervisor_votes:
            barred |= set(hearing.turn.supervisors)
        return tuple(one for one in self.commission.voters if one not in barred)

    def quorum_base(self, hearing: Hearing) -> int:
        """Return the number of members of which the quorum is counted."""
        if self.rules.conflicts_shrink_quorum:
            return len(self.voters(hearing))
        return len(self.commission.voters)

    def passes(self, grade: str) -> bool:
        """Whether the grade is a positive one."""
        return SCALES[self.rules.scale].grade(grade).passes

    def with_hearing(self, hearing: Hearing) -> "State":
        """Return this state with one hearing as given."""
        return replace(self, hearings={**self.hearings, hearing.turn.id: hearing})
