"""Who examines."""

from typing import Any, ClassVar

from django.db import models
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


class Seat(models.Model):
    """A person's place in a commission."""

    class Role(models.TextChoices):
        """Chair and members vote; the technical secretary does not."""

        CHAIR = "chair", _("Chair")
        MEMBER = "member", _("Member")
        SECRETARY = "secretary", _("Technical secretary")

    commission = models.ForeignKey(Commission, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=9, choices=Role)

    class Meta:
        ordering: ClassVar[Any] = ["pk"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["commission", "person"], name="one_seat_a_person"
            ),
            models.UniqueConstraint(
                fields=["commission", "role"],
                condition=models.Q(role__in=["chair", "secretary"]),
                name="one_chair_one_secretary",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
