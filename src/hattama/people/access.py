"""The only way to load people for a person, and the question «which office?»."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from hattama.base import clock
from hattama.people import queries
from hattama.people.models import Institution, Person

OFFICE_STAFF = frozenset(
    {"head", "vice_head", "dean", "department_head", "registrar", "administrator"}
)


def person_for(request: HttpRequest) -> Person:
    """Who is asking.

    Raises:
        Http404: for a user without a person, to whom nothing here exists.
    """
    person: Person | None = getattr(request, "person", None)
    if person is None:
        raise Http404
    return person


def holds(person: Person, *wanted: str) -> bool:
    """Tell whether a person holds one of the offices today."""
    return bool(queries.offices(person, clock.today()) & set(wanted))


def institution_for(request: HttpRequest, *writers: str) -> Institution:
    """The asking person's institution, for its own staff.

    Args:
        request: who asks.
        writers: offices that may write; empty when reading is all that is meant.

    Raises:
        Http404: for students and strangers.
        PermissionDenied: for staff without such an office who want to write.
    """
    person = person_for(request)
    if not holds(person, *OFFICE_STAFF, "inspector", *writers):
        raise Http404
    if writers and not holds(person, *writers):
        raise PermissionDenied
    return person.institution
