"""What the pages of a sitting show: its state with names, rows and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from hattama.base.models import LedgerLine
from hattama.base.texts import pick
from hattama.core.ballots import needed
from hattama.core.sitting import Clock, State, Step, clock, minutes_sat
from hattama.core.sitting import Hearing as Turn
from hattama.core.sitting.commands import Command
from hattama.core.sitting.events import Ending
from hattama.final.models import Hearing, Sitting
from hattama.final.queries.expected import current, expected
from hattama.final.queries.log import event_of, state_of
from hattama.final.queries.names import Names, names_in
from hattama.final.queries.sentences import STEPS, sentence
from hattama.people.models import Person

LINES = 30
Words = str | Promise

# How a hearing ended, with the tone of its badge.
ENDINGS: dict[Ending, tuple[Words, str]] = {
    Ending.GRADED: (_("graded"), "ok"),
    Ending.ABSENT: (_("absent"), "danger"),
    Ending.RESCHEDULED: (_("another day"), "warn"),
    Ending.STOPPED: (_("stopped"), "danger"),
    Ending.SUSPENDED: (_("suspended"), "warn"),
    Ending.TERMINATED: (_("ended by the commission"), "danger"),
}
ROLES: dict[str, Words] = {
    "chair": _("chair"),
    "member": _("member"),
    "secretary": _("technical secretary"),
    "identifier": _("identifies chair and members"),
    "student": _("student"),
    "guest": _("guest"),
    "": "",
}


@dataclass(frozen=True)
class AgendaRow:
    """One student of the agenda, as a list shows it."""

    key: str
    name: str
    at: datetime
    words: Words
    tone: str
    current: bool
    past: bool
    here: bool
    identified: bool


@dataclass(frozen=True)
class Chair:
    """Somebody's place in the room."""

    key: str
    name: str
    role: str
    role_words: Words
    here: bool
    lost: bool
    identified: bool | None


@dataclass(frozen=True)
class LogLine:
    """One line of the log in plain words."""

    seq: int
    at: datetime
    words: str


@dataclass(frozen=True)
class Board:
    """A sitting at one moment, for one person.

    Attributes:
        person: key of who looks.
        now: server time.
        hearing: the one shown: chosen, under way, or next; None without any.
        rows: the hearings' rows by key, with candidate and protocol.
    """

    sitting: Sitting
    state: State
    person: str
    now: datetime
    names: Names
    hearing: Turn | None
    rows: Mapping[str, Hearing]

    @cached_property
    def role(self) -> str:
        """What the person is here."""
        return role_of(self.state, self.person)

    @cached_property
    def row(self) -> Hearing | None:
        """The shown hearing's row in the tables."""
        return self.rows.get(self.hearing.turn.id) if self.hearing else None

    @cached_property
    def expected(self) -> Command | None:
        """What the sitting waits for."""
        return expected(self.state, self.hearing)

    @cached_property
    def clock(self) -> Clock | None:
        """The shown hearing's clock."""
        return clock(self.state, self.hearing, self.now) if self.hearing else None

    @property
    def minutes_sat(self) -> int:
        """Minutes the commission has sat today."""
        return minutes_sat(self.state, self.now)

    @property
    def student(self) -> str:
        """The shown hearing's student."""
        return self.names.student(self.hearing.turn.id) if self.hearing else ""

    @property
    def is_convened_late(self) -> bool:
        """Whether the planned time has passed without an opening."""
        return self.state.opened is None and self.now > self.state.plan.starts


def board_of(
    sitting: Sitting, person: Person, now: datetime, chosen: str = ""
) -> Board | None:
    """Read a sitting for a page; None while it is not convened.

    Args:
        sitting: loaded through access.
        person: who looks.
        now: server time, aware.
        chosen: key of the hearing to show; "" for the one under way.
    """
    state = state_of(sitting)
    if state is None:
        return None
    rows = sitting.hearings.select_related(
        "candidate__attestation__programme", "protocol"
    )
    return Board(
        sitting=sitting,
        state=state,
        person=person.key,
        now=now,
        names=names_in(state),
        hearing=state.hearings.get(chosen) or current(state),
        rows={str(row.pk): row for row in rows},
    )


def role_of(state: State, person: str) -> str:
    """Say what somebody is in a sitting: a key of ROLES."""
    commission = state.commission
    if person == commission.chair:
        return "chair"
    if person in commission.members:
        return "member"
    if person == commission.secretary:
        return "secretary"
    if person in commission.identifiers:
        return "identifier"
    if any(turn.student == person for turn in state.plan.agenda):
        return "student"
    return ""


def agenda(board: Board) -> list[AgendaRow]:
    """The students: those heard or begun in the plan's order, then the queue."""
    order = [
        *(key for key in board.state.hearings if key not in board.state.queue),
        *board.state.queue,
    ]
    return [_agenda_row(board, board.state.hearings[key]) for key in order]


def _agenda_row(board: Board, hearing: Turn) -> AgendaRow:
    words, tone = _standing(board.state, hearing)
    student = hearing.turn.student
    return AgendaRow(
        key=hearing.turn.id,
        name=board.names.person(student),
        at=hearing.turn.starts,
        words=words,
        tone=tone,
        current=board.hearing is not None and board.hearing.turn.id == hearing.turn.id,
        past=hearing.ending is not None,
        here=student in board.state.present,
        identified=student in board.state.identified,
    )


def _standing(state: State, hearing: Turn) -> tuple[Words, str]:
    if hearing.ending is Ending.GRADED and hearing.grade:
        return hearing.grade, "ok" if state.passes(hearing.grade) else "danger"
    if hearing.ending is not None:
        return ENDINGS[hearing.ending]
    if hearing.interruption or hearing.halted:
        return _("interrupted"), "warn"
    if hearing.was_called and hearing.step:
        return STEPS[hearing.step], "info"
    if hearing.turn.student in state.present:
        return _("is here"), "info"
    return _("not here yet"), ""


def seats(board: Board) -> list[Chair]:
    """Commission and secretary with their presence."""
    commission = board.state.commission
    voters = [_chair(board, key, counted=True) for key in commission.voters]
    return [*voters, _chair(board, commission.secretary, counted=False)]


def _chair(board: Board, key: str, *, counted: bool) -> Chair:
    state = board.state
    stays = [stay for stay in state.presences if stay.person == key]
    role = role_of(state, key)
    return Chair(
        key=key,
        name=board.names.person(key),
        role=role,
        role_words=ROLES[role],
        here=key in state.present,
        lost=bool(stays) and stays[-1].until is not None and stays[-1].lost,
        identified=key in state.identified if counted else None,
    )


def quorum(board: Board) -> dict[str, int]:
    """Who counts at this moment: members seated, needed, and of how many."""
    state = board.state
    if board.hearing is None or not board.hearing.was_called:
        seated, base = len(state.seated), len(state.commission.voters)
    else:
        seated = len(state.seated & set(state.voters(board.hearing)))
        base = state.quorum_base(board.hearing)
    return {"seated": seated, "needed": needed(base, state.rules.quorum), "base": base}


def steps(hearing: Turn) -> list[dict[str, object]]:
    """A hearing's steps, as the part `_steps.html` shows them."""
    begun = {passage.step: passage.since for passage in hearing.steps}
    return [
        {
            "state": _step_state(hearing, step),
            "label": capfirst(str(STEPS[step])),
            "at": begun.get(step),
        }
        for step in hearing.course.steps
    ]


def _step_state(hearing: Turn, step: Step) -> str:
    if step is hearing.step and hearing.ending is None:
        return "now"
    if step in {passage.step for passage in hearing.steps}:
        return "done"
    return "skipped" if step in dict(hearing.skipped) else "not-yet"


def log_lines(board: Board, number: int | None = LINES) -> list[LogLine]:
    """The latest lines of the log, the newest first."""
    newest: QuerySet[LedgerLine] = (
        LedgerLine.objects.filter(stream__name=board.sitting.stream)
        .order_by("-seq")
        .prefetch_related("texts")
    )
    return [
        LogLine(line.seq, line.at, pick(sentence(event_of(line), board.names)))
        for line in newest[:number]
    ]
