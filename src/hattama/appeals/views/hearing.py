"""The appeals commission's deeds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.appeals import access, actions, queries
from hattama.appeals.forms import DecisionForm, SittingForm
from hattama.base import clock
from hattama.base.deeds import deed
from hattama.people.access import person_for


@deed
def schedule_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the sitting."""
    appeal = access.appeal_for(request, pk, "secretary", "chair")
    posted = request.method == "POST"
    form = SittingForm(
        request.POST if posted else None,
        initial={"at": appeal.sitting_at, "link": appeal.meeting_link},
    )
    if posted and form.is_valid():
        actions.schedule_appeal(
            appeal,
            at=form.cleaned_data["at"],
            link=form.cleaned_data["link"],
            by=person_for(request),
            now=clock.now(),
        )
        messages.success(request, _("The sitting is set; everybody was told."))
        return redirect("appeal", pk)
    return render(
        request,
        "appeals/schedule.html",
        {
            "form": form,
            "appeal": appeal,
            "deadline": queries.hearing_deadline(appeal),
        },
        status=422 if posted else 200,
    )


@deed
def record_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Record presence, votes and reason; the protocol follows."""
    appeal = access.appeal_for(request, pk, "secretary")
    posted = request.method == "POST"
    form = DecisionForm(
        request.POST if posted else None,
        seats=queries.seats_of(appeal.commission),
        scale=queries.scale_of(appeal.result),
    )
    if posted and form.is_valid():
        actions.record_decision(
            appeal, form.verdict(), by=person_for(request), now=clock.now()
        )
        messages.success(request, _("Recorded. Chair and secretary sign the protocol."))
        return redirect("appeal", pk)
    return render(
        request,
        "appeals/decide.html",
        {"form": form, "appeal": appeal},
        status=422 if posted else 200,
    )


@require_POST
@deed
def deliver_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the student the signed decision."""
    appeal = access.appeal_for(request, pk, "secretary", "chair")
    actions.deliver_answer(appeal, by=person_for(request), now=clock.now())
    messages.success(request, _("The student was answered."))
    return redirect("appeal", pk)
