"""What came of it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.models import StoredFile
from hattama.documents.models import Document
from hattama.final.models.candidate import Candidate
from hattama.final.models.sitting import Hearing, Sitting
from hattama.people.models import Person


class Result(models.Model):
    """A grade, and the protocol it stands in; a later one never overwrites it."""

    class Basis(models.TextChoices):
        """How the grade came about."""

        BALLOT = "ballot", _("Vote of the commission")
        AGGREGATE = "aggregate", _("Current and interim results")
        CHECKED_WORK = "checked-work", _("Check of the submitted work")
        APPEAL = "appeal", _("Decision on an appeal")

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="results")
    grade = models.CharField(max_length=4, help_text="letter or number of the scale")
    points = models.PositiveSmallIntegerField(null=True, help_text="0 to 100")
    passed = models.BooleanField()
    degree = models.BooleanField(null=True, help_text="degree or qualification awarded")
    basis = models.CharField(max_length=12, choices=Basis)
    protocol = models.ForeignKey(Document, models.PROTECT, related_name="results")
    decided_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaces"
    )

    class Meta:
        ordering: ClassVar[Any] = ["decided_at"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["candidate"],
                condition=models.Q(replaced_by__isnull=True),
                name="one_valid_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grade} of {self.candidate_id}"


class Absence(models.Model):
    """A student's application to the chair: absent, and why."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="absences")
    application = models.ForeignKey(Document, models.PROTECT, related_name="+")
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    lodged_at = models.DateTimeField()
    medical = models.BooleanField(default=False)
    permitted = models.BooleanField(null=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    moved_to = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["-lodged_at"]

    def __str__(self) -> str:
        return f"absence {self.pk}"


class ExceptionalCase(models.Model):
    """A grade that had to be set without the exam or defence, by a decision."""

    class Ground(models.TextChoices):
        """The grounds that the regulations name."""

        NOT_REMOTE = "not_feasible_remotely", _("Cannot be held remotely")
        NO_INTERNET = "no_equipment_or_internet", _("No equipment or no internet")
        BEYOND_CONTROL = "beyond_control", _("Beyond the participants' control")

    candidate = models.OneToOneField(
        Candidate, models.PROTECT, related_name="exceptional_case"
    )
    ground = models.CharField(max_length=30, choices=Ground)
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    application = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+"
    )
    decision = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    basis = models.CharField(max_length=12, choices=Result.Basis)
    inputs = models.JSONField(
        help_text="the grades or checks that the result follows from"
    )
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"exceptional case {self.pk}"
