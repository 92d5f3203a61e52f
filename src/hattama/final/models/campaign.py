"""A year's final attestation, and each programme's part in it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.base.models import StoredFile
from hattama.people.models import Institution, Person, Programme


class Campaign(models.Model):
    """A year's final attestation at an institution."""

    class State(models.TextChoices):
        """From the first dates to the chair's report."""

        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="campaigns"
    )
    title = TextsField()
    starts_on = models.DateField(help_text="as in the calendar of the learning process")
    ends_on = models.DateField()
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[Any] = ["-starts_on"]
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="campaign_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"campaign {self.pk}"

    @property
    def stream(self) -> str:
        """Where its acts stand in the ledger."""
        return f"campaign:{self.pk}"


class Attestation(models.Model):
    """One programme's final attestation in one form, within a campaign."""

    class Form(models.TextChoices):
        """The forms that the regulations know."""

        DEFENCE = "defence", _("Defence of the diploma work (project)")
        ORAL = "oral-exam", _("Oral exam")
        WRITTEN = "written-exam", _("Written exam")
        TEST = "test", _("Test")
        OPEN_BOOK = "open-book", _("Open-book exam at home")
        CREATIVE = "creative", _("Creative exam")

    class Scope(models.TextChoices):
        """What an exam asks about."""

        SINGLE = "single", _("One discipline or module")
        COMPREHENSIVE = "comprehensive", _("Comprehensive: several disciplines")
        HISTORY = "history", _("State exam in Modern History of Kazakhstan")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="attestations")
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="attestations"
    )
    form = models.CharField(max_length=12, choices=Form)
    scope = models.CharField(
        max_length=13, choices=Scope, blank=True, help_text="of an exam"
    )
    subject = TextsField(help_text="of an exam: the disciplines or modules")
    disciplines = models.PositiveSmallIntegerField(
        default=1, help_text="how many disciplines a comprehensive exam unites"
    )
    form_decision = models.CharField(
        max_length=200, help_text="the decision that set the form, with its date"
    )
    first_sitting = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(
        default=15, help_text="of one student's hearing, or of the whole written exam"
    )
    preparation_minutes = models.PositiveSmallIntegerField(default=0)
    tickets = models.JSONField(
        default=list, blank=True, help_text="texts of the tickets, in order"
    )
    health_rules = models.BooleanField(
        default=False,
        help_text="follows order KR DSM-46 (tve-attestation-2020/p2)",
    )
    agreement = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="dates agreed with the accredited body (medical programmes)",
    )

    class Meta:
        ordering: ClassVar[Any] = ["first_sitting"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["campaign", "programme", "form", "subject"],
                name="one_attestation_a_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} of {self.programme}"

    @property
    def stream(self) -> str:
        """Where its acts stand in the ledger."""
        return f"attestation:{self.pk}"
