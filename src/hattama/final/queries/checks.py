"""Technical checks: reads."""

from collections.abc import Iterable
from datetime import datetime

from hattama.calendars.queries import calendar_of
from hattama.core.deadlines import count
from hattama.final.models import Attestation, Candidate, TechnicalCheck
from hattama.people.queries import rulebook_of

Checks = dict[int | None, TechnicalCheck]


def newest_checks(attestation: Attestation, candidates: Iterable[Candidate]) -> Checks:
    """The newest check by candidate; under None that of the room."""
    rows = TechnicalCheck.objects.filter(
        attestation=attestation, candidate__in=list(candidates)
    ).order_by("at", "pk")
    found: Checks = {row.candidate_id: row for row in rows}
    room = TechnicalCheck.objects.filter(attestation=attestation, candidate=None)
    if newest := room.order_by("-at", "-pk").first():
        found[None] = newest
    return found


def check_due(attestation: Attestation) -> datetime | None:
    """By when equipment must be checked (tve-process-2020/p21-3w); None: no period."""
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    if "technical-check" not in rules.rules:
        return None
    rule = rules.rule("technical-check")
    return count(rule, attestation.first_sitting, calendar_of(campaign.institution)).at
