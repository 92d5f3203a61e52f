"""The chair's report: the last paper of a commission, appeals counted along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hattama.appeals import queries
from hattama.appeals.forms import ReportForm
from hattama.base import clock
from hattama.base.deeds import deed
from hattama.final.access import commission_for
from hattama.final.actions.reports import draw_up_report as draw_up
from hattama.people.access import person_for


@deed
def draw_up_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the chair add the conclusions to the counted numbers."""
    commission = commission_for(request, pk, "chair")
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        document = draw_up(
            commission,
            appeals=queries.appeals_counted(commission),
            by=person_for(request),
            now=clock.now(),
            **form.cleaned_data,
        )
        return redirect("document", document.pk)
    context = {
        "form": form,
        "commission": commission,
        "counted": queries.appeals_counted(commission),
    }
    return render(request, "appeals/report.html", context)
