"""Meetings before the first sitting: reads."""

from datetime import datetime

from django.db.models import Count, QuerySet

from hattama.calendars.queries import calendar_of
from hattama.core.deadlines import count
from hattama.final.models import Attestation, Meeting, Seat
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

REQUIRED = {
    "kz-tve": (
        frozenset({"procedure", "formatting", "duration", "appeal", "rehearsal"}),
        ("tve-process-2020/p21-3k", "tve-attestation-2020/p19b"),
    ),
    "kz-he": (
        frozenset({"procedure", "duration", "recording"}),
        ("he-attestation-2020/p70f",),
    ),
}


def meetings_of(attestation: Attestation) -> QuerySet[Meeting]:
    """An attestation's meetings in order, with `there`: how many came."""
    return (
        Meeting.objects.filter(attestation=attestation)
        .annotate(there=Count("attendance"))
        .order_by("starts_at", "pk")
    )


def required_topics(
    attestation: Attestation,
) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a webinar must explain, and the norms that say so."""
    return REQUIRED[attestation.campaign.institution.book]


def webinar_window(attestation: Attestation) -> tuple[datetime, datetime] | None:
    """Between which moments the webinar should be held (tve-attestation-2020/p19a)."""
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    if "webinar" not in rules.rules:
        return None
    calendar = calendar_of(campaign.institution)
    window = count(rules.rule("webinar"), attestation.first_sitting, calendar)
    return (window.not_before, window.at) if window.not_before else None


def expected(meeting: Meeting) -> list[Person]:
    """Whom a meeting is for: candidates; to a webinar the commission too.

    Source: he-attestation-2020/p73b.
    """
    people = Person.objects.filter(
        student__candidacies__attestation=meeting.attestation_id
    )
    found = list(people.order_by("sort_key").distinct())
    if meeting.kind == Meeting.Kind.WEBINAR:
        seats = Seat.objects.filter(
            commission__attestations=meeting.attestation_id
        ).select_related("person")
        found += [seat.person for seat in seats]
    return list(dict.fromkeys(found))
