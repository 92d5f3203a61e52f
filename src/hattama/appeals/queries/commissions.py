"""Who hears appeals."""

from django.db.models import QuerySet

from hattama.appeals.models import Appeal, AppealsCommission, AppealsSeat
from hattama.core.appeals import Adjudicator
from hattama.documents.models import Document
from hattama.final.models import Campaign, Seat
from hattama.people.models import Person


def commission_in_force(campaign: Campaign) -> AppealsCommission | None:
    """The appeals commission whose order was registered last."""
    return (
        AppealsCommission.objects.filter(
            campaign=campaign, order__state=Document.State.REGISTERED
        )
        .select_related("order")
        .order_by("-order__registered_at", "-pk")
        .first()
    )


def pending_commission(campaign: Campaign) -> AppealsCommission | None:
    """The appeals commission whose order waits for the head's signature."""
    return (
        AppealsCommission.objects.filter(
            campaign=campaign, order__state=Document.State.SIGNING
        )
        .select_related("order")
        .first()
    )


def commission_of(appeal: Appeal) -> AppealsCommission | None:
    """Who hears an appeal: who was named for it, else the commission in force."""
    return appeal.commission or commission_in_force(appeal.campaign)


def seats_of(commission: AppealsCommission | None) -> list[AppealsSeat]:
    """The seats, chair first and secretary last."""
    if commission is None:
        return []
    order = list(AppealsSeat.Role.values)
    seats = commission.seats.select_related("person")
    return sorted(seats, key=lambda seat: (order.index(seat.role), seat.pk))


def adjudicators(
    campaign: Campaign, seats: list[tuple[Person, str]]
) -> list[Adjudicator]:
    """What the rules ask about people who are to hear appeals in a campaign.

    Who left an attestation commission has examined all the same.
    """
    examiners = set(
        Seat.every.filter(commission__campaign=campaign).values_list(
            "person_id", flat=True
        )
    )
    return [
        Adjudicator(
            person.key,
            person.full_name,
            role,
            examines=person.pk in examiners,
            administrative=person.administrative,
        )
        for person, role in seats
    ]


def eligible(campaign: Campaign) -> QuerySet[Person]:
    """Who may be put into an appeals commission (he-attestation-2020/p65c)."""
    examiners = Seat.every.filter(commission__campaign=campaign)
    return Person.objects.filter(
        institution=campaign.institution,
        student=None,
        administrative=False,
    ).exclude(pk__in=examiners.values("person"))
