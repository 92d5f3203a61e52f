"""Facts of the register of results and of the chair's report."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from hattama.base.models import LedgerLine
from hattama.core.ballots import LETTER, POINTS
from hattama.core.readmission import school_year_end
from hattama.documents.facts import (
    ChairReport,
    RegisterLine,
    ReportLine,
    ResultsRegister,
)
from hattama.final.models import (
    Attestation,
    Campaign,
    Candidate,
    Commission,
    Hearing,
    Result,
)
from hattama.final.queries import papers
from hattama.final.queries.protocol import grade_words

_BEST_FIRST = (*LETTER.codes, *POINTS.codes)  # the marks 5 to 2 are among the points


def published_results(
    attestation: Attestation, commission: Commission | None = None
) -> QuerySet[Result]:
    """The valid, published results of an attestation, in the order of names.

    Args:
        attestation: one programme's, in one form.
        commission: whose results alone are meant; None for all commissions'.
    """
    results = Result.objects.filter(
        candidate__attestation=attestation,
        replaced_by=None,
        published_at__isnull=False,
    )
    if commission:
        results = results.filter(candidate__commission=commission)
    return results.select_related(
        "candidate__student__person",
        "candidate__student__group",
        "candidate__attestation",
        "protocol__institution",
    ).order_by("candidate__student__person__sort_key", "candidate__attempt")


def register_facts(attestation: Attestation, commission: Commission) -> ResultsRegister:
    """What the register of a commission's results says (he-attestation-2020/p73e)."""
    results = list(published_results(attestation, commission))
    days = {_day(result.decided_at, attestation.campaign) for result in results}
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
        "topic": papers.topic(result.candidate),
        "grade": result.grade,
        "grade_words": grade_words(result.grade, result.points),
        "points": result.points,
        "protocol": papers.reference(result.protocol),
    }


def report_facts(
    commission: Commission,
    conclusions: Sequence[str],
    recommendations: Sequence[str],
    appeals: tuple[int, int],
) -> ChairReport:
    """What the chair's report says: counted numbers, and the chair's own words.

    Args and norms: as `actions.reports.draw_up_report`.
    """
    campaign = commission.campaign
    sittings = list(commission.sittings.all())
    days = [_day(sitting.starts_at, campaign) for sitting in sittings]
    chair = next(one for one in papers.members_of(commission) if one["role"] == "chair")
    acts = LedgerLine.objects.filter(
        stream__name__in=[sitting.stream for sitting in sittings], act="act-drawn-up"
    )
    return {
        "campaign": campaign.title,
        "school_year": school_year(campaign),
        "commission_order": papers.reference(commission.order),
        "chair": chair["name"],
        "starts_on": min(days, default=campaign.starts_on.isoformat()),
        "ends_on": max(days, default=campaign.ends_on.isoformat()),
        "sittings": len(sittings),
        "remote": True,
        "lines": [_report_line(one, commission) for one in _attestations(commission)],
        "incidents": acts.count(),
        "appeals_lodged": appeals[0],
        "appeals_changed": appeals[1],
        "conclusions": [text.strip() for text in conclusions if text.strip()],
        "recommendations": [text.strip() for text in recommendations if text.strip()],
    }


def _attestations(commission: Commission) -> QuerySet[Attestation]:
    return commission.attestations.select_related("programme")


def _report_line(attestation: Attestation, commission: Commission) -> ReportLine:
    """Count students, each once: of who came twice the last result counts."""
    last = {
        result.candidate.student_id: result
        for result in published_results(attestation, commission)
    }
    grades = Counter(result.grade for result in last.values())
    passed = sum(result.passed for result in last.values())
    admitted = Candidate.objects.admitted().filter(
        attestation=attestation, commission=commission
    )
    absent = admitted.filter(hearings__outcome=Hearing.Outcome.ABSENT)
    return {
        "programme": papers.programme_line(attestation),
        "admitted": _students(admitted),
        "appeared": len(last),
        "passed": passed,
        "failed": len(last) - passed,
        "absent": _students(absent.exclude(student__in=last)),
        "grades": [
            {"choice": grade, "votes": grades[grade]}
            for grade in sorted(grades, key=_BEST_FIRST.index)
        ],
    }


def _students(candidates: QuerySet[Candidate]) -> int:
    return candidates.values("student").distinct().count()


def _day(at: datetime, campaign: Campaign) -> str:
    zone = ZoneInfo(campaign.institution.zone)
    return at.astimezone(zone).date().isoformat()


def school_year(campaign: Campaign) -> str:
    """The school year of a campaign: "2025-2026"."""
    ends = school_year_end(campaign.starts_on).year
    return f"{ends - 1}-{ends}"
