"""Sittings: the list, and the door to the page that is a person's own."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hattama.final.access import sitting_for, sittings_of
from hattama.final.queries.board import role_of
from hattama.final.queries.log import state_of
from hattama.people.access import person_for

PAGES = {
    "chair": "sitting_bench",
    "member": "sitting_bench",
    "identifier": "sitting_identification",
    "student": "candidate_room",
    "guest": "sitting_screen",
}


@require_safe
def sittings(request: HttpRequest) -> HttpResponse:
    """List the sittings that concern a person, those to come first."""
    found = sittings_of(person_for(request)).annotate(students=Count("hearings"))
    return render(request, "final/sitting/sittings.html", {"sittings": found})


@require_safe
def sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead everybody to their own page of a sitting."""
    found, person = sitting_for(request, pk)
    state = state_of(found)
    if state is None:
        return redirect("sitting_plan", pk)
    role = role_of(state, person.key)
    return redirect(PAGES.get(role, "sitting_console"), pk)
