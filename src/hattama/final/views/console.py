"""The technical secretary's console."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hattama.core.sitting import Step
from hattama.final.access import desk_for
from hattama.final.forms.offers import Offer, Offers
from hattama.final.queries.board import Board, log_lines
from hattama.final.views.showing import look, shown
from hattama.final.views.waiting import announcements, questions

# What stands beside the next deed, in the order in which it is looked for.
VOTE = ("open-ballot", "close-ballot", "annul-ballot")
GROUPS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    (
        "questions",
        _("Questions"),
        ("ask-question", "read-review", "turn-to-writing", "turn-to-speech"),
    ),
    (
        "course",
        _("Course of the hearing"),
        (
            "call-student",
            "identify-student",
            "pass-room",
            "begin-step",
            "skip-step",
            "draw-ticket",
            "record-score",
            "grant-early-finish",
            "move-in-queue",
            "declare-conflict",
        ),
    ),
    (
        "mishaps",
        _("If something goes wrong"),
        (
            "interrupt-hearing",
            "ask-to-continue",
            "decide-interruption",
            "draw-up-act",
            "report-object",
            "record-removal",
            "record-refusal",
            "decide-refusal",
            "record-absence",
            "refuse-identification",
            "reschedule",
            "note-breach",
        ),
    ),
    (
        "sitting",
        _("The sitting"),
        (
            "open-sitting",
            "call-recess",
            "end-recess",
            "extend-day",
            "close-sitting",
            "leave-sitting",
        ),
    ),
)


@dataclass(frozen=True)
class Group:
    """Deeds that belong together."""

    code: str
    words: str | Promise
    offers: list[Offer]


@require_safe
def sitting_console(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the console; what it shows and allows comes from the log."""
    return _shown(request, pk, "final/sitting/console.html")


@require_safe
def sitting_console_live(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the living parts alone."""
    return _shown(request, pk, "final/sitting/_console.html")


def _shown(request: HttpRequest, pk: int, template: str) -> HttpResponse:
    sitting, person = desk_for(request, pk)
    board = look(request, sitting, person)
    if board is None:
        return redirect("sitting", pk)
    return render(request, template, _context(request, board))


def _context(request: HttpRequest, board: Board) -> dict[str, Any]:
    offers = Offers(board)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    page = reverse("sitting_console", args=[board.sitting.pk]) + query
    return {
        **shown(board, offers, page),
        "live": reverse("sitting_console_live", args=[board.sitting.pk]) + query,
        "groups": _groups(board, offers),
        "vote_offers": offers.some(*VOTE),
        "questions": questions(board, offers),
        "announcements": announcements(board, offers),
        "log": log_lines(board),
    }


def _groups(board: Board, offers: Offers) -> list[Group]:
    groups = [Group(code, words, offers.some(*names)) for code, words, names in GROUPS]
    asking = board.hearing is not None and board.hearing.step is Step.QUESTIONS
    return [one for one in groups if one.offers or (asking and one.code == "questions")]
