"""Who examines."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.documents.models import Document
from hattama.final.models.campaign import Attestation, Campaign
from hattama.people.models import Person


class Commission(models.Model):
    """An attestation commission. It may sit once its order is registered."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="commissions")
    name = TextsField()
    attestations = models.ManyToManyField(Attestation, related_name="commissions")
    order = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="commissions"
    )

    def __str__(self) -> str:
        return f"commission {self.pk}"

    @property
    def about(self) -> str:
        """How documents and notices name it."""
        return f"commission:{self.pk}"


class SeatsInForce(models.Manager["Seat"]):
    """Seats as the registered orders have them.

    A seat that an order gives or takes away changes when that order is registered,
    and not before: nobody has to write it down a second time.
    """

    def get_queryset(self) -> models.QuerySet["Seat"]:
        """Leave out those still to come and those gone."""
        registered = Document.State.REGISTERED
        return (
            super()
            .get_queryset()
            .filter(Q(joined_by=None) | Q(joined_by__state=registered))
            .exclude(left_by__state=registered)
        )


class Seat(models.Model):
    """A person's place in a commission; `objects` knows those in force now."""

    class Role(models.TextChoices):
        """Chair and members vote; the technical secretary does not."""

        CHAIR = "chair", _("Chair")
        MEMBER = "member", _("Member")
        SECRETARY = "secretary", _("Technical secretary")

    commission = models.ForeignKey(Commission, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=9, choices=Role)
    joined_by = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="the order that gave it later; empty: the commission's first order",
    )
    left_by = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    objects = SeatsInForce()
    every = models.Manager["Seat"]()

    class Meta:
        ordering: ClassVar[Any] = ["pk"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["commission", "person"],
                condition=Q(left_by=None),
                name="one_seat_a_person",
            ),
            models.UniqueConstraint(
                fields=["commission", "role"],
                condition=Q(role__in=["chair", "secretary"], left_by=None),
                name="one_chair_one_secretary",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
