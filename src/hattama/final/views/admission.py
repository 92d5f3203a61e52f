"""Who is admitted, who is not, and why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.documents.access import readable
from hattama.final import access
from hattama.final.access import PREPARERS
from hattama.final.actions import admission as actions
from hattama.final.models import Attestation
from hattama.final.queries.candidates import (
    Examined,
    being_signed,
    candidates_of,
    examined,
    undecided,
    with_acquaintance,
)
from hattama.final.queries.words import ADMISSION_DOUBTS, REASONS
from hattama.people.access import person_for

PAGE = 50


def admission(request: HttpRequest, pk: int) -> HttpResponse:
    """Those who wait for a decision, with reasons; and those decided."""
    attestation = access.attestation_for(request, pk)
    waiting = examined(attestation, with_acquaintance(undecided(attestation)))
    if "xlsx" in request.GET:
        return _workbook(attestation, waiting)
    admitted = candidates_of(attestation, request.GET.get("q", "")).admitted()
    page = Paginator(admitted, PAGE).get_page(request.GET.get("page"))
    orders = {candidate.admission_order_id for candidate in page}
    context = {
        "attestation": attestation,
        "readable": readable(person_for(request), orders),
        "eligible": [one for one in waiting if not one.reasons],
        "refused": [one for one in waiting if one.reasons],
        "page": page,
        "being_signed": being_signed(attestation),
        "may": access.may_prepare(person_for(request)),
    }
    return render(request, "final/admission.html", context)


@require_POST
@deed
def draft_admission_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the order that admits the chosen."""
    attestation = access.attestation_for(request, pk, *PREPARERS)
    chosen = {int(pk) for pk in request.POST.getlist("candidate") if pk.isdecimal()}
    order = actions.draft_admission_order(
        attestation=attestation,
        chosen=chosen,
        by=person_for(request),
        now=clock.now(),
    )
    return redirect("document", order.pk)


def _workbook(attestation: Attestation, rows: list[Examined]) -> HttpResponse:
    headings = [_("Student"), _("Group"), _("Against admission"), _("Still missing")]
    lines = (
        (
            one.candidate.student.person.full_name,
            one.candidate.student.group.name,
            "; ".join(str(REASONS[code]) for code in one.reasons),
            "; ".join(str(ADMISSION_DOUBTS[code]) for code in one.doubts),
        )
        for one in rows
    )
    return as_workbook(f"admission-{attestation.pk}", headings, lines)
