"""How the public site names a student: as much as the institution's policy allows."""

from django.utils.crypto import salted_hmac

from hattama.final.models import Candidate
from hattama.people.models import Institution

LENGTH = 6


def public_name(candidate: Candidate, policy: str) -> str:
    """A student's name on the public site.

    Args:
        candidate: who; with `student__person` fetched along.
        policy: of `Institution.Names`.
    """
    if policy == Institution.Names.CODE:
        return public_code(candidate)
    person = candidate.student.person
    return person.full_name if policy == Institution.Names.FULL else person.short_name


def public_code(candidate: Candidate) -> str:
    """A code that the student alone is told and that nobody can compute."""
    digest = salted_hmac("hattama.public-code", str(candidate.pk)).hexdigest()
    return digest[:LENGTH].upper()
