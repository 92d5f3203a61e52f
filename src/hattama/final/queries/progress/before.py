"""Before the first sitting: orders, candidates, notices, packs, checks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Min, Q

from hattama.core.milestones import Fact
from hattama.final.models import (
    Attestation,
    Candidate,
    Commission,
    Meeting,
    PackPart,
    TechnicalCheck,
)
from hattama.final.queries.progress.common import REGISTERED, Facts, grouped
from hattama.notices.models import Delivery

Required = Mapping[int, tuple[frozenset[str], ...]]


def commission_orders(ids: Collection[int]) -> Facts:
    """Whether a registered order appoints the commission of each."""
    rows = Commission.objects.filter(attestations__in=ids).values_list(
        "attestations", "order__state", "order__registered_at", "order"
    )
    by_attestation: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for pk, *order in rows:
        by_attestation[pk].append(tuple(order))
    return {pk: _orders(orders) for pk, orders in by_attestation.items()}


def _orders(orders: list[tuple[Any, ...]]) -> Fact:
    signed = [order for order in orders if order[0] == REGISTERED]
    _state, at, paper = max(
        signed, key=lambda order: order[1], default=("", None, None)
    )
    return Fact(len(signed), len(orders), at, paper)


def candidates(ids: Collection[int], zone: ZoneInfo) -> dict[str, Facts]:
    """Topics, preliminary defence, admission; and under "admitted" who is admitted."""
    rows = (
        Candidate.objects.filter(attestation__in=ids)
        .values("attestation")
        .annotate(
            total=Count("pk"),
            ordered=Count("pk", filter=Q(topic_order__state=REGISTERED)),
            ordered_at=Max("topic_order__registered_at"),
            topics=Max("topic_order", filter=Q(topic_order__state=REGISTERED)),
            predefended=Count("predefended_on"),
            predefended_on=Max("predefended_on"),
            decided=Count("pk", filter=Q(admission_order__state=REGISTERED)),
            decided_at=Max("admission_order__registered_at"),
            order=Max("admission_order", filter=Q(admission_order__state=REGISTERED)),
            admitted=Count(
                "pk",
                filter=Q(
                    admission=Candidate.Admission.ADMITTED,
                    admission_order__state=REGISTERED,
                ),
            ),
        )
    )
    found: dict[str, Facts] = defaultdict(dict)
    for row in rows:
        pk, total = row["attestation"], row["total"]
        found["topics-order"][pk] = Fact(
            row["ordered"], total, row["ordered_at"], row["topics"]
        )
        held_on = row["predefended_on"]
        held_at = held_on and datetime.combine(held_on, time(), zone)
        found["predefence"][pk] = Fact(row["predefended"], total, held_at)
        found["admission-order"][pk] = Fact(
            row["decided"], total, row["decided_at"], row["order"]
        )
        found["admitted"][pk] = Fact(row["admitted"], total)
    return found


def acquaintance(attestations: Iterable[Attestation], totals: Facts) -> Facts:
    """How many candidates were told the procedure, and when the last of them was."""
    streams = {attestation.stream: attestation.pk for attestation in attestations}
    rows = (
        Delivery.objects.filter(
            notice__kind="acquaintance", notice__about__in=list(streams)
        )
        .values("notice__about", "person")
        .annotate(first=Min("notice__at"))
        .values_list("notice__about", "first")
    )
    told = grouped((streams[about], first) for about, first in rows)
    return {
        pk: Fact(len(moments), totals[pk].total, max(moments))
        for pk, moments in told.items()
        if pk in totals
    }


def webinars(ids: Collection[int]) -> Facts:
    """Whether the instruction webinar was held, and when."""
    rows = Meeting.objects.filter(
        attestation__in=ids, kind=Meeting.Kind.WEBINAR, held_at__isnull=False
    ).values_list("attestation", "starts_at")
    return {pk: Fact(1, 1, max(moments)) for pk, moments in grouped(rows).items()}


def packs(ids: Collection[int], required: Required, admitted: Facts) -> Facts:
    """How many of the admitted have handed in every part; the newest part counts.

    Args:
        ids: of the attestations.
        required: what a pack of each must hold, as `core.admission.required_parts`.
        admitted: who is admitted, as `candidates` gives it.
    """
    rows = (
        PackPart.objects.filter(candidate__attestation__in=ids)
        .values("candidate__attestation", "kind")
        .annotate(students=Count("candidate", distinct=True), at=Max("handed_at"))
    )
    handed: dict[int, dict[str, tuple[int, datetime]]] = defaultdict(dict)
    for row in rows:
        kinds = handed[row["candidate__attestation"]]
        kinds[row["kind"]] = (row["students"], row["at"])
    return {
        pk: _pack(kinds, required.get(pk, ()), admitted[pk].done)
        for pk, kinds in handed.items()
        if pk in admitted
    }


def _pack(
    handed: Mapping[str, tuple[int, datetime]],
    required: tuple[frozenset[str], ...],
    admitted: int,
) -> Fact:
    least = min(
        (
            sum(handed[kind][0] for kind in parts if kind in handed)
            for parts in required
        ),
        default=0,
    )
    moments = [
        at for kind, (_n, at) in handed.items() if any(kind in r for r in required)
    ]
    return Fact(min(least, admitted), admitted, max(moments, default=None))


def technical_checks(ids: Collection[int], admitted: Facts) -> Facts:
    """How many of the admitted, and the room, passed; the first check counts."""
    rows = (
        TechnicalCheck.objects.filter(attestation__in=ids, failed=[])
        .values("attestation", "candidate")
        .annotate(first=Min("at"))
        .values_list("attestation", "first")
    )
    return {
        pk: Fact(len(moments), admitted[pk].done + 1, max(moments))
        for pk, moments in grouped(rows).items()
        if pk in admitted
    }
