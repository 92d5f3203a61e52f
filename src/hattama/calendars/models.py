"""Which days are worked."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.people.models import Institution


class Day(models.Model):
    """A day that differs from the week: a holiday, a day off, a day worked instead."""

    institution = models.ForeignKey(
        Institution,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="days",
        help_text="empty: the whole country",
    )
    date = models.DateField()
    off = models.BooleanField(help_text="off, or worked although the week says off")
    name = TextsField()
    source = models.CharField(max_length=300, help_text="the act or order that says so")

    class Meta:
        ordering: ClassVar[Any] = ["date"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "date"], name="one_entry_a_day"
            ),
            models.UniqueConstraint(
                fields=["date"],
                condition=Q(institution__isnull=True),
                name="one_national_entry_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {'off' if self.off else 'worked'}"


class Period(models.Model):
    """A stretch of the calendar of the learning process."""

    class Kind(models.TextChoices):
        """What it is for."""

        FINAL = "final", _("Final attestation")
        STUDY = "study", _("Study")
        EXAMS = "exams", _("Examinations")
        VACATION = "vacation", _("Vacation")

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="periods")
    kind = models.CharField(max_length=8, choices=Kind)
    name = TextsField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering: ClassVar[Any] = ["starts_on"]
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="period_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on} to {self.ends_on}"
