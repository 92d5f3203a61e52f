"""Acquaint students with the procedure and the technical requirements."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Attestation, Candidate
from hattama.final.queries.acquaintance import (
    KIND,
    letter,
    milestone,
    missing_texts,
    untold,
)
from hattama.notices import actions as notices
from hattama.notices.models import Notice
from hattama.notices.queries import deliveries
from hattama.people.models import Person

NORMS = (
    "tve-attestation-2020/p17b",
    "tve-process-2020/p21-3q",
    "he-attestation-2020/p70c",
)


@transaction.atomic
def send_acquaintance(
    *, attestation: Attestation, confirm_by: datetime, by: Person, now: datetime
) -> Notice:
    """Send procedure and technical requirements to every candidate not told yet.

    Each must confirm; who has not is reminded and then telephoned. Sending after the
    last moment is possible and recorded as late.

    Args:
        attestation: which.
        confirm_by: aware; in the future and before the first sitting.
        by: who sends.
        now: aware.

    Sources: tve-attestation-2020/p17a, p17b, p17c; tve-process-2020/p21-3l, p21-3q;
    he-attestation-2020/p70c, p74b.

    Raises:
        RuleBroken: `nothing-laid-down`, `everybody-told`, `confirm-by-wrong`.
    """
    candidates = untold(attestation)
    _must_be_sendable(attestation, candidates, confirm_by, now)
    due = milestone(attestation, now).due
    subject, body = letter(attestation)
    notice = notices.notify(
        institution=attestation.campaign.institution,
        kind=KIND,
        about=attestation.stream,
        subject=subject,
        body=body,
        people=[one.student.person for one in candidates],
        by=by,
        now=now,
        link=reverse("my_attestation"),
        confirm_by=confirm_by,
    )
    late = due is not None and now > due
    facts = {"notice": notice.pk, "people": len(candidates), "late": late}
    record(attestation, "acquaintance-sent", by, now, facts)
    return notice


def _must_be_sendable(
    attestation: Attestation,
    candidates: Sequence[Candidate],
    confirm_by: datetime,
    now: datetime,
) -> None:
    if missing_texts(attestation):
        raise RuleBroken("nothing-laid-down", *NORMS)
    if not now < confirm_by <= attestation.first_sitting:
        raise RuleBroken("confirm-by-wrong", first=now, last=attestation.first_sitting)
    if not candidates:
        raise RuleBroken("everybody-told")


@transaction.atomic
def confirm_acquaintance(
    *, candidate: Candidate, how: str, by: Person, now: datetime
) -> None:
    """Note that a candidate knows the procedure (tve-attestation-2020/p17c).

    Args:
        candidate: who.
        how: "app" by themselves, "call" when the curator telephoned.
        by: who notes it.
        now: aware.

    Raises:
        RuleBroken: `not-told-yet`.
    """
    stream = candidate.attestation.stream
    delivery = deliveries(stream, KIND).filter(person=candidate.student.person).first()
    if delivery is None:
        raise RuleBroken("not-told-yet", name=candidate.student.person.full_name)
    notices.confirm(delivery, how, by, now)
