"""The head's order on the appeals commission."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.models import AppealsCommission, AppealsSeat
from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.core.appeals import must_be_impartial
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import AppealsOrder
from hattama.documents.models import Document, Signature
from hattama.final.models import Campaign
from hattama.final.queries.orders import head_of, school_year
from hattama.final.queries.papers import member, reference
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

TITLE = _("On the appeals commission")


@transaction.atomic
def appoint_appeals_commission(
    *,
    campaign: Campaign,
    seats: Sequence[tuple[Person, str]],
    by: Person,
    now: datetime,
) -> AppealsCommission:
    """Draft the order and ask the head to sign it; it hears appeals from then on.

    Args:
        campaign: whose results it will hear appeals against.
        seats: (person, role) with the chair first; role of `AppealsSeat.Role`.
        by: who drafts it.
        now: aware.

    Raises:
        RuleBroken: as `core.appeals.must_be_impartial` (he-attestation-2020/p65b,
            p65c); "appeals-order-waits"; "no-head" (he-attestation-2020/p65a).
    """
    rules = rulebook_of(campaign.institution, timezone.localdate(now))
    must_be_impartial(queries.adjudicators(campaign, list(seats)), rules)
    if queries.pending_commission(campaign):
        raise RuleBroken("appeals-order-waits", "he-attestation-2020/p65a")
    order = _draft(campaign, seats, by, now)
    commission = AppealsCommission.objects.create(campaign=campaign, order=order)
    AppealsSeat.objects.bulk_create(
        AppealsSeat(commission=commission, person=person, role=role)
        for person, role in seats
    )
    ledger.append(
        institution=campaign.institution_id,
        stream=f"campaign:{campaign.pk}",
        act="appeals-commission-proposed",
        by=by.key,
        at=now,
        facts={
            "order": order.pk,
            "seats": [[person.key, str(role)] for person, role in seats],
        },
    )
    documents.start_signing(order, by, now)
    bell.ring(f"campaign:{campaign.pk}")
    return commission


def _draft(
    campaign: Campaign,
    seats: Sequence[tuple[Person, str]],
    by: Person,
    now: datetime,
) -> Document:
    current = queries.commission_in_force(campaign)
    return documents.draft(
        institution=campaign.institution,
        kind=Document.Kind.ORDER,
        template="appeals-order",
        title=said(TITLE),
        about=f"campaign:{campaign.pk}",
        facts=_facts(campaign, seats),
        signers=[(head_of(campaign.institution, now), Signature.Role.HEAD)],
        by=by,
        now=now,
        readers=[person for person, _role in seats],
        public=True,
        supersedes=current.order if current else None,
    )


def _facts(campaign: Campaign, seats: Sequence[tuple[Person, str]]) -> AppealsOrder:
    orders = [
        commission.order
        for commission in campaign.commissions.select_related("order")
        if commission.order and commission.order.state == Document.State.REGISTERED
    ]
    return {
        "campaign": campaign.title,
        "school_year": school_year(campaign),
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat(),
        "members": [member(person, str(role)) for person, role in seats],
        "commissions": [reference(order) for order in orders],
        "control": "",
    }
