"""Who is to be identified before a sitting, and by whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hattama.core.sitting.commands import (
    IdentifyMember,
    IdentifyStudent,
    RefuseIdentification,
)
from hattama.final.access import desk_for
from hattama.final.forms.offers import SOMETHING, Offers
from hattama.final.queries.board import Board, seats
from hattama.final.views.showing import look


@require_safe
def sitting_identification(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is to be identified, and by whom."""
    sitting, person = desk_for(request, pk)
    board = look(request, sitting, person)
    if board is None:
        return redirect("sitting", pk)
    page = reverse("sitting_identification", args=[pk])
    offers = Offers(board)
    context = {
        "sitting": sitting,
        "board": board,
        "page": page,
        "live": page,
        "members": [_member(offers, seat.key) for seat in seats(board)[:-1]],
        "students": [_student(offers, key) for key in board.state.hearings],
    }
    return render(request, "final/sitting/identification.html", context)


def _member(offers: Offers, key: str) -> dict[str, Any]:
    by, standing = offers.board.person, _standing(offers.board, key)
    commands = (
        IdentifyMember(by, key, SOMETHING),
        RefuseIdentification(by, key, SOMETHING),
    )
    return standing | {
        "offers": [
            offers.offer(command.name, person=key)
            for command in commands
            if standing["here"] and offers.may(command)
        ],
    }


def _student(offers: Offers, hearing: str) -> dict[str, Any]:
    turn, by = offers.board.state.hearings[hearing].turn, offers.board.person
    found = []
    if offers.may(IdentifyStudent(by, hearing, SOMETHING, original_shown=True)):
        found.append(offers.offer("identify-student", hearing=hearing))
        found.append(offers.offer("refuse-identification", person=turn.student))
    return {
        **_standing(offers.board, turn.student),
        "at": turn.starts,
        "offers": found,
    }


def _standing(board: Board, key: str) -> dict[str, Any]:
    return {
        "name": board.names.person(key),
        "here": key in board.state.present,
        "identified": key in board.state.identified,
        "refused": key in board.state.unidentified,
    }
