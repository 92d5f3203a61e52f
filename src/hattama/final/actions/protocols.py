"""Draw up the protocols, have them signed, send them out."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import bell
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.core.sitting.events import Ending
from hattama.documents import actions as documents
from hattama.documents.models import Document
from hattama.final.actions.sittings import must_be_secretary
from hattama.final.models import Hearing, Result, Seat, Sitting
from hattama.final.queries.log import state_of
from hattama.final.queries.protocol import hearing_facts, sitting_facts
from hattama.notices import actions as notices
from hattama.people.models import Person


@transaction.atomic
def draw_up_protocol(hearing: Hearing, by: Person, now: datetime) -> Document:
    """Make the protocol of a graded student and ask chair and secretary to sign it.

    The result exists from here on, unpublished (he-attestation-2020/p62a,
    tve-process-2020/p21-5b).

    Raises:
        RuleBroken: "not-secretary", "no-result-yet", "protocol-there".
    """
    sitting = hearing.sitting
    must_be_secretary(sitting, by)
    state = state_of(sitting)
    read = state.hearings[str(hearing.pk)] if state else None
    if read is None or read.ending is not Ending.GRADED:
        raise RuleBroken("no-result-yet", "he-attestation-2020/p61")
    if hearing.protocol is not None:
        raise RuleBroken("protocol-there", "he-attestation-2020/p62a")
    facts = hearing_facts(hearing, now)
    document = _drafted(
        sitting,
        template="hearing-protocol",
        title=said(
            _("Protocol of the attestation commission: %(name)s"), name=facts["student"]
        ),
        facts=dict(facts),
        by=by,
        now=now,
    )
    hearing.protocol = document
    hearing.save(update_fields=["protocol"])
    Result.objects.create(
        candidate=hearing.candidate,
        grade=facts["grade"],
        points=facts["points"],
        passed=facts["passed"],
        degree=read.degree,
        basis=facts["basis"],
        protocol=document,
        decided_at=read.ended or now,
    )
    bell.ring(sitting.stream)
    return document


@transaction.atomic
def draw_up_sitting_protocol(sitting: Sitting, by: Person, now: datetime) -> Document:
    """Make the protocol of a closed sitting and ask for its signatures.

    Raises:
        RuleBroken: "not-secretary", "sitting-not-closed", "protocol-there".
    """
    must_be_secretary(sitting, by)
    state = state_of(sitting)
    if state is None or state.closed is None:
        raise RuleBroken("sitting-not-closed")
    if sitting.protocol is not None:
        raise RuleBroken("protocol-there", "he-attestation-2020/p62a")
    document = _drafted(
        sitting,
        template="sitting-protocol",
        title=said(_("Protocol of the sitting of the attestation commission")),
        facts=dict(sitting_facts(sitting, now)),
        by=by,
        now=now,
    )
    sitting.protocol = document
    sitting.save(update_fields=["protocol"])
    bell.ring(sitting.stream)
    return document


@transaction.atomic
def draw_up_all(sitting: Sitting, by: Person, now: datetime) -> list[Document]:
    """Draw up every protocol that a sitting's graded hearings still lack."""
    state = state_of(sitting)
    graded = {
        int(key)
        for key, one in (state.hearings if state else {}).items()
        if one.ending is Ending.GRADED
    }
    waiting = sitting.hearings.filter(pk__in=graded, protocol=None).select_related(
        "candidate__student__person",
        "candidate__student__group",
        "candidate__attestation__programme",
        "sitting__commission__campaign__institution",
    )
    return [draw_up_protocol(hearing, by, now) for hearing in waiting]


def send_protocol(sitting: Sitting, by: Person | None, now: datetime) -> None:
    """Send the registered protocols to all members (he-attestation-2020/p62c)."""
    members = [
        seat.person for seat in sitting.commission.seats.select_related("person")
    ]
    notices.notify(
        institution=sitting.commission.campaign.institution,
        kind="protocols",
        about=sitting.stream,
        subject=said(_("Protocols of the sitting are signed")),
        body=said(_("The signed protocols of the sitting can be read and kept.")),
        people=members,
        by=by,
        now=now,
        link=reverse("sitting_protocols", args=[sitting.pk]),
    )


def _drafted(
    sitting: Sitting,
    *,
    template: str,
    title: dict[str, str],
    facts: dict[str, object],
    by: Person,
    now: datetime,
) -> Document:
    """Draft a protocol signed by chair and technical secretary, read by the members."""
    seats = list(sitting.commission.seats.select_related("person"))
    by_role = {seat.role: seat.person for seat in seats}
    document = documents.draft(
        institution=sitting.commission.campaign.institution,
        kind=Document.Kind.PROTOCOL,
        template=template,
        title=title,
        about=sitting.stream,
        facts=facts,
        signers=[
            (by_role[Seat.Role.CHAIR], "chair"),
            (by_role[Seat.Role.SECRETARY], "secretary"),
        ],
        by=by,
        now=now,
        readers=[seat.person for seat in seats],
    )
    documents.start_signing(document, by, now)
    return document
