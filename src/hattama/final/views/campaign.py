"""Campaigns, and what each programme's attestation is decided to be."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.final import access
from hattama.final.access import PREPARERS
from hattama.final.actions import campaign as actions
from hattama.final.actions import tickets
from hattama.final.forms.campaign import (
    AttestationForm,
    CampaignForm,
    MoveForm,
    TicketsForm,
)
from hattama.final.queries.campaigns import attestations_of, students_in
from hattama.final.queries.campaigns import campaigns as campaigns_of
from hattama.final.queries.timelines import timelines
from hattama.final.views.rows import summary
from hattama.people.access import person_for

PAGE = 10


def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign of the institution."""
    institution = access.institution_for(request)
    page = Paginator(campaigns_of(institution), PAGE).get_page(request.GET.get("page"))
    may = access.may_prepare(person_for(request))
    return render(request, "final/campaigns.html", {"page": page, "may": may})


def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """A campaign: where each attestation stands and what comes next."""
    found = access.campaign_for(request, pk)
    wanted = attestations_of(found, request.GET.get("q", ""))
    page = Paginator(wanted, PAGE).get_page(request.GET.get("page"))
    rows = list(page)
    lines = timelines(found, rows, clock.now())
    return render(
        request,
        "final/campaign.html",
        {
            "campaign": found,
            "page": page,
            "summaries": [summary(row, lines[row.pk]) for row in rows],
            "students": students_in(rows),
            "may": access.may_prepare(person_for(request)),
        },
    )


@deed
def create_campaign(request: HttpRequest) -> HttpResponse:
    """Open a campaign."""
    institution = access.institution_for(request, *PREPARERS)
    form = CampaignForm(request.POST or None)
    if form.is_valid():
        made = actions.create_campaign(
            institution=institution,
            by=person_for(request),
            now=clock.now(),
            **form.cleaned_data,
        )
        return redirect("campaign", made.pk)
    return render(request, "final/create_campaign.html", {"form": form})


@deed
def add_attestation(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a programme's form and first sitting."""
    found = access.campaign_for(request, pk, *PREPARERS)
    form = AttestationForm(
        request.POST or None, request.FILES or None, institution=found.institution
    )
    if form.is_valid():
        made = actions.add_attestation(
            campaign=found,
            decision=form.decision(),
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("attestation", made.pk)
    context = {"form": form, "campaign": found}
    return render(request, "final/add_attestation.html", context)


@deed
def move_first_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin at another time."""
    found = access.attestation_for(request, pk, *PREPARERS)
    form = MoveForm(
        request.POST or None, initial={"first_sitting": found.first_sitting}
    )
    if form.is_valid():
        actions.move_first_sitting(
            attestation=found,
            by=person_for(request),
            now=clock.now(),
            **form.cleaned_data,
        )
        return redirect("attestation", found.pk)
    context = {"form": form, "attestation": found}
    return render(request, "final/move_first_sitting.html", context)


@deed
def set_tickets(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an oral exam its tickets."""
    found = access.attestation_for(request, pk, *PREPARERS)
    form = TicketsForm(
        request.POST or None, initial={"tickets": "\n".join(found.tickets)}
    )
    if form.is_valid():
        tickets.set_tickets(
            attestation=found,
            tickets=form.cleaned_data["tickets"],
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("attestation", found.pk)
    context = {"form": form, "attestation": found}
    return render(request, "final/set_tickets.html", context)
