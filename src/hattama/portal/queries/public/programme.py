"""One programme's final attestation as anybody may see it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from hattama.core.ballots import SCALES
from hattama.documents.models import Document
from hattama.final.models import (
    Attestation,
    Candidate,
    Commission,
    Hearing,
    Meeting,
    Result,
    Seat,
    Sitting,
)
from hattama.final.queries.reports import published_results
from hattama.people.models import Institution
from hattama.people.queries import rulebook_of
from hattama.portal.queries.public.naming import public_name


@dataclass(frozen=True)
class Line:
    """A student in a public list.

    Attributes:
        name: as the policy allows.
        at: time of the hearing.
        topic, supervisor: of an approved work.
        grade: published.
        passed: whether it is a pass.
    """

    name: str
    at: datetime | None = None
    topic: dict[str, str] | None = None
    supervisor: str = ""
    grade: str = ""
    passed: bool | None = None


@dataclass(frozen=True)
class Day:
    """A sitting that was announced, and who is heard when."""

    sitting: Sitting
    lines: list[Line]


@dataclass(frozen=True)
class Share:
    """How many students had a grade, for the chart."""

    grade: str
    number: int
    passed: bool


@dataclass(frozen=True)
class Programme:
    """All that the page of a programme shows.

    Attributes:
        attestation: which.
        meetings: consultations, preliminary defences, the webinar.
        days: announced sittings.
        commissions: those whose public order is registered.
        topics, admitted, results: students by the policy; empty while not public.
        orders: the registered public orders behind these lists.
        shares: the results by grade.
    """

    attestation: Attestation
    meetings: list[Meeting]
    days: list[Day]
    commissions: list[Commission]
    topics: list[Line]
    admitted: list[Line]
    results: list[Line]
    orders: list[Document]
    shares: list[Share]

    @property
    def passed(self) -> int:
        """How many passed."""
        return sum(share.number for share in self.shares if share.passed)


def programme(attestation: Attestation) -> Programme:
    """What is public of one attestation.

    Norms: tve-process-2020/p21-3j, p21-5c; tve-attestation-2020/p29b.
    """
    policy = attestation.campaign.institution.public_names
    candidates = list(_candidates(attestation))
    results = list(published_results(attestation))
    commissions = list(_commissions(attestation))
    return Programme(
        attestation=attestation,
        meetings=list(attestation.meetings.all()),
        days=_days(attestation, policy),
        commissions=commissions,
        topics=_topics(candidates, policy),
        admitted=_admitted(candidates, policy),
        results=_sorted(
            (
                Line(
                    public_name(one.candidate, policy),
                    grade=one.grade,
                    passed=one.passed,
                )
                for one in results
            ),
            policy,
        ),
        orders=_orders(commissions, candidates),
        shares=_shares(attestation, results),
    )


def is_public(order: Document | None) -> bool:
    """Whether a list may be shown by this order."""
    return (
        order is not None and order.public and order.state == Document.State.REGISTERED
    )


def _candidates(attestation: Attestation) -> QuerySet[Candidate]:
    return Candidate.objects.with_people().filter(attestation=attestation)


def _commissions(attestation: Attestation) -> QuerySet[Commission]:
    return (
        attestation.commissions.filter(
            order__state=Document.State.REGISTERED, order__public=True
        )
        .select_related("order")
        .prefetch_related(Prefetch("seats", Seat.objects.select_related("person")))
    )


def _topics(candidates: Iterable[Candidate], policy: str) -> list[Line]:
    named = policy != Institution.Names.CODE  # a topic beside a code would break it
    lines = [
        Line(
            public_name(one, policy) if named else "",
            topic=one.topic,
            supervisor=one.supervisor.short_name if one.supervisor else "",
        )
        for one in candidates
        if is_public(one.topic_order)
    ]
    if named:
        return lines
    return sorted(lines, key=lambda line: sorted((line.topic or {}).values()))


def _admitted(candidates: Iterable[Candidate], policy: str) -> list[Line]:
    return _sorted(
        (
            Line(public_name(one, policy))
            for one in candidates
            if one.admission == Candidate.Admission.ADMITTED
            and is_public(one.admission_order)
        ),
        policy,
    )


def _days(attestation: Attestation, policy: str) -> list[Day]:
    hearings = (
        Hearing.objects.filter(
            candidate__attestation=attestation, sitting__announced_at__isnull=False
        )
        .exclude(outcome=Hearing.Outcome.MOVED)
        .select_related("sitting", "candidate__student__person")
        .order_by("sitting__starts_at", "sitting", "position")
    )
    return [
        Day(
            sitting,
            [
                Line(public_name(one.candidate, policy), at=one.planned_at)
                for one in turns
            ],
        )
        for sitting, turns in groupby(hearings, key=lambda one: one.sitting)
    ]


def _orders(
    commissions: Iterable[Commission], candidates: Iterable[Candidate]
) -> list[Document]:
    orders = [commission.order for commission in commissions]
    for candidate in candidates:
        orders += [candidate.topic_order, candidate.admission_order]
    return list(
        {order.pk: order for order in orders if order and is_public(order)}.values()
    )


def _shares(attestation: Attestation, results: Iterable[Result]) -> list[Share]:
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    counts = Counter(result.grade for result in results)
    scale = SCALES[str(rules.value("scale"))]
    return [
        Share(grade.code, counts[grade.code], grade.passes)
        for grade in scale.grades
        if counts[grade.code]
    ]


def _sorted(lines: Iterable[Line], policy: str) -> list[Line]:
    """By code where students go by codes: the alphabet would give them away."""
    if policy == Institution.Names.CODE:
        return sorted(lines, key=lambda line: line.name)
    return list(lines)
