"""Compose a commission, have its order signed, replace who leaves, invite who comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.commissions import Seated, must_be_complete
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import CommissionOrder, Member
from hattama.documents.models import Document
from hattama.final.actions.record import hold, record
from hattama.final.models import Attestation, Campaign, Candidate, Commission, Seat
from hattama.final.queries.commission import latest_order, pending_order
from hattama.final.queries.orders import head_of, school_year
from hattama.final.queries.papers import member, programme_line
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

COMPOSITION = _("On the composition of the attestation commission")
CHANGE = _("On a change in the composition of the attestation commission")
ROLES = (Seat.Role.CHAIR, Seat.Role.MEMBER, Seat.Role.SECRETARY)


@dataclass(frozen=True)
class Composition:
    """Who sits in a commission."""

    chair: Person
    members: tuple[Person, ...]
    secretary: Person

    @property
    def seats(self) -> tuple[tuple[Person, str], ...]:
        """Everybody with their role, the chair first."""
        return (
            (self.chair, Seat.Role.CHAIR),
            *((person, Seat.Role.MEMBER) for person in self.members),
            (self.secretary, Seat.Role.SECRETARY),
        )


@transaction.atomic
def appoint_commission(
    *,
    campaign: Campaign,
    name: Mapping[str, str],
    attestations: Sequence[Attestation],
    composition: Composition,
    by: Person,
    now: datetime,
) -> Commission:
    """Put a commission together; it may sit once its order is registered.

    Args:
        campaign: whose.
        name: by language.
        attestations: of the campaign; each still without a commission.
        composition: chair, members, secretary.
        by: who prepares it.
        now: aware.

    Sources: tve-attestation-2020/p15a; he-attestation-2020/p19a, p20.1.

    Raises:
        RuleBroken: as `core.commissions.must_be_complete`;
            `commission-examines-nobody`, also where each has its commission already.
    """
    hold(campaign)
    taken = campaign.attestations.filter(commissions__isnull=False).values_list("pk")
    if not attestations or {(one.pk,) for one in attestations} & set(taken):
        raise RuleBroken("commission-examines-nobody")
    _must_be_complete(campaign, composition.seats)
    commission = Commission.objects.create(campaign=campaign, name=dict(name))
    commission.attestations.set(attestations)
    Seat.objects.bulk_create(
        Seat(commission=commission, person=person, role=role)
        for person, role in composition.seats
    )
    Candidate.objects.filter(
        attestation__in=attestations, commission__isnull=True
    ).update(commission=commission)
    seats = [[person.key, str(role)] for person, role in composition.seats]
    facts = {"commission": commission.pk, "seats": seats}
    record(campaign, "commission-composed", by, now, facts)
    return commission


@transaction.atomic
def draft_commission_order(
    *, commission: Commission, by: Person, now: datetime
) -> Document:
    """Draw up the order on the composition and ask the head to sign it.

    Sources: tve-attestation-2020/p15a, p15b, p15c; he-attestation-2020/p19a.

    Raises:
        RuleBroken: `order-under-way`; `no-head`.
    """
    commission = Commission.objects.select_for_update().get(pk=commission.pk)
    _must_have_no_order_under_way(commission)
    if commission.order and commission.order.state == Document.State.REGISTERED:
        raise RuleBroken("order-under-way")
    seats = [(seat.person, seat.role) for seat in commission.seats.all()]
    order = _order(commission, seats, COMPOSITION, by, now)
    commission.order = order
    commission.save(update_fields=["order"])
    return order


@transaction.atomic
def replace_member(
    *, seat: Seat, successor: Person, by: Person, now: datetime
) -> Document:
    """Draw up the order by which somebody else takes a seat.

    Until it is registered the present composition stays in force.

    Args:
        seat: of a commission whose order is registered.
        successor: who takes it, of the same institution.
        by: who prepares it.
        now: aware.

    Raises:
        RuleBroken: `commission-without-order`; `order-under-way`; as
            `appoint_commission` for the new composition.
    """
    commission = Commission.objects.select_for_update().get(pk=seat.commission_id)
    current = latest_order(commission)
    if current is None:
        raise RuleBroken("commission-without-order", "tve-attestation-2020/p15a")
    _must_have_no_order_under_way(commission)
    _undo_refused(commission)
    seats = [
        (successor if other.pk == seat.pk else other.person, other.role)
        for other in commission.seats.select_related("person")
    ]
    _must_be_complete(commission.campaign, seats)
    order = _order(commission, seats, CHANGE, by, now, current)
    Seat.every.filter(pk=seat.pk).update(left_by=order)
    Seat.every.create(
        commission=commission, person=successor, role=seat.role, joined_by=order
    )
    return order


def _undo_refused(commission: Commission) -> None:
    """Forget a change that the head refused to sign."""
    refused = Document.State.REFUSED
    seats = Seat.every.filter(commission=commission)
    seats.filter(joined_by__state=refused).delete()
    for seat in seats.filter(left_by__state=refused):
        seat.left_by = None
        seat.save(update_fields=["left_by"])


def _must_have_no_order_under_way(commission: Commission) -> None:
    if pending_order(commission):
        raise RuleBroken("order-under-way")


def _must_be_complete(campaign: Campaign, seats: Sequence[tuple[Person, str]]) -> None:
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    must_be_complete([Seated(person.key, role) for person, role in seats], rules)


def _order(
    commission: Commission,
    seats: Sequence[tuple[Person, str]],
    title: str | Promise,
    by: Person,
    now: datetime,
    supersedes: Document | None = None,
) -> Document:
    campaign = commission.campaign
    order = documents.draft(
        institution=campaign.institution,
        kind=Document.Kind.ORDER,
        template="commission-order",
        title=said(title),
        about=commission.about,
        facts=_order_facts(commission, seats),
        signers=[(head_of(campaign.institution, now), "head")],
        by=by,
        now=now,
        readers=[person for person, _role in seats],
        public=True,
        supersedes=supersedes,
    )
    documents.start_signing(order, by, now)
    record(
        campaign,
        "commission-order-drafted",
        by,
        now,
        {"commission": commission.pk, "document": order.pk},
    )
    return order


def _order_facts(
    commission: Commission, seats: Sequence[tuple[Person, str]]
) -> CommissionOrder:
    """All that the order on the composition is made from."""
    campaign = commission.campaign
    attestations = commission.attestations.select_related("programme")
    ranked = sorted(seats, key=lambda seat: ROLES.index(Seat.Role(seat[1])))
    members: list[Member] = [member(person, str(role)) for person, role in ranked]
    return {
        "campaign": campaign.title,
        "school_year": school_year(campaign),
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat(),
        "programmes": [programme_line(attestation) for attestation in attestations],
        "members": members,
        "control": "",
    }
