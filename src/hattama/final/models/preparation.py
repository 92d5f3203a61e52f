"""What must be done before the first sitting."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.models import StoredFile
from hattama.final.models.campaign import Attestation
from hattama.final.models.candidate import Candidate
from hattama.people.models import Person


class Meeting(models.Model):
    """A consultation, a preliminary defence or the instruction webinar."""

    class Kind(models.TextChoices):
        """What is met for."""

        CONSULTATION = "consultation", _("Consultation")
        PREDEFENCE = "predefence", _("Preliminary defence")
        WEBINAR = "webinar", _("Instruction webinar")

    attestation = models.ForeignKey(
        Attestation, models.CASCADE, related_name="meetings"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    starts_at = models.DateTimeField()
    link = models.URLField(blank=True)
    topics = models.JSONField(
        default=list, help_text="procedure, duration, recording, formatting, appeal …"
    )
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["starts_at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_at:%Y-%m-%d}"


class Attendance(models.Model):
    """Somebody was at a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["meeting", "person"], name="attended_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.meeting_id}"


class PackPart(models.Model):
    """A part of what a student hands in before the defence; the newest one counts."""

    class Kind(models.TextChoices):
        """What the pack consists of."""

        WORK = "work", _("Diploma work (project)")
        REVIEW = "review", _("Review")
        OPINION = "opinion", _("Supervisor's opinion")
        PRESENTATION = "presentation", _("Presentation")
        SIMILARITY = "similarity", _("Similarity report")
        STAGE = "stage", _("Recording of the stage performance")
        REFERENCE = "reference", _("Creative reference")

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="pack")
    kind = models.CharField(max_length=12, choices=Kind)
    file = models.ForeignKey(StoredFile, models.PROTECT)
    handed_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["kind", "-handed_at"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.candidate_id}"


class TechnicalCheck(models.Model):
    """The technical secretary looked at a student's, or the room's, equipment."""

    attestation = models.ForeignKey(
        Attestation, models.CASCADE, related_name="technical_checks"
    )
    candidate = models.ForeignKey(
        Candidate,
        models.CASCADE,
        null=True,
        related_name="technical_checks",
        help_text="empty: the commission's room",
    )
    passed = models.JSONField(help_text="camera, microphone, screen, network, power …")
    failed = models.JSONField(default=list)
    remark = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[Any] = ["-at"]

    def __str__(self) -> str:
        return f"check {self.pk}"
