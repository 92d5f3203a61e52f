"""What everybody in the room sees: the screen, and the log in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hattama.final.access import desk_for, sitting_for
from hattama.final.queries.board import log_lines
from hattama.final.views.showing import clocks, look


@require_safe
def sitting_screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is heard, the topic, the step and the clock, in large letters."""
    sitting, person = sitting_for(request, pk)
    board = look(request, sitting, person)
    if board is None:
        return redirect("sitting", pk)
    part = bool(request.headers.get("HX-Request"))
    template = "_screen" if part else "screen"
    context = {
        "sitting": sitting,
        "board": board,
        "hearing": board.hearing,
        "live": reverse("sitting_screen", args=[pk]),
        "topic": board.row.candidate.topic if board.row else {},
        "following": [board.names.student(key) for key in board.state.queue[:4]],
        **clocks(board),
    }
    return render(request, f"final/sitting/{template}.html", context)


@require_safe
def sitting_log(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the whole log in plain words."""
    sitting, person = desk_for(request, pk)
    board = look(request, sitting, person)
    if board is None:
        return redirect("sitting", pk)
    context = {"sitting": sitting, "log": log_lines(board, None)[::-1]}
    return render(request, "final/sitting/log.html", context)
