"""Who was graduated without what final attestation asks for."""

from django.db.models import Exists, OuterRef

from hattama.final.models import Campaign, Candidate, Result
from hattama.final.models.candidate import CandidateQuerySet
from hattama.people.models import Institution, Student


def without_result(institution: Institution) -> CandidateQuerySet:
    """Graduated students who lack a published positive result in an open campaign.

    Each attestation counts for itself: who passed the exam still owes the defence.

    Sources: he-attestation-2020/p17a, p17b, t2.principle-a.
    """
    passed = Result.objects.filter(
        candidate__student=OuterRef("student"),
        candidate__attestation=OuterRef("attestation"),
        passed=True,
        replaced_by=None,
        published_at__isnull=False,
    )
    graduated = Candidate.objects.with_people().filter(
        attestation__campaign__institution=institution,
        attestation__campaign__state=Campaign.State.OPEN,
        student__status=Student.Status.GRADUATED,
        attempt=1,
    )
    return graduated.exclude(Exists(passed))
