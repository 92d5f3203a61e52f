"""What came of it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.models import StoredFile
from hattama.documents.models import Document
from hattama.final.models.candidate import Candidate
from hattama.final.models.sitting import Hearing
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


class Application(models.Model):
    """A student's application to the chair: another day, or a grade from papers."""

    class Kind(models.TextChoices):
        """What is asked for."""

        ABSENCE = "absence", _("Another day, for a valid reason")
        SUBSTITUTION = "substitution", _("A grade from current and interim results")

    class State(models.TextChoices):
        """What came of it."""

        LODGED = "lodged", _("Waits for the chair")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")
        NOT_CONSIDERED = "not-considered", _("Not considered")

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="applications")
    kind = models.CharField(max_length=12, choices=Kind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    medical = models.BooleanField(default=False, help_text="about the state of health")
    lodged_at = models.DateTimeField()
    state = models.CharField(max_length=14, choices=State, default=State.LODGED)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[Any] = ["-lodged_at"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["hearing", "kind"],
                condition=models.Q(state__in=["lodged", "granted"]),
                name="one_pending_application",
            ),
        ]

    def __str__(self) -> str:
        return f"application {self.pk}"
