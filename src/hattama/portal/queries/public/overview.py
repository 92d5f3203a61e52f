"""An institution's first public page."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hattama.appeals.models import AppealsSeat
from hattama.appeals.queries import commission_in_force, seats_of
from hattama.documents.models import Document
from hattama.final.models import Attestation, Campaign
from hattama.people.models import Institution

PAPERS = 30


@dataclass(frozen=True)
class Overview:
    """All that the first public page shows.

    Attributes:
        campaign: the newest one that is not a draft.
        attestations: of it, each with `admitted`, `published` and `passed` counted.
        papers: the newest registered public documents.
        appeals: who hears appeals, from the registered order.
    """

    campaign: Campaign | None
    attestations: list[Attestation]
    papers: list[Document]
    appeals: list[AppealsSeat]


def overview(institution: Institution) -> Overview:
    """What an institution shows to everybody."""
    campaign = (
        Campaign.objects.filter(institution=institution)
        .exclude(state=Campaign.State.DRAFT)
        .order_by("-starts_on", "-pk")
        .first()
    )
    papers = institution.documents.filter(
        public=True, state=Document.State.REGISTERED
    ).order_by("-registered_at", "-pk")
    if campaign is None:
        return Overview(None, [], list(papers[:PAPERS]), [])
    return Overview(
        campaign,
        list(_attestations(campaign)),
        list(papers[:PAPERS]),
        seats_of(commission_in_force(campaign)),
    )


def _attestations(campaign: Campaign) -> QuerySet[Attestation]:
    published = Q(
        candidates__results__published_at__isnull=False,
        candidates__results__replaced_by=None,
    )
    return (
        campaign.attestations.select_related("programme")
        .annotate(
            admitted=Count(
                "candidates",
                filter=Q(
                    candidates__admission="admitted",
                    candidates__admission_order__state="registered",
                    candidates__admission_order__public=True,
                ),
                distinct=True,
            ),
            published=Count("candidates__results", filter=published, distinct=True),
            passed=Count(
                "candidates__results",
                filter=published & Q(candidates__results__passed=True),
                distinct=True,
            ),
        )
        .order_by("first_sitting", "programme__code")
    )
