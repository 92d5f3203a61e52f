"""What is due from a student."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.final.models import Campaign, Candidate
from hattama.final.queries.own import Duties, duties
from hattama.people.models import Person
from hattama.people.queries import rulebook_of
from hattama.portal.queries.today.due import Due

BEHIND = timedelta(hours=12)


def own_attestation(person: Person, now: datetime) -> Iterator[Due]:
    """The pack still to hand in and the hearing to come, in open campaigns."""
    if not hasattr(person, "student"):
        return
    candidates = (
        Candidate.objects.with_people()
        .select_related("attestation__campaign__institution", "attestation__programme")
        .filter(
            student__person=person,
            attestation__campaign__state=Campaign.State.OPEN,
        )
    )
    for candidate in candidates:
        due = duties(candidate, now)
        yield from _pack(due)
        yield from _hearing(due)


def _pack(due: Duties) -> Iterator[Due]:
    if not due.must_hand_in:
        return
    campaign = due.candidate.attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on).rules
    yield Due(
        _("Hand in your work and its papers"),
        reverse("my_attestation"),
        due.pack_due,
        rules["pack-submission"].basis if "pack-submission" in rules else (),
        icon="upload",
        late=bool(due.pack_due and due.pack_due < due.now),
    )


def _hearing(due: Duties) -> Iterator[Due]:
    hearing = due.hearing
    if hearing is None or hearing.planned_at < due.now - BEHIND:
        return
    if hearing.outcome == hearing.Outcome.WAITING:
        yield Due(
            _("Your turn before the commission"),
            reverse("candidate_room", args=[hearing.sitting_id]),
            hearing.planned_at,
            icon="cap",
        )
