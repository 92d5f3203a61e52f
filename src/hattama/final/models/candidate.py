"""Who is examined."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.documents.models import Document
from hattama.final.models.campaign import Attestation
from hattama.final.models.commission import Commission
from hattama.people.models import Person, Student


class CandidateQuerySet(models.QuerySet["Candidate"]):
    """Candidates as the registered orders have them."""

    def admitted(self) -> "CandidateQuerySet":
        """Those whom a registered order admits."""
        return self.filter(
            admission=Candidate.Admission.ADMITTED,
            admission_order__state=Document.State.REGISTERED,
        )

    def with_people(self) -> "CandidateQuerySet":
        """With all that a list shows of a candidate, fetched along."""
        return self.select_related(
            "student__person",
            "student__group__programme",
            "supervisor",
            "reviewer",
            "topic_order",
            "admission_order",
        )


class Candidate(models.Model):
    """A student in a programme's final attestation, from the topic to the result."""

    class Admission(models.TextChoices):
        """What the admission order says."""

        OPEN = "open", _("Not decided")
        ADMITTED = "admitted", _("Admitted")
        REFUSED = "refused", _("Not admitted")

    attestation = models.ForeignKey(
        Attestation, models.PROTECT, related_name="candidates"
    )
    student = models.ForeignKey(Student, models.PROTECT, related_name="candidacies")
    commission = models.ForeignKey(
        Commission, models.PROTECT, null=True, related_name="candidates"
    )
    attempt = models.PositiveSmallIntegerField(default=1)
    readmitted_by = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+"
    )
    topic = TextsField()
    supervisor = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="supervised"
    )
    reviewer = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="reviewed"
    )
    topic_order = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="topics"
    )
    predefended_on = models.DateField(null=True)
    admission = models.CharField(
        max_length=8, choices=Admission, default=Admission.OPEN
    )
    admission_order = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="admitted"
    )
    needs = TextsField(help_text="special needs that the sitting must provide for")

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[Any] = ["student__person__sort_key"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["attestation", "student", "attempt"],
                name="one_candidacy_an_attempt",
            ),
        ]

    def __str__(self) -> str:
        return f"candidate {self.pk}"
