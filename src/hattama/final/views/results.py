"""After the vote: protocols, publication, applications, readmission, register."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.final import access
from hattama.final.actions import applications
from hattama.final.actions.protocols import draw_up_all, draw_up_sitting_protocol
from hattama.final.actions.readmission import readmit as readmit_candidate
from hattama.final.actions.reports import draw_up_register as draw_register
from hattama.final.actions.results import publish_results as publish
from hattama.final.forms.results import (
    ApplicationForm,
    ReadmissionForm,
    RefusalForm,
)
from hattama.final.models import Application
from hattama.final.queries.results import protocols_of
from hattama.people.access import person_for
from hattama.people.models import Person


def sitting_protocols(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which protocols of a sitting are drawn up, signed and published."""
    sitting, person = access.desk_for(request, pk)
    context = {"sitting": sitting} | protocols_of(sitting, person)
    return render(request, "final/results/protocols.html", context)


@require_POST
@deed
def draw_up_protocols(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up all protocols of graded students that are still missing."""
    sitting, person = access.desk_for(request, pk)
    made = draw_up_all(sitting, person, clock.now())
    messages.success(
        request,
        ngettext(
            "%(count)s protocol is drawn up.",
            "%(count)s protocols are drawn up.",
            len(made),
        )
        % {"count": len(made)},
    )
    return redirect("sitting_protocols", pk)


@require_POST
@deed
def draw_up_protocol_of_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the protocol of a whole sitting."""
    sitting, person = access.desk_for(request, pk)
    draw_up_sitting_protocol(sitting, person, clock.now())
    return redirect("sitting_protocols", pk)


@require_POST
@deed
def publish_results(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish every result whose protocol both have signed."""
    sitting, person = access.desk_for(request, pk)
    published = publish(sitting, person, clock.now())
    messages.success(
        request,
        ngettext(
            "%(count)s result is published.",
            "%(count)s results are published.",
            len(published),
        )
        % {"count": len(published)},
    )
    return redirect("sitting_protocols", pk)


@deed
def lodge_application(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a student apply to the chair."""
    hearing, _person = access.own_hearing_for(request, pk)
    form = ApplicationForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        application = applications.lodge_application(
            hearing=hearing, now=clock.now(), **form.cleaned_data
        )
        return redirect("application", application.pk)
    context = {"form": form, "hearing": hearing}
    return render(request, "final/results/lodge_application.html", context)


def application(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an application and what came of it."""
    found, person = access.application_for(request, pk)
    return _shown(request, found, person, RefusalForm())


def _shown(
    request: HttpRequest, found: Application, person: Person, form: RefusalForm
) -> HttpResponse:
    context = {
        "application": found,
        "may_decide": access.is_chair(found.hearing.sitting.commission, person),
        "form": form,
    }
    return render(request, "final/results/application.html", context)


@require_POST
@deed
def grant_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Permit another day."""
    found, person = access.application_for(request, pk)
    applications.grant_absence(found, person, clock.now())
    return redirect("application", pk)


@require_POST
@deed
def refuse_application(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse an application with its reason."""
    found, person = access.application_for(request, pk)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, person, form)
    applications.refuse_application(
        found, person, form.cleaned_data["reason"], clock.now()
    )
    return redirect("application", pk)


@deed
def readmit(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide that a student comes once more."""
    candidate, person = access.chaired_candidate_for(request, pk)
    form = ReadmissionForm(request.POST or None, candidate=candidate)
    if request.method == "POST" and form.is_valid():
        readmit_candidate(
            candidate=candidate,
            again_on=form.cleaned_data["again_on"],
            vote=form.vote(),
            by=person,
            now=clock.now(),
        )
        return redirect("documents_to_sign")
    context = {"form": form, "candidate": candidate}
    return render(request, "final/results/readmit.html", context)


@require_POST
@deed
def draw_up_register(request: HttpRequest, pk: int, attestation: int) -> HttpResponse:
    """Draw up the register of an attestation's results."""
    commission = access.commission_for(request, pk)
    document = draw_register(
        get_object_or_404(commission.attestations, pk=attestation),
        commission,
        person_for(request),
        clock.now(),
    )
    return redirect("document", document.pk)
