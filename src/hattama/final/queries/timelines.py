"""The milestones of attestations as they stand."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from hattama.calendars.queries import calendar_of
from hattama.core.admission import required_parts
from hattama.core.milestones import Course, Fact, Milestone, timeline
from hattama.core.preparation import plans_for
from hattama.final.models import Attestation, Campaign, Commission
from hattama.final.queries import progress
from hattama.people.queries import rulebook_of


def timelines(
    campaign: Campaign, attestations: Sequence[Attestation], now: datetime
) -> dict[int, tuple[Milestone, ...]]:
    """The milestones of attestations of one campaign, by attestation.

    As many questions to the database for thirty attestations as for one.

    Args:
        campaign: whose institution is at hand.
        attestations: of it, with their programmes.
        now: aware.
    """
    found = courses(campaign, attestations)
    return {pk: timeline(course, now) for pk, course in found.items()}


def timeline_of(attestation: Attestation, now: datetime) -> tuple[Milestone, ...]:
    """The milestones of one attestation."""
    return timelines(attestation.campaign, [attestation], now)[attestation.pk]


def course_of(attestation: Attestation) -> Course:
    """All that the milestones of one attestation are computed from."""
    return courses(attestation.campaign, [attestation])[attestation.pk]


def courses(
    campaign: Campaign, attestations: Sequence[Attestation]
) -> dict[int, Course]:
    """All that the milestones of attestations of one campaign are computed from."""
    institution = campaign.institution
    for attestation in attestations:
        attestation.campaign = campaign
    rules = rulebook_of(institution, campaign.starts_on)
    calendar = calendar_of(institution)
    required = {one.pk: parts_of(one) for one in attestations}
    facts = _facts(campaign, attestations, required)
    return {
        one.pk: Course(
            plans_for(one.form, institution.book, has_pack=bool(required[one.pk])),
            rules,
            calendar,
            _events(one, facts[one.pk]),
            facts[one.pk],
        )
        for one in attestations
    }


def parts_of(attestation: Attestation) -> tuple[frozenset[str], ...]:
    """What a student of an attestation must hand in (tve-process-2020/p21-3y)."""
    programme = attestation.programme
    return required_parts(
        attestation.form,
        attestation.campaign.institution.book,
        programme.profile,
        programme.code,
    )


def _events(attestation: Attestation, facts: dict[str, Fact]) -> dict[str, datetime]:
    events = {"sitting": attestation.first_sitting}
    last = facts.get("last-sitting", Fact()).at
    events["last-sitting"] = last or attestation.first_sitting
    results = facts.get("results", Fact())
    if results.complete and results.at:
        events["publication"] = results.at
    return events


def _facts(
    campaign: Campaign, attestations: Sequence[Attestation], required: progress.Required
) -> dict[int, dict[str, Fact]]:
    ids = list(required)
    zone = ZoneInfo(campaign.institution.zone)
    found = progress.candidates(ids, zone)
    admitted = found.get("admitted", {})
    found = {
        **found,
        **progress.hearings(ids, admitted),
        "commission-order": progress.commission_orders(ids),
        "acquaintance": progress.acquaintance(attestations, admitted),
        "webinar": progress.webinars(ids),
        "pack-submission": progress.packs(ids, required, admitted),
        "technical-check": progress.technical_checks(ids, admitted),
        "results": progress.results(ids),
        "appeals-commission": progress.papers(
            "appeals-order", {f"campaign:{campaign.pk}": ids}
        ),
        "chair-report": progress.papers("chair-report", _commissions(ids)),
    }
    by_attestation: dict[int, dict[str, Fact]] = {pk: {} for pk in ids}
    for code, facts in found.items():
        for pk, fact in facts.items():
            by_attestation[pk][code] = fact
    return by_attestation


def _commissions(ids: Sequence[int]) -> dict[str, list[int]]:
    rows = Commission.objects.filter(attestations__in=ids).values_list(
        "pk", "attestations"
    )
    found: dict[str, list[int]] = defaultdict(list)
    for commission, attestation in rows:
        found[f"commission:{commission}"].append(attestation)
    return found
