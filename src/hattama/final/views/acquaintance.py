"""Acquaint students with the procedure; see who has not confirmed."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.final import access
from hattama.final.access import CURATOR, PREPARERS, SECRETARY
from hattama.final.actions import acquaintance as actions
from hattama.final.forms.preparation import AcquaintanceForm
from hattama.final.models import Attestation
from hattama.final.queries import acquaintance as queries
from hattama.people.access import person_for

TIME_TO_CONFIRM = timedelta(days=3)


def acquaintance(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was told and confirmed; who was not, with the telephone numbers."""
    attestation = access.attestation_for(request, pk)
    rows = queries.told(attestation)
    if "xlsx" in request.GET:
        return _workbook(attestation, rows)
    now = clock.now()
    subject, body = queries.letter(attestation)
    confirm_by = min(now + TIME_TO_CONFIRM, attestation.first_sitting)
    context = {
        "attestation": attestation,
        "rows": rows,
        "confirmed": sum(row.confirmed for row in rows),
        "untold": [row for row in rows if row.delivery is None],
        "missing": queries.missing_texts(attestation),
        "subject": subject,
        "body": body,
        "milestone": queries.milestone(attestation, now),
        "form": AcquaintanceForm(initial={"confirm_by": confirm_by}),
        "may": access.may_prepare(person_for(request)),
        "may_check": access.may_check(person_for(request), attestation),
    }
    return render(request, "final/acquaintance.html", context)


@require_POST
@deed
def send_acquaintance(request: HttpRequest, pk: int) -> HttpResponse:
    """Send procedure and requirements to whoever was not told yet."""
    attestation = access.attestation_for(request, pk, *PREPARERS)
    form = AcquaintanceForm(request.POST)
    if not form.is_valid():
        context = {"attestation": attestation, "form": form}
        return render(request, "final/send_acquaintance.html", context)
    actions.send_acquaintance(
        attestation=attestation,
        confirm_by=form.cleaned_data["confirm_by"],
        by=person_for(request),
        now=clock.now(),
    )
    return redirect("acquaintance", attestation.pk)


@require_POST
@deed
def confirm_acquaintance(request: HttpRequest, pk: int) -> HttpResponse:
    """The student confirms, or whoever telephoned notes it."""
    candidate = access.candidate_for(
        request, pk, "student", CURATOR, SECRETARY, *PREPARERS
    )
    person = person_for(request)
    own = candidate.student.person_id == person.pk
    actions.confirm_acquaintance(
        candidate=candidate, how="app" if own else "call", by=person, now=clock.now()
    )
    if own:
        return redirect("my_attestation")
    return redirect("acquaintance", candidate.attestation_id)


def _workbook(attestation: Attestation, rows: list[queries.Told]) -> HttpResponse:
    headings = [
        _("Student"),
        _("Group"),
        _("Phone"),
        _("E-mail"),
        _("Curator"),
        _("Confirmed"),
    ]
    lines = (
        (
            row.candidate.student.person.full_name,
            row.candidate.student.group.name,
            row.candidate.student.person.phone,
            row.candidate.student.person.email,
            row.candidate.student.group.curator or "",
            _("yes") if row.confirmed else _("no"),
        )
        for row in rows
    )
    return as_workbook(f"acquaintance-{attestation.pk}", headings, lines)
