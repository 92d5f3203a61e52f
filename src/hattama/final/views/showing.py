"""What the templates of a sitting's pages are given, from a board and its offers."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hattama.base import clock
from hattama.base.messages import Said, refusal
from hattama.core.sitting import Step, why_not
from hattama.core.sitting.clock import MINUTE
from hattama.core.sitting.commands import AnnounceResult
from hattama.core.sitting.state import Question
from hattama.final.forms.offers import DEGREES, Offer, Offers, ballot_of
from hattama.final.models import Sitting
from hattama.final.queries.board import Board, agenda, board_of, quorum, seats, steps
from hattama.final.queries.expected import still_to_vote, unannounced
from hattama.final.queries.sentences import MATTERS, STEPS
from hattama.people.models import Person


@dataclass(frozen=True)
class QuestionRow:
    """A question with what can be done about it."""

    question: Question
    asker: str
    offers: list[Offer]


@dataclass(frozen=True)
class Voter:
    """Whether somebody has voted: names serve the turnout alone."""

    name: str
    voted: bool


@dataclass(frozen=True)
class Announcement:
    """A grade that the student has not been told."""

    name: str
    grade: str
    offer: Offer | None
    why: Said | None


def look(request: HttpRequest, sitting: Sitting, person: Person) -> Board | None:
    """Read the sitting for the hearing that the address asks for."""
    return board_of(sitting, person, clock.now(), request.GET.get("hearing", ""))


def shown(board: Board, offers: Offers, page: str) -> dict[str, Any]:
    """Give what every page of a sitting in session shows."""
    hearing = board.hearing
    return {
        "sitting": board.sitting,
        "board": board,
        "hearing": hearing,
        "page": page,
        "page_path": page.split("?")[0],
        "now": offers.now,
        "sheet_wanted": _sheet_wanted(board),
        "agenda": agenda(board),
        "seats": seats(board),
        "quorum": quorum(board),
        "steps": steps(hearing) if hearing else [],
        "where": _where(board),
        "topic": board.row.candidate.topic if board.row else {},
        **clocks(board),
        **ballot(board),
    }


def clocks(board: Board) -> dict[str, Any]:
    """Give the clocks of the shown hearing: this step's and the whole."""
    hearing, read = board.hearing, board.clock
    if hearing is None or read is None or hearing.step is None:
        return {}
    rules = board.state.rules
    runs = not read.paused and not board.state.in_recess and hearing.ending is None
    talk = hearing.step is Step.TALK
    return {
        "clock": read,
        "clock_runs": runs,
        "whole_runs": runs and hearing.step in hearing.course.timed,
        "step_label": capfirst(str(STEPS[hearing.step])),
        "step_soft": rules.talk_warning * MINUTE if talk else 0,
        "whole_soft": rules.whole_warning * MINUTE,
    }


def ballot(board: Board) -> dict[str, Any]:
    """Give the latest ballot: turnout while open, the count once closed."""
    latest = ballot_of(board.hearing)
    if latest is None:
        return {}
    taking_part = {*still_to_vote(board.state, latest), *latest.voted}
    return {
        "ballot": latest,
        "ballot_words": _("Vote: %(matter)s") % {"matter": MATTERS[latest.matter]},
        "voters": [
            Voter(board.names.person(one), one in latest.voted)
            for one in latest.voters
            if one in taking_part
        ],
        "voted": latest.voted,
        "counts": [(choice_words(code), number) for code, number in latest.counts],
        "outcome": choice_words(latest.choice or ""),
    }


def choice_words(code: str) -> str | Promise:
    """What a choice is called."""
    return DEGREES.get(code, code)


def questions(board: Board, offers: Offers) -> list[QuestionRow]:
    """The questions put to the shown student, the newest first."""
    if board.hearing is None:
        return []
    rows = [
        QuestionRow(
            question, board.names.person(question.asker), _about(question, offers)
        )
        for question in board.hearing.questions
    ]
    return rows[::-1]


def announcements(board: Board, offers: Offers) -> list[Announcement]:
    """Grades to be announced; the chair alone announces."""
    return [
        Announcement(
            board.names.student(hearing.turn.id),
            hearing.grade or "",
            offers.offer("announce-result", hearing=hearing.turn.id)
            if broken is None
            else None,
            broken,
        )
        for hearing in unannounced(board.state)
        if hearing.ending is not None
        for broken in [_why_not_announced(board, hearing.turn.id)]
    ]


def _why_not_announced(board: Board, hearing: str) -> Said | None:
    row = board.rows[hearing]
    number = ""
    if row.protocol is not None and row.protocol.state == "registered":
        number = str(row.protocol.number)
    broken = why_not(
        board.state, AnnounceResult(board.person, hearing, number), board.now
    )
    return refusal(broken) if broken else None


def _about(question: Question, offers: Offers) -> list[Offer]:
    wanted = ["read-out-question"] if question.written and not question.read_out else []
    if not question.answered and not wanted:
        wanted = ["answer-question"]
    return [
        offers.offer(name, number=str(question.number))
        for name in wanted
        if name in offers.names
    ]


def _sheet_wanted(board: Board) -> bool:
    command = board.expected
    return (
        command is not None
        and command.name == "keep-sheet"
        and command.by == board.person
    )


def _where(board: Board) -> str:
    state, hearing = board.state, board.hearing
    if state.closed:
        return _("The sitting is closed")
    if state.opened is None:
        return _("Before the opening")
    if state.in_recess:
        return _("Recess")
    if hearing is None:
        return _("Everybody was heard")
    if hearing.ending is not None:
        return _("Heard")
    return _("Is heard now") if hearing.was_called else _("Is called next")
