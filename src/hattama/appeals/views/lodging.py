"""The student's deeds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.appeals import access, actions, queries
from hattama.appeals.forms import AppealForm
from hattama.base import clock
from hattama.base.deeds import deed
from hattama.core.rules import RuleBroken
from hattama.people.access import person_for


def lodge_appeal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write and lodge an appeal; an attempt that is refused stays on record."""
    try:
        return _lodge_appeal(request, pk)
    except RuleBroken as broken:
        if request.method == "POST":
            result = access.result_for(request, pk)
            actions.record_refusal(result, broken, person_for(request), clock.now())
        raise


@deed
def _lodge_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    result = access.result_for(request, pk)
    person, now = person_for(request), clock.now()
    posted = request.method == "POST"
    medical = posted and "medical" in request.POST
    actions.must_be_open_to_appeal(result, medical=medical, by=person, now=now)
    form = AppealForm(
        request.POST if posted else None, request.FILES if posted else None
    )
    if posted and form.is_valid():
        lodged = actions.lodge_appeal(
            result=result,
            text=form.cleaned_data["text"],
            grounds=form.cleaned_data["grounds"],
            evidence=form.kept(person.institution),
            medical=medical,
            by=person,
            now=now,
        )
        messages.success(request, _("The appeal is lodged and registered."))
        return redirect("appeal", lodged.pk)
    return render(
        request,
        "appeals/lodge.html",
        {
            "form": form,
            "result": result,
            "deadline": queries.appeal_deadline(result),
        },
        status=422 if posted else 200,
    )


@require_POST
@deed
def withdraw_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the appeal back."""
    appeal = access.appeal_for(request, pk, "applicant")
    actions.withdraw_appeal(appeal, person_for(request), clock.now())
    return redirect("appeal", pk)
