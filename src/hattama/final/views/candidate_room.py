"""The candidate's room: place in the queue, own clock, what happens now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hattama.base import clock
from hattama.final.access import own_hearing_for
from hattama.final.forms.offers import Offers
from hattama.final.models import Hearing, Result
from hattama.final.queries.board import Board, board_of
from hattama.final.queries.moments import moment_of, next_step
from hattama.final.queries.queue import forecast
from hattama.final.views.showing import clocks
from hattama.final.views.waiting import QuestionRow, questions
from hattama.people.models import Person

STUDENTS = ("ask-to-continue", "interrupt-hearing", "ask-early-finish", "leave-sitting")


@require_safe
def candidate_room(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a student the own turn."""
    return _room(request, pk, "final/sitting/candidate_room.html")


@require_safe
def candidate_room_live(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the living part alone."""
    return _room(request, pk, "final/sitting/_candidate_room.html")


def _room(request: HttpRequest, pk: int, template: str) -> HttpResponse:
    row, person = own_hearing_for(request, pk)
    board = board_of(row.sitting, person, clock.now(), str(row.pk))
    if board is None or board.hearing is None:
        return redirect("sitting_plan", pk)
    return render(request, template, _context(board, row, person))


def _context(board: Board, row: Hearing, person: Person) -> dict[str, Any]:
    hearing, offers = board.hearing, Offers(board)
    if hearing is None:
        return {}
    return {
        "sitting": row.sitting,
        "board": board,
        "hearing": hearing,
        "row": row,
        "person": person,
        "page": reverse("candidate_room", args=[row.sitting_id]),
        "live": reverse("candidate_room_live", args=[row.sitting_id]),
        "moment": moment_of(board.state, hearing),
        "next_step": next_step(hearing),
        "forecast": forecast(board.state, hearing, board.now),
        "result": _published(row) if hearing.announced else None,
        "entering": offers.entering,
        "offers": offers.some(*STUDENTS),
        "questions": _own_questions(board, offers),
        **clocks(board),
    }


def _published(row: Hearing) -> Result | None:
    """The valid result, once it is published and may be appealed against."""
    return row.candidate.results.filter(
        published_at__isnull=False, replaced_by=None
    ).first()


def _own_questions(board: Board, offers: Offers) -> list[QuestionRow]:
    """The questions; an answer in writing is the student's own to give."""
    rows = questions(board, offers)
    if board.hearing is None or board.hearing.writing:
        return rows
    return [QuestionRow(row.question, row.asker, []) for row in rows]
