"""A student's own attestation, and a supervisor's own students."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import clock
from hattama.documents.access import readable
from hattama.final import access
from hattama.final.queries.own import duties, guided
from hattama.people.access import person_for


def my_attestation(request: HttpRequest) -> HttpResponse:
    """What is due from me, and by when."""
    person = person_for(request)
    found = access.own_candidacies(person)
    now = clock.now()
    mine = [duties(candidate, now) for candidate in found]
    papers = [my.result.protocol_id for my in mine if my.result]
    context = {"mine": mine, "now": now, "readable": readable(person, papers)}
    return render(request, "final/my_attestation.html", context)


def my_students(request: HttpRequest) -> HttpResponse:
    """Whom I supervise or review, and what they have handed in."""
    found = access.guided_candidates(person_for(request))
    return render(request, "final/my_students.html", {"rows": guided(found)})
