"""Who examines: reads."""

from django.db.models import Exists, OuterRef, QuerySet

from hattama.core.commissions import Seated, doubts
from hattama.documents.models import Document
from hattama.final.models import Campaign, Candidate, Commission, Seat
from hattama.final.queries.orders import UNDER_WAY
from hattama.people.models import Person
from hattama.people.queries import rulebook_of


def commissions_of(campaign: Campaign) -> QuerySet[Commission]:
    """A campaign's commissions with their order, seats and programmes."""
    return (
        Commission.objects.filter(campaign=campaign)
        .select_related("order")
        .prefetch_related("attestations__programme", "seats__person")
        .order_by("pk")
    )


def may_sit(commission: Commission) -> bool:
    """Whether a registered order appoints the commission.

    Sources: tve-attestation-2020/p15a; he-attestation-2020/p19a.
    """
    order = commission.order
    return order is not None and order.state == Document.State.REGISTERED


def orders(commission: Commission) -> QuerySet[Document]:
    """Every order on a commission's composition, the newest first."""
    return Document.objects.filter(
        about=commission.about, template="commission-order"
    ).order_by("-made_at", "-pk")


def latest_order(commission: Commission) -> Document | None:
    """The registered order by which the commission is composed now."""
    found = orders(commission).filter(state=Document.State.REGISTERED).first()
    return found or (commission.order if may_sit(commission) else None)


def pending_order(commission: Commission) -> Document | None:
    """An order that still waits for its signature."""
    return orders(commission).filter(state__in=UNDER_WAY).first()


def composition(commission: Commission) -> list[Seat]:
    """The seats in force, the chair first, the secretary last."""
    seats = list(commission.seats.select_related("person__user"))
    roles = list(Seat.Role)
    return sorted(seats, key=lambda seat: (roles.index(Seat.Role(seat.role)), seat.pk))


def coming(commission: Commission) -> QuerySet[Seat]:
    """Who takes a seat once the order under way is registered."""
    return Seat.every.filter(
        commission=commission, joined_by__state__in=UNDER_WAY
    ).select_related("person")


def composition_doubts(commission: Commission) -> tuple[str, ...]:
    """What the norms leave open and the institution should look at, as codes."""
    campaign = commission.campaign
    supervised = Candidate.objects.filter(
        attestation__commissions=commission, supervisor=OuterRef("person")
    )
    seats = commission.seats.select_related("person").annotate(
        supervises=Exists(supervised)
    )
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    return doubts([_seated(seat) for seat in seats], rules)


def _seated(seat: Seat) -> Seated:
    person = seat.person
    return Seated(
        person.key,
        seat.role,
        outside=bool(person.outside),
        supervises=getattr(seat, "supervises", False),
        reachable=bool(person.user_id or person.email),
    )


def roles_of(commission: Commission, person: Person) -> frozenset[str]:
    """As what a person sits in a commission now; empty for everybody else."""
    return frozenset(
        commission.seats.filter(person=person).values_list("role", flat=True)
    )
