"""Who is heard and who is in the room, row by row."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.core.ballots import needed
from hattama.core.sitting import Hearing as Turn
from hattama.core.sitting import State
from hattama.core.sitting.events import Ending
from hattama.final.queries.board.board import Board, role_of
from hattama.final.queries.sentences import STEPS

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
    begun: bool
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
        begun=hearing.was_called,
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
