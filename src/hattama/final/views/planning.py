"""Hearings laid out in time, announced, and the sitting convened."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.calendars.queries import calendar_of
from hattama.core.slots import Day, Slot, lay_out, must_be_short
from hattama.final.access import PREPARERS, SECRETARY, commission_for, sitting_for
from hattama.final.actions.announcing import announce_sitting as announce
from hattama.final.actions.sittings import convene, lay_out_sittings
from hattama.final.forms.sittings import LayOutForm, moments
from hattama.final.models import Candidate, Commission
from hattama.final.queries.calendar_entries import (
    calendar_file,
    entry_of_hearing,
    entry_of_sitting,
    notice_due,
)
from hattama.final.queries.log import state_of
from hattama.final.queries.to_be_heard import to_be_heard
from hattama.people.queries import rulebook_of


@deed
def lay_out_hearings(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay hearings out: a preview first, then the sittings."""
    commission = commission_for(request, pk, SECRETARY, *PREPARERS)
    students = to_be_heard(commission)
    sent = request.POST or request.GET
    form = LayOutForm(sent if "opens" in sent else None, initial=_initial(commission))
    context: dict[str, Any] = {
        "commission": commission,
        "students": students,
        "form": form,
    }
    if form.is_bound and form.is_valid():
        ordered = _ordered(students, form.cleaned_data["order"])
        if request.method == "POST":
            _carry_out(commission, ordered, form)
            return redirect("sittings")
        context["slots"] = _preview(commission, ordered, form)
    return render(request, "final/sitting/lay_out.html", context)


@require_safe
def sitting_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a sitting before it begins: who is heard when, who was told."""
    sitting, person = sitting_for(request, pk)
    due = notice_due(sitting)
    seats = {
        seat.role for seat in sitting.commission.seats.all() if seat.person == person
    }
    told = sitting.announced_at
    context = {
        "sitting": sitting,
        "hearings": sitting.hearings.select_related("candidate__student__person"),
        "due": due,
        "late": bool(told and due and told > due.at),
        "leads": bool(seats & {"chair", "secretary"}),
        "convened": state_of(sitting) is not None,
    }
    return render(request, "final/sitting/plan.html", context)


@require_POST
@deed
def announce_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell everybody the times."""
    sitting, person = sitting_for(request, pk)
    announce(sitting=sitting, by=person, now=clock.now())
    return redirect("sitting_plan", pk)


@require_POST
@deed
def convene_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the sitting's log."""
    sitting, person = sitting_for(request, pk)
    convene(sitting=sitting, by=person, now=clock.now())
    return redirect("sitting", pk)


@require_safe
def sitting_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the entry for a calendar: the student's own time, else the sitting."""
    sitting, person = sitting_for(request, pk)
    own = sitting.hearings.filter(candidate__student__person=person).first()
    entry = entry_of_hearing(own) if own else entry_of_sitting(sitting)
    written = calendar_file([entry], 0, sitting.announced_at or clock.now())
    return HttpResponse(
        written,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{entry.key}.ics"'},
    )


def _initial(commission: Commission) -> dict[str, object]:
    first = commission.attestations.order_by("first_sitting").first()
    at = timezone.localtime(first.first_sitting) if first else None
    book = rulebook_of(commission.campaign.institution, clock.today())
    return {
        "first_day": at.date() if at else None,
        "opens": at.time() if at else "09:00",
        "slot": book.number("slot-minutes"),
        "order": "name",
    }


def _ordered(students: list[Candidate], order: str) -> list[Candidate]:
    if order == "name":
        return students
    return sorted(students, key=lambda one: one.student.group.name)


def _preview(
    commission: Commission, students: list[Candidate], form: LayOutForm
) -> list[tuple[Slot, Candidate]]:
    day, dates = _days(commission, students, form)
    slots = lay_out([str(one.pk) for one in students], dates, day)
    return list(zip(slots, students, strict=True))


def _carry_out(
    commission: Commission, students: list[Candidate], form: LayOutForm
) -> None:
    day, dates = _days(commission, students, form)
    lay_out_sittings(
        commission=commission,
        candidates=students,
        days=moments(dates, day),
        day=day,
        meeting_link=form.cleaned_data["meeting_link"],
    )


def _days(
    commission: Commission, students: list[Candidate], form: LayOutForm
) -> tuple[Day, list[date]]:
    institution = commission.campaign.institution
    book = rulebook_of(institution, form.cleaned_data["first_day"])
    day = form.day(book, ZoneInfo(institution.zone))
    must_be_short(day)
    return day, form.days(len(students), day, calendar_of(institution))
