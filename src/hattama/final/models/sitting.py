"""Sittings. What happened in one stands in its log, not here."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.documents.models import Document
from hattama.final.models.candidate import Candidate
from hattama.final.models.commission import Commission


class Sitting(models.Model):
    """A commission's day (or part of one): hearings one after another."""

    class State(models.TextChoices):
        """For lists; the log decides."""

        PLANNED = "planned", _("Planned")
        ANNOUNCED = "announced", _("Announced")
        OPEN = "open", _("In session")
        CLOSED = "closed", _("Closed")

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="sittings")
    starts_at = models.DateTimeField()
    meeting_link = models.URLField(blank=True, help_text="an outside video room")
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    announced_at = models.DateTimeField(null=True)
    seed = models.BinaryField(help_text="of the draw, sealed until the sitting closes")
    protocol = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["starts_at"]

    def __str__(self) -> str:
        return f"sitting {self.pk}"

    @property
    def stream(self) -> str:
        """Where its log stands in the ledger, and the topic of its bell."""
        return f"sitting:{self.pk}"


class Hearing(models.Model):
    """One student's turn in a sitting."""

    class Outcome(models.TextChoices):
        """For lists; the log decides."""

        WAITING = "waiting", _("Waiting")
        HEARD = "heard", _("Heard")
        ABSENT = "absent", _("Absent")
        MOVED = "moved", _("Moved to another date")
        STOPPED = "stopped", _("Stopped")

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="hearings")
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="hearings")
    position = models.PositiveSmallIntegerField()
    planned_at = models.DateTimeField()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)
    protocol = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["position"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["sitting", "candidate"], name="heard_once_a_sitting"
            ),
        ]

    def __str__(self) -> str:
        return f"hearing {self.pk}"


class Ballot(models.Model):
    """The box of a secret ballot.

    While the ballot is open the papers lie in one sealed text of constant length,
    without names, times or order; at the close they are counted and the box is emptied.
    No row stands for a paper, so no storage order, transaction number or backup can
    lead from a paper to a person (docs/decisions/0004).
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="ballots")
    kind = models.CharField(max_length=6, help_text="grade or degree")
    box = models.BinaryField(help_text="sealed; empty once counted")

    class Meta:
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["hearing", "kind"], name="one_form_a_student"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ballot of {self.hearing_id}"
