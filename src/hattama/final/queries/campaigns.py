"""Campaigns and their attestations: reads."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from hattama.core.sorting import search_key
from hattama.final.models import Attestation, Campaign, Candidate
from hattama.people.models import Institution


def campaigns(institution: Institution) -> QuerySet[Campaign]:
    """An institution's campaigns, the newest first, with `programmes`: how many."""
    return (
        Campaign.objects.filter(institution=institution)
        .annotate(programmes=Count("attestations"))
        .order_by("-starts_on", "-pk")
    )


def attestations_of(campaign: Campaign, wanted: str = "") -> list[Attestation]:
    """A campaign's attestations in the order of their first sittings.

    Args:
        campaign: which.
        wanted: part of a programme's code or name, as typed; empty for all.
    """
    rows = (
        Attestation.objects.filter(campaign=campaign)
        .select_related("programme", "campaign__institution")
        .order_by("first_sitting", "programme__code", "pk")
    )
    key = search_key(wanted)
    return [row for row in rows if key in _searched(row)]


def students_in(attestations: Iterable[Attestation]) -> dict[int, int]:
    """How many candidates each attestation has; none where it has no entry."""
    rows = (
        Candidate.objects.filter(attestation__in=list(attestations))
        .values("attestation")
        .annotate(students=Count("pk"))
    )
    return {row["attestation"]: row["students"] for row in rows}


def _searched(attestation: Attestation) -> str:
    programme = attestation.programme
    return search_key(" ".join((programme.code, *programme.name.values())))
