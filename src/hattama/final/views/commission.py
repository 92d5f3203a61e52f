"""Commissions: composition, orders, replacements, invitations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.core.commissions import BASIS
from hattama.final import access
from hattama.final.access import PREPARERS, SECRETARY
from hattama.final.actions import commission as actions
from hattama.final.actions.invitations import invite_member as invite
from hattama.final.forms.commission import PLACES, CommissionForm, SuccessorForm
from hattama.final.queries import commission as queries
from hattama.final.queries.staff import staff_by_label
from hattama.final.queries.words import COMMISSION_DOUBTS
from hattama.people.access import person_for


def campaign_commissions(request: HttpRequest, pk: int) -> HttpResponse:
    """The commissions of a campaign, and whose attestation has none yet."""
    campaign = access.campaign_for(request, pk)
    context = {
        "campaign": campaign,
        "commissions": queries.commissions_of(campaign),
        "without": campaign.attestations.filter(commissions=None).select_related(
            "programme"
        ),
        "may": access.may_prepare(person_for(request)),
    }
    return render(request, "final/campaign_commissions.html", context)


def commission(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits, by which order."""
    found = access.commission_for(request, pk)
    person = person_for(request)
    codes = queries.composition_doubts(found)
    context = {
        "commission": found,
        "attestations": found.attestations.select_related("programme"),
        "seats": queries.composition(found),
        "coming": queries.coming(found),
        "orders": queries.orders(found),
        "pending": queries.pending_order(found),
        "may_sit": queries.may_sit(found),
        "basis": BASIS[found.campaign.institution.book],
        "doubts": [COMMISSION_DOUBTS[code] for code in codes],
        "may": access.may_prepare(person),
        "own_roles": queries.roles_of(found, person),
    }
    return render(request, "final/commission.html", context)


@deed
def appoint_commission(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a commission together."""
    campaign = access.campaign_for(request, pk, *PREPARERS)
    staff = staff_by_label(campaign.institution)
    form = CommissionForm(request.POST or None, campaign=campaign, staff=staff)
    if form.is_valid():
        made = actions.appoint_commission(
            campaign=campaign,
            name=form.cleaned_data["name"],
            attestations=list(form.cleaned_data["attestations"]),
            composition=form.composition(),
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("commission", made.pk)
    members = [form[f"member_{place}"] for place in PLACES]
    context = {"form": form, "campaign": campaign, "staff": staff, "members": members}
    return render(request, "final/appoint_commission.html", context)


@require_POST
@deed
def draft_commission_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the order on the composition."""
    found = access.commission_for(request, pk, *PREPARERS)
    order = actions.draft_commission_order(
        commission=found, by=person_for(request), now=clock.now()
    )
    return redirect("document", order.pk)


@deed
def replace_member(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Draw up the order by which somebody else takes a seat."""
    found = access.commission_for(request, pk, *PREPARERS)
    leaving = get_object_or_404(found.seats.select_related("person"), pk=seat)
    staff = staff_by_label(found.campaign.institution)
    form = SuccessorForm(request.POST or None, staff=staff)
    if form.is_valid():
        order = actions.replace_member(
            seat=leaving,
            successor=form.cleaned_data["successor"],
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("document", order.pk)
    context = {"form": form, "commission": found, "seat": leaving, "staff": staff}
    return render(request, "final/replace_member.html", context)


@require_POST
@deed
def invite_member(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Send a member a link to sign in for the first time."""
    found = access.commission_for(request, pk, *PREPARERS, SECRETARY)
    invited = get_object_or_404(found.seats.select_related("person__user"), pk=seat)
    invite(seat=invited, by=person_for(request), now=clock.now())
    return redirect("commission", found.pk)
