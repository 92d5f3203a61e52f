"""Draw up the protocols, have them signed, send them out."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.core.sitting import Hearing as HearingState
from hattama.core.sitting.events import Ending
from hattama.documents import actions as documents
from hattama.documents.facts import HearingProtocol
from hattama.documents.models import Document, Signature
from hattama.final.actions.log import institution_of
from hattama.final.actions.sittings import must_be_secretary
from hattama.final.models import Hearing, Result, Seat, Sitting
from hattama.final.queries.protocol import (
    Reading,
    hearing_facts,
    reading_of,
    sitting_facts,
)
from hattama.notices import actions as notices
from hattama.people.models import Person


@transaction.atomic
def draw_up_protocol(hearing: Hearing, by: Person, now: datetime) -> Document:
    """Make the protocol of a graded student and ask chair and secretary to sign it.

    The result exists from here on, unpublished (he-attestation-2020/p62a,
    tve-process-2020/p21-5b). Of two who draw up at the same moment one is refused.

    Args:
        hearing: of a convened sitting.
        by: the technical secretary.
        now: aware.

    Raises:
        RuleBroken: "not-secretary", "sitting-not-convened", "no-result-yet"
            (he-attestation-2020/p61), "protocol-there".
    """
    read = _held_reading(hearing.sitting, by)
    hearing.refresh_from_db(fields=["protocol"])
    return _draw_up(hearing, read, by, now)


@transaction.atomic
def draw_up_all(sitting: Sitting, by: Person, now: datetime) -> list[Document]:
    """Draw up every protocol that a sitting's graded hearings still lack.

    Whoever comes second at the same moment finds nothing left to do.

    Raises:
        RuleBroken: "not-secretary", "sitting-not-convened".
    """
    read = _held_reading(sitting, by)
    graded = [
        int(key)
        for key, one in read.state.hearings.items()
        if one.ending is Ending.GRADED
    ]
    missing = (
        sitting.hearings.filter(pk__in=graded, protocol=None)
        .select_related(
            "candidate__student__person",
            "candidate__student__group",
            "candidate__attestation__programme",
            "candidate__supervisor",
            "candidate__reviewer",
            "candidate__admission_order__institution",
        )
        .prefetch_related("candidate__pack")
    )
    return [_draw_up(hearing, read, by, now) for hearing in missing]


@transaction.atomic
def draw_up_sitting_protocol(sitting: Sitting, by: Person, now: datetime) -> Document:
    """Make the protocol of a closed sitting and ask for its signatures.

    Args and norms: as `draw_up_protocol`.

    Raises:
        RuleBroken: "not-secretary", "sitting-not-convened", "sitting-not-closed",
            "protocol-there".
    """
    read = _held_reading(sitting, by)
    if read.state.closed is None:
        raise RuleBroken("sitting-not-closed")
    sitting.refresh_from_db(fields=["protocol"])
    if sitting.protocol is not None:
        raise RuleBroken("protocol-there", "he-attestation-2020/p62a")
    sitting.protocol = _drafted(
        sitting,
        template="sitting-protocol",
        title=said(_("Protocol of the sitting of the attestation commission")),
        facts=dict(sitting_facts(read, now)),
        by=by,
        now=now,
    )
    sitting.save(update_fields=["protocol"])
    bell.ring(sitting.stream)
    return sitting.protocol


def send_protocols(sitting: Sitting, by: Person | None, now: datetime) -> None:
    """Send the registered protocols to all members (he-attestation-2020/p62c)."""
    seats = sitting.commission.seats.select_related("person")
    notices.notify(
        institution=sitting.commission.campaign.institution,
        kind="protocols",
        about=sitting.stream,
        subject=said(_("Protocols of the sitting are signed")),
        body=said(_("The signed protocols of the sitting can be read and kept.")),
        people=[seat.person for seat in seats],
        by=by,
        now=now,
        link=reverse("sitting_protocols", args=[sitting.pk]),
    )


def _held_reading(sitting: Sitting, by: Person) -> Reading:
    """Read the log, held until the transaction ends: nobody else draws up meanwhile."""
    must_be_secretary(sitting, by)
    ledger.hold(institution=institution_of(sitting), stream=sitting.stream)
    return reading_of(sitting)


def _draw_up(hearing: Hearing, read: Reading, by: Person, now: datetime) -> Document:
    told = read.state.hearings.get(str(hearing.pk))
    if told is None or told.ending is not Ending.GRADED:
        raise RuleBroken("no-result-yet", "he-attestation-2020/p61")
    if hearing.protocol is not None:
        raise RuleBroken("protocol-there", "he-attestation-2020/p62a")
    facts = hearing_facts(hearing, read, now)
    document = _drafted(
        read.sitting,
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
    _keep_result(hearing, document, facts, told, now)
    bell.ring(read.sitting.stream)
    return document


def _keep_result(
    hearing: Hearing,
    protocol: Document,
    facts: HearingProtocol,
    told: HearingState,
    now: datetime,
) -> None:
    Result.objects.create(
        candidate=hearing.candidate,
        grade=facts["grade"],
        points=facts["points"],
        passed=facts["passed"],
        degree=told.degree,
        basis=facts["basis"],
        protocol=protocol,
        decided_at=told.ended or now,
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
            (by_role[Seat.Role.CHAIR], Signature.Role.CHAIR),
            (by_role[Seat.Role.SECRETARY], Signature.Role.SECRETARY),
        ],
        by=by,
        now=now,
        readers=[seat.person for seat in seats],
        copies=False,  # members are sent all protocols of a sitting together
    )
    documents.start_signing(document, by, now)
    return document
