"""From the announcement on: hearings, protocols, results; and single papers."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Count, F, Max, Q

from hattama.core.milestones import Fact
from hattama.documents.models import Document
from hattama.final.models import Hearing, Result
from hattama.final.queries.progress.common import REGISTERED, Facts


def hearings(ids: Collection[int], admitted: Facts) -> dict[str, Facts]:
    """Who was told their time, who was heard, whose protocol is registered.

    Under "last-sitting" stands when the last sitting begins, as the fact's moment.
    """
    heard = Q(outcome=Hearing.Outcome.HEARD)
    rows = (
        Hearing.objects.filter(candidate__attestation__in=ids)
        .values(pk=F("candidate__attestation"))
        .annotate(
            total=Count("pk"),
            told=Count(
                "candidate",
                filter=Q(sitting__announced_at__isnull=False),
                distinct=True,
            ),
            told_at=Max("sitting__announced_at"),
            over=Count("pk", filter=~Q(outcome=Hearing.Outcome.WAITING)),
            heard=Count("pk", filter=heard),
            written=Count("pk", filter=heard & Q(protocol__state=REGISTERED)),
            written_at=Max("protocol__registered_at"),
            last=Max("sitting__starts_at"),
        )
    )
    found: dict[str, Facts] = defaultdict(dict)
    for row in rows:
        pk, last = row["pk"], row["last"]
        due = admitted[pk].done if pk in admitted else row["total"]
        found["defence-notice"][pk] = Fact(row["told"], due, row["told_at"])
        found["sitting"][pk] = Fact(row["over"], row["total"], last)
        found["protocols"][pk] = Fact(row["written"], row["heard"], row["written_at"])
        found["last-sitting"][pk] = Fact(at=last)
    return found


def results(ids: Collection[int]) -> Facts:
    """How many of the valid results are published."""
    rows = (
        Result.objects.filter(candidate__attestation__in=ids, replaced_by=None)
        .values(pk=F("candidate__attestation"))
        .annotate(
            total=Count("pk"),
            published=Count("published_at"),
            at=Max("published_at"),
        )
    )
    return {row["pk"]: Fact(row["published"], row["total"], row["at"]) for row in rows}


def papers(template: str, abouts: Mapping[str, Collection[int]]) -> Facts:
    """Which attestations a registered document of a template covers.

    Args:
        template: "appeals-order", "chair-report".
        abouts: for each `Document.about`, the attestations that it covers.
    """
    rows = Document.objects.filter(
        template=template, about__in=list(abouts), state=REGISTERED
    ).values_list("about", "registered_at", "pk")
    return {
        attestation: Fact(1, 1, at, paper)
        for about, at, paper in rows
        for attestation in abouts[about]
    }
