"""A student's own attestation, and a supervisor's own students."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import clock
from hattama.final import access
from hattama.final.queries.own import duties, guided
from hattama.people.access import person_for


def my_attestation(request: HttpRequest) -> HttpResponse:
    """What is due from me, and by when."""
    found = access.own_candidacies(person_for(request))
    now = clock.now()
    mine = [duties(candidate, now) for candidate in found]
    return render(request, "final/my_attestation.html", {"mine": mine, "now": now})


def my_students(request: HttpRequest) -> HttpResponse:
    """Whom I supervise or review, and what they have handed in."""
    found = access.guided_candidates(person_for(request))
    return render(request, "final/my_students.html", {"rows": guided(found)})
