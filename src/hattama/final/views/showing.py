"""What the templates of a sitting's pages are given, from a board and its offers."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hattama.base import clock
from hattama.core.sitting import Step
from hattama.core.sitting.clock import MINUTE
from hattama.final.forms.choices import DEGREES, ballot_of
from hattama.final.forms.offers import Offers
from hattama.final.models import Sitting
from hattama.final.queries.board import Board, agenda, board_of, quorum, seats, steps
from hattama.final.queries.expected import still_to_vote
from hattama.final.queries.sentences import CAUSES, MATTERS, STEPS
from hattama.people.models import Person


@dataclass(frozen=True)
class Voter:
    """Whether somebody has voted: names serve the turnout alone."""

    name: str
    voted: bool


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
        "entering": offers.entering,
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
        "whole_shown": hearing.step in hearing.course.timed or read.whole_seconds > 0,
        "ticket_text": ticket_text(board),
        "pause_words": capfirst(str(CAUSES[hearing.interruption.cause]))
        if hearing.interruption
        else "",
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


def ticket_text(board: Board) -> str:
    """The questions of the ticket that was drawn; "" before the draw."""
    if board.hearing is None or board.hearing.ticket is None or board.row is None:
        return ""
    tickets = board.row.candidate.attestation.tickets
    place = int(board.hearing.ticket) - 1
    return str(tickets[place]) if place < len(tickets) else ""


def choice_words(code: str) -> str | Promise:
    """What a choice is called."""
    return DEGREES.get(code, code)


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
