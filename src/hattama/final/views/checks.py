"""Technical checks of students and room."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.final import access
from hattama.final.access import PREPARERS, SECRETARY
from hattama.final.actions import checks as actions
from hattama.final.forms.preparation import TechnicalCheckForm
from hattama.final.models import Attestation, Candidate
from hattama.final.queries import checks as queries
from hattama.final.queries.candidates import candidates_of
from hattama.people.access import person_for

PAGE = 50


def technical_checks(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose equipment was checked, and what did not work."""
    attestation = access.attestation_for(request, pk)
    found = candidates_of(attestation, request.GET.get("q", "")).admitted()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    newest = queries.newest_checks(attestation, page)
    context = {
        "attestation": attestation,
        "page": page,
        "rows": [(one, newest.get(one.pk)) for one in page],
        "room": newest.get(None),
        "due": queries.check_due(attestation),
        "may_check": access.may_check(person_for(request), attestation),
    }
    return render(request, "final/technical_checks.html", context)


@deed
def record_technical_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a student's equipment."""
    candidate = access.candidate_for(request, pk, *PREPARERS, SECRETARY)
    return _check(request, candidate.attestation, candidate)


@deed
def check_room(request: HttpRequest, pk: int) -> HttpResponse:
    """Check the commission's room."""
    attestation = access.attestation_for(request, pk, *PREPARERS, SECRETARY)
    return _check(request, attestation, None)


def _check(
    request: HttpRequest, attestation: Attestation, candidate: Candidate | None
) -> HttpResponse:
    form = TechnicalCheckForm(request.POST or None)
    if form.is_valid():
        actions.record_technical_check(
            attestation=attestation,
            candidate=candidate,
            passed=form.said("yes"),
            failed=form.said("no"),
            remark=form.cleaned_data["remark"],
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("technical_checks", attestation.pk)
    context = {"attestation": attestation, "candidate": candidate, "form": form}
    return render(request, "final/record_technical_check.html", context)
