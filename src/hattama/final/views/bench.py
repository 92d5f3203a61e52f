"""The page of chair and members, and the identification of them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hattama.core.sitting import Step
from hattama.core.sitting.commands import (
    IdentifyMember,
    IdentifyStudent,
    RefuseIdentification,
)
from hattama.core.sitting.state import Ballot
from hattama.final.access import desk_for
from hattama.final.forms.offers import SOMETHING, Offer, Offers, ballot_of, matter_of
from hattama.final.models import PackPart
from hattama.final.queries.board import Board, seats
from hattama.final.views.showing import announcements, look, questions, shown

CHAIRS = (
    "open-sitting",
    "call-student",
    "begin-step",
    "skip-step",
    "decide-refusal",
    "decide-interruption",
    "decide-tie",
    "grant-early-finish",
    "reschedule",
    "declare-conflict",
    "report-object",
    "note-breach",
    "move-in-queue",
    "call-recess",
    "end-recess",
    "extend-day",
    "close-sitting",
    "join-sitting",
    "leave-sitting",
)


@require_safe
def sitting_bench(request: HttpRequest, pk: int) -> HttpResponse:
    """Show chair and members what they examine, ask and vote on."""
    return _bench(request, pk, "final/sitting/bench.html")


@require_safe
def sitting_bench_live(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the living parts alone."""
    return _bench(request, pk, "final/sitting/_bench.html")


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


def _bench(request: HttpRequest, pk: int, template: str) -> HttpResponse:
    sitting, person = desk_for(request, pk)
    board = look(request, sitting, person)
    if board is None:
        return redirect("sitting", pk)
    offers = Offers(board)
    page = reverse("sitting_bench", args=[pk])
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    context = {
        **shown(board, offers, page + query),
        "live": reverse("sitting_bench_live", args=[pk]) + query,
        "questions": questions(board, offers),
        "asking": _asking(board, offers),
        "announcements": announcements(board, offers) if board.role == "chair" else [],
        "others": offers.some(*CHAIRS),
        "form_of_vote": _form_of_vote(board, offers),
        "voted_already": _has_voted(board),
        "pack": _pack(board),
    }
    return render(request, template, context)


def _asking(board: Board, offers: Offers) -> Offer | None:
    hearing = board.hearing
    if hearing is None or hearing.step is not Step.QUESTIONS:
        return None
    if "ask-question" not in offers.names:
        return None
    return offers.offer("ask-question", asker=board.person)


def _form_of_vote(board: Board, offers: Offers) -> Offer | None:
    """The own form: one student, one choice, once (he-attestation-2020/p57a, p57b)."""
    if board.hearing is None or "cast-vote" not in offers.names:
        return None
    return offers.offer("cast-vote", matter=matter_of(board.hearing).value)


def _has_voted(board: Board) -> bool:
    ballot: Ballot | None = ballot_of(board.hearing)
    return ballot is not None and ballot.is_open and board.person in ballot.voted


def _pack(board: Board) -> list[PackPart]:
    """The newest file of each kind that the student handed in."""
    if board.row is None:
        return []
    newest: dict[str, PackPart] = {}
    for part in board.row.candidate.pack.select_related("file"):
        newest.setdefault(part.kind, part)
    return list(newest.values())


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
