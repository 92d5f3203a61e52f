"""Facts of the register of results and of the chair's report."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils import timezone

from hattama.base.models import LedgerLine
from hattama.core.readmission import school_year_end
from hattama.documents.facts import (
    ChairReport,
    RegisterLine,
    ReportLine,
    ResultsRegister,
)
from hattama.final.models import Attestation, Campaign, Commission, Hearing, Result
from hattama.final.queries import papers
from hattama.final.queries.protocol import grade_words


def published_results(attestation: Attestation) -> QuerySet[Result]:
    """The valid, published results of an attestation, in the order of names."""
    return (
        Result.objects.filter(
            candidate__attestation=attestation,
            replaced_by=None,
            published_at__isnull=False,
        )
        .select_related(
            "candidate__student__person", "candidate__student__group", "protocol"
        )
        .order_by("candidate__student__person__sort_key", "candidate__attempt")
    )


def register_facts(attestation: Attestation, commission: Commission) -> ResultsRegister:
    """What the register of an attestation's results says."""
    results = list(published_results(attestation))
    days = {timezone.localdate(result.decided_at).isoformat() for result in results}
    return {
        "campaign": attestation.campaign.title,
        "school_year": school_year(attestation.campaign),
        "programme": papers.programme_line(attestation),
        "commission_order": papers.reference(commission.order),
        "held_on": sorted(days),
        "lines": [_register_line(result) for result in results],
    }


def _register_line(result: Result) -> RegisterLine:
    student = result.candidate.student
    return {
        "name": student.person.full_name,
        "group": student.group.name,
        "topic": result.candidate.topic,
        "grade": result.grade,
        "grade_words": grade_words(result.grade),
        "points": result.points,
        "protocol": papers.reference(result.protocol),
    }


def report_facts(
    commission: Commission,
    conclusions: Sequence[str],
    recommendations: Sequence[str],
    appeals: tuple[int, int],
) -> ChairReport:
    """What the chair's report says: counted numbers, and the chair's own words."""
    campaign = commission.campaign
    sittings = list(commission.sittings.all())
    days = [timezone.localdate(sitting.starts_at).isoformat() for sitting in sittings]
    chair = next(one for one in papers.members_of(commission) if one["role"] == "chair")
    return {
        "campaign": campaign.title,
        "school_year": school_year(campaign),
        "commission_order": papers.reference(commission.order),
        "chair": chair["name"],
        "starts_on": min(days, default=campaign.starts_on.isoformat()),
        "ends_on": max(days, default=campaign.ends_on.isoformat()),
        "sittings": len(sittings),
        "remote": True,
        "lines": [_report_line(one) for one in commission.attestations.all()],
        "incidents": LedgerLine.objects.filter(
            stream__name__in=[sitting.stream for sitting in sittings],
            act="act-drawn-up",
        ).count(),
        "appeals_lodged": appeals[0],
        "appeals_changed": appeals[1],
        "conclusions": [text.strip() for text in conclusions if text.strip()],
        "recommendations": [text.strip() for text in recommendations if text.strip()],
    }


def _report_line(attestation: Attestation) -> ReportLine:
    results = list(published_results(attestation))
    candidates = attestation.candidates.filter(admission="admitted")
    grades = Counter(result.grade for result in results)
    passed = sum(result.passed for result in results)
    return {
        "programme": papers.programme_line(attestation),
        "admitted": candidates.count(),
        "appeared": len(results),
        "passed": passed,
        "failed": len(results) - passed,
        "absent": candidates.filter(hearings__outcome=Hearing.Outcome.ABSENT)
        .distinct()
        .count(),
        "grades": [
            {"choice": grade, "votes": number}
            for grade, number in sorted(grades.items())
        ],
    }


def school_year(campaign: Campaign) -> str:
    """The school year of a campaign: "2025-2026"."""
    ends = school_year_end(campaign.starts_on).year
    return f"{ends - 1}-{ends}"
