"""Which days are worked."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.people.models import Institution


class Day(models.Model):
    """A day that differs from the week: a holiday, a day off, a day worked instead."""

    class Kind(models.TextChoices):
        """Why it differs."""

        HOLIDAY = "holiday", _("Holiday")
        MOVED = "moved", _("Day of rest moved here")
        WORKED = "worked", _("Worked in place of another day")
        OWN = "own", _("The institution's own day off")

    class Week(models.IntegerChoices):
        """For whom a national day counts: a day of rest moves by the week."""

        ANY = 0, _("Every week")
        FIVE = 5, _("A week of five working days")
        SIX = 6, _("A week of six working days")

    institution = models.ForeignKey(
        Institution,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="days",
        help_text="empty: the whole country",
    )
    date = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind)
    week = models.PositiveSmallIntegerField(choices=Week, default=Week.ANY)
    name = TextsField()
    source = models.CharField(max_length=300, help_text="the act or order that says so")

    class Meta:
        ordering: ClassVar[Any] = ["date", "week"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "date"], name="one_own_entry_a_day"
            ),
            models.UniqueConstraint(
                fields=["date", "week"],
                condition=Q(institution__isnull=True),
                name="one_national_entry_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"


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
