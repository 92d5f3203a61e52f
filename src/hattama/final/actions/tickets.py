"""The tickets of an oral exam."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Attestation, Sitting
from hattama.final.queries.log import state_of
from hattama.people.models import Person


@transaction.atomic
def set_tickets(
    *, attestation: Attestation, tickets: Sequence[str], by: Person, now: datetime
) -> None:
    """Give an oral exam its tickets, in order.

    Raises:
        RuleBroken: `no-tickets-in-this-form`; `ticket-twice`; `tickets-fixed` once a
            sitting is convened (tve-attestation-2020/p25a).
    """
    if attestation.form != Attestation.Form.ORAL:
        raise RuleBroken("no-tickets-in-this-form")
    if len(set(tickets)) < len(tickets):
        raise RuleBroken("ticket-twice")
    _must_not_be_drawn_from(attestation)
    attestation.tickets = list(tickets)
    attestation.save(update_fields=["tickets"])
    record(attestation, "tickets-set", by, now, {"count": len(tickets)})


def _must_not_be_drawn_from(attestation: Attestation) -> None:
    """Refuse another text under a number that the log of a sitting may name."""
    sittings = Sitting.objects.filter(hearings__candidate__attestation=attestation)
    institution = attestation.campaign.institution_id
    for sitting in sittings.order_by("pk").distinct():
        ledger.hold(institution=institution, stream=sitting.stream)
        if state_of(sitting) is not None:
            raise RuleBroken("tickets-fixed", "tve-attestation-2020/p25a")
