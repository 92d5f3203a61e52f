"""The page of chair and members."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hattama.core.sitting import Step
from hattama.core.sitting.state import Ballot
from hattama.final.access import desk_for
from hattama.final.forms.choices import ballot_of, matter_of
from hattama.final.forms.offers import Offer, Offers
from hattama.final.models import PackPart
from hattama.final.queries.board import Board
from hattama.final.views.showing import look, shown
from hattama.final.views.waiting import announcements, questions

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
