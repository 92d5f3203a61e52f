"""An attestation's timeline, and how each of its days was counted."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import clock
from hattama.documents.access import readable
from hattama.final import access
from hattama.final.queries.timelines import timeline_of
from hattama.final.views.rows import summary
from hattama.people.access import person_for


def attestation(request: HttpRequest, pk: int) -> HttpResponse:
    """The timeline: what is due, late, done, by which paragraph."""
    found = access.attestation_for(request, pk)
    shown = summary(found, timeline_of(found, clock.now()))
    papers = [row.milestone.fact.paper for row in shown.rows]
    context = {
        "attestation": found,
        "summary": shown,
        "readable": readable(person_for(request), papers),
        "students": found.candidates.count(),
        "may": access.may_prepare(person_for(request)),
    }
    return render(request, "final/attestation.html", context)


def milestone(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """How a milestone's last day was counted, day by day."""
    found = access.attestation_for(request, pk)
    shown = summary(found, timeline_of(found, clock.now()))
    for row in shown.rows:
        if row.milestone.code == code:
            context = {"attestation": found, "row": row}
            return render(request, "final/milestone.html", context)
    raise Http404
