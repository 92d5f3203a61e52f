"""The head's page: who hears appeals."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hattama.appeals import access, actions, queries
from hattama.appeals.forms import CommissionForm
from hattama.base import clock
from hattama.base.deeds import deed
from hattama.people.access import holds, person_for


@deed
def appoint_appeals_commission(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who hears appeals in a campaign; compose another commission."""
    posted = request.method == "POST"
    writers = access.APPOINTERS if posted else ()
    campaign = access.campaign_for(request, pk, *writers)
    person = person_for(request)
    form = CommissionForm(
        request.POST if posted else None, people=queries.eligible(campaign)
    )
    if posted and form.is_valid():
        actions.appoint_appeals_commission(
            campaign=campaign, seats=form.seats(), by=person, now=clock.now()
        )
        messages.success(request, _("The order waits for the head’s signature."))
        return redirect("appoint_appeals_commission", pk)
    current = queries.commission_in_force(campaign)
    return render(
        request,
        "appeals/commission.html",
        {
            "form": form,
            "campaign": campaign,
            "current": current,
            "seats": queries.seats_of(current),
            "pending": queries.pending_commission(campaign),
            "may_appoint": holds(person, *access.APPOINTERS),
        },
        status=422 if posted else 200,
    )
