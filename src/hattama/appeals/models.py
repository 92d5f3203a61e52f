"""Appeals against results."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.models import StoredFile
from hattama.documents.models import Document
from hattama.final.models import Campaign, Result
from hattama.people.models import Person


class AppealsCommission(models.Model):
    """An odd number of people who neither examined nor administer.

    It hears appeals once its order is registered; the latest such order counts.
    """

    campaign = models.ForeignKey(
        Campaign, models.CASCADE, related_name="appeals_commissions"
    )
    order = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="appeals_commissions"
    )

    class Meta:
        ordering: ClassVar[Any] = ["-pk"]

    def __str__(self) -> str:
        return f"appeals commission {self.pk}"


class AppealsSeat(models.Model):
    """A person's place in an appeals commission."""

    class Role(models.TextChoices):
        """All but the secretary decide."""

        CHAIR = "chair", _("Chair")
        MEMBER = "member", _("Member")
        SECRETARY = "secretary", _("Secretary")

    commission = models.ForeignKey(
        AppealsCommission, models.CASCADE, related_name="seats"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="appeals_seats")
    role = models.CharField(max_length=9, choices=Role)

    class Meta:
        ordering: ClassVar[Any] = ["pk"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["commission", "person"], name="one_appeals_seat_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"


class Appeal(models.Model):
    """A student's appeal, from the lodging to the answer."""

    class State(models.TextChoices):
        """Where it stands."""

        LODGED = "lodged", _("Lodged")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        SCHEDULED = "scheduled", _("Sitting set")
        DECIDED = "decided", _("Decided")
        ANSWERED = "answered", _("Answered")

    class Decision(models.TextChoices):
        """What the commission may decide."""

        UPHELD = "upheld", _("The result stands")
        CHANGED = "changed", _("The result is changed")
        REHEARD = "reheard", _("The hearing is held anew")

    result = models.ForeignKey(Result, models.PROTECT, related_name="appeals")
    commission = models.ForeignKey(
        AppealsCommission,
        models.PROTECT,
        null=True,
        related_name="appeals",
        help_text="empty until a sitting is set",
    )
    application = models.ForeignKey(Document, models.PROTECT, related_name="+")
    text = models.TextField(help_text="as the student wrote it")
    evidence = models.ManyToManyField(StoredFile, blank=True, related_name="+")
    lodged_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.LODGED)
    sitting_at = models.DateTimeField(null=True)
    meeting_link = models.URLField(blank=True)
    present = models.ManyToManyField(AppealsSeat, blank=True, related_name="+")
    considered = models.TextField(blank=True, help_text="what was looked at, by lines")
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    votes = models.JSONField(default=dict, help_text="decision to number of votes")
    grade = models.CharField(max_length=4, blank=True)
    points = models.PositiveSmallIntegerField(null=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    protocol = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    new_result = models.OneToOneField(
        Result, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[Any] = ["-lodged_at"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["result"], name="one_appeal_a_result"),
        ]

    def __str__(self) -> str:
        return f"appeal {self.pk}"

    @property
    def stream(self) -> str:
        """Where its acts stand in the ledger, and the topic of its bell."""
        return f"appeal:{self.pk}"

    @property
    def student(self) -> Person:
        """Who appeals."""
        return self.result.candidate.student.person

    @property
    def campaign(self) -> Campaign:
        """The final attestation in which the result was given."""
        return self.result.candidate.attestation.campaign
