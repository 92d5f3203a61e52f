"""Consultations, preliminary defences, the webinar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.final import access
from hattama.final.access import PREPARERS, SECRETARY
from hattama.final.actions import meetings as actions
from hattama.final.forms.preparation import MeetingForm, MeetingRecordForm
from hattama.final.models import Candidate, Meeting
from hattama.final.queries import meetings as queries
from hattama.people.access import person_for


@deed
def meetings(request: HttpRequest, pk: int) -> HttpResponse:
    """The meetings of an attestation; posted, one more."""
    writers = (*PREPARERS, SECRETARY) if request.method == "POST" else ()
    attestation = access.attestation_for(request, pk, *writers)
    form = MeetingForm(request.POST or None)
    if form.is_valid():
        actions.schedule_meeting(
            attestation=attestation,
            by=person_for(request),
            now=clock.now(),
            **form.cleaned_data,
        )
        return redirect("meetings", attestation.pk)
    context = {
        "attestation": attestation,
        "meetings": queries.meetings_of(attestation),
        "window": queries.webinar_window(attestation),
        "form": form,
        "now": clock.now(),
        "may_check": access.may_check(person_for(request), attestation),
    }
    return render(request, "final/meetings.html", context)


@deed
def record_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down who was there and what came of it."""
    meeting = access.meeting_for(request, pk, *PREPARERS, SECRETARY)
    people = queries.expected(meeting)
    form = MeetingRecordForm(request.POST or None, meeting=meeting, people=people)
    if form.is_valid():
        actions.record_meeting(
            meeting=meeting,
            topics=form.cleaned_data["topics"],
            present=list(form.cleaned_data["present"]),
            passed=list(form.cleaned_data["passed"]),
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("meetings", meeting.attestation_id)
    candidates = Candidate.objects.filter(attestation=meeting.attestation)
    context = {
        "meeting": meeting,
        "attestation": meeting.attestation,
        "form": form,
        "people": people,
        "there": set(meeting.attendance.values_list("person", flat=True)),
        "candidates": {
            one.student.person_id: one for one in candidates.select_related("student")
        },
        "predefence": meeting.kind == Meeting.Kind.PREDEFENCE,
        "webinar": meeting.kind == Meeting.Kind.WEBINAR,
        "required": queries.required_topics(meeting.attestation),
    }
    return render(request, "final/record_meeting.html", context)
