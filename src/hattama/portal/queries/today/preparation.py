"""Milestones of the campaigns under way, by the posts and seats a person holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hattama.base.texts import pick
from hattama.final.models import Attestation, Campaign, Candidate, Seat
from hattama.final.queries.campaigns import attestations_of
from hattama.final.queries.own import guided
from hattama.final.queries.timelines import timelines
from hattama.final.queries.words import MILESTONES
from hattama.people.models import Person
from hattama.people.queries import offices
from hattama.portal.queries.today.due import Due

Key = tuple[str, datetime | None, tuple[str, ...], bool]

NAMED = 4  # programmes on one line
WANTED = ("due", "late", "impossible")
SEAT_OFFICE = {"chair": "chair", "secretary": "technical_secretary"}


def milestones(person: Person, now: datetime) -> Iterator[Due]:
    """What the person answers for in the open campaigns, and is due or late."""
    held = offices(person, timezone.localdate(now))
    seated = _seated(person)
    if not held and not seated:
        return
    for campaign in _open(person):
        rows = attestations_of(campaign)
        if not held:
            rows = [row for row in rows if row.pk in seated]
        found = timelines(campaign, rows, now)
        due: dict[Key, list[Attestation]] = defaultdict(list)
        for row in rows:
            answers_for = held | seated.get(row.pk, frozenset())
            for one in found[row.pk]:
                if one.state in WANTED and answers_for & {*one.plan.offices}:
                    key = (one.code, one.due, one.basis, one.state != "due")
                    due[key].append(row)
        yield from (_due(campaign, key, which) for key, which in due.items())


def guided_packs(person: Person, now: datetime) -> Iterator[Due]:
    """Packs that lack a part of those whom the person supervises or reviews."""
    students = list(
        Candidate.objects.with_people()
        .select_related("attestation__campaign__institution", "attestation__programme")
        .filter(
            Q(supervisor=person) | Q(reviewer=person),
            attestation__campaign__state=Campaign.State.OPEN,
            attestation__first_sitting__gt=now,
        )
    )
    lacking = [pack for pack in guided(students) if pack.missing]
    if lacking:
        names = ", ".join(
            pack.candidate.student.person.short_name for pack in lacking[:3]
        )
        yield Due(
            _("Works or reviews are missing: %(count)s") % {"count": len(lacking)},
            reverse("my_students"),
            note=names,
            icon="upload",
        )


def _open(person: Person) -> list[Campaign]:
    campaigns = Campaign.objects.filter(
        institution=person.institution_id, state=Campaign.State.OPEN
    )
    return list(campaigns.select_related("institution"))


def _seated(person: Person) -> Mapping[int, frozenset[str]]:
    """The offices that seats in commissions amount to, by attestation."""
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    rows = Seat.objects.filter(person=person, role__in=SEAT_OFFICE).values_list(
        "commission__attestations", "role"
    )
    for attestation, role in rows:
        found[attestation] |= {SEAT_OFFICE[role]}
    return found


def _due(campaign: Campaign, key: Key, which: list[Attestation]) -> Due:
    """One line for all programmes for which the same is due at the same time."""
    code, at, basis, late = key
    first, *others = which
    programmes = [f"{first.programme.code} {pick(first.programme.name)}"]
    programmes += [row.programme.code for row in others[: NAMED - 1]]
    if len(which) > NAMED:
        programmes.append(_("and %(count)s more") % {"count": len(which) - NAMED})
    url = (
        reverse("campaign", args=[campaign.pk])
        if others
        else reverse("attestation", args=[first.pk])
    )
    note = ", ".join(programmes)
    return Due(str(MILESTONES[code]), url, at, basis, note, icon="flag", late=late)
