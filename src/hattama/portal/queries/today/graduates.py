"""Students who were graduated before their final attestation was complete."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hattama.final.queries.graduates import without_result
from hattama.people.models import Person
from hattama.people.queries import offices
from hattama.portal.queries.today.due import Due

ANSWER_FOR = {"registrar", "dean", "vice_head"}
NORMS = ("he-attestation-2020/p17a", "he-attestation-2020/t2.principle-a")
NAMED = 4  # students on the line; the rest shows once these are put right


def graduates(person: Person, now: datetime) -> Iterator[Due]:
    """Graduated students without a result, for those who keep the records."""
    if not offices(person, timezone.localdate(now)) & ANSWER_FOR:
        return
    found = without_result(person.institution).order_by("student__person__sort_key")
    names = [candidate.student.person.full_name for candidate in found[:NAMED]]
    if names:
        yield Due(
            _("Graduated without a result of final attestation"),
            f"{reverse('student_list')}?status=graduated",
            norms=NORMS if person.institution.kind == "he" else (),
            note=", ".join(names),
            icon="cap",
            late=True,
        )
