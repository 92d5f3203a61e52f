"""The only way to load people for a person, and the question «which office?»."""

from collections.abc import Collection
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.base import clock
from hattama.people import queries
from hattama.people.models import (
    Group,
    Guardian,
    Institution,
    OwnValue,
    Person,
    Post,
    Programme,
    RosterImport,
    Unit,
)

Row = TypeVar("Row")

OFFICE_STAFF = frozenset(
    {"head", "vice_head", "dean", "department_head", "registrar", "administrator"}
)
RECORD_KEEPERS = ("registrar", "dean", "vice_head", "administrator")
APPOINTERS = ("head", "vice_head", "administrator")


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


def somebody_for(request: HttpRequest, pk: int, *writers: str) -> Person:
    """A person of the institution: for its staff, their curator, and themselves.

    Raises:
        Http404: for everybody else.
        PermissionDenied: for one of these who wants to write without the office.
    """
    asking = person_for(request)
    people = Person.objects.filter(institution=asking.institution_id).select_related(
        "institution", "user", "student__group__programme", "student__group__curator"
    )
    found = get_object_or_404(people, pk=pk)
    if asking != found and not _curates(asking, found):
        institution_for(request)
    return _writable(request, found, writers)


def group_for(request: HttpRequest, pk: int, *writers: str) -> Group:
    """A group of the institution: for its staff and the group's curator.

    Raises:
        Http404: for everybody else.
        PermissionDenied: for one of these who wants to write without the office.
    """
    asking = person_for(request)
    groups = Group.objects.filter(programme__institution=asking.institution_id)
    found = get_object_or_404(groups.select_related("programme", "curator"), pk=pk)
    if found.curator_id != asking.pk:
        institution_for(request)
    return _writable(request, found, writers)


def unit_for(request: HttpRequest, pk: int, *writers: str) -> Unit:
    """A unit of the asking staff's institution."""
    found = get_object_or_404(institution_for(request).units, pk=pk)
    return _writable(request, found, writers)


def programme_for(request: HttpRequest, pk: int, *writers: str) -> Programme:
    """A programme of the asking staff's institution."""
    programmes = institution_for(request).programmes.select_related("unit")
    return _writable(request, get_object_or_404(programmes, pk=pk), writers)


def post_for(request: HttpRequest, pk: int, *writers: str) -> Post:
    """A post at the asking staff's institution."""
    posts = Post.objects.filter(person__institution=institution_for(request))
    found = get_object_or_404(posts.select_related("person"), pk=pk)
    return _writable(request, found, writers)


def guardian_for(request: HttpRequest, pk: int, *writers: str) -> Guardian:
    """A guardian of a student of the asking staff's institution."""
    institution = institution_for(request)
    guardians = Guardian.objects.filter(student__person__institution=institution)
    found = get_object_or_404(guardians.select_related("student__person"), pk=pk)
    return _writable(request, found, writers)


def roster_for(request: HttpRequest, pk: int) -> RosterImport:
    """An import of the asking record keeper's institution."""
    imports = RosterImport.objects.filter(institution=institution_for(request))
    found = get_object_or_404(imports.select_related("institution", "file"), pk=pk)
    return _writable(request, found, RECORD_KEEPERS)


def own_value_for(request: HttpRequest, pk: int, *writers: str) -> OwnValue:
    """An own value of the asking staff's institution."""
    found = get_object_or_404(institution_for(request).own_values, pk=pk)
    return _writable(request, found, writers)


def may_see_iin(asking: Person, found: Person) -> bool:
    """Tell whether a person sees another's IIN in full: registrars, and oneself."""
    return asking == found or holds(asking, "registrar")


def may_keep_records(asking: Person) -> bool:
    """Tell whether a person may change students, staff and groups."""
    return holds(asking, *RECORD_KEEPERS)


def may_appoint(asking: Person) -> bool:
    """Tell whether a person may enter appointments and change the institution."""
    return holds(asking, *APPOINTERS)


def _curates(asking: Person, found: Person) -> bool:
    student = getattr(found, "student", None)
    return student is not None and student.group.curator_id == asking.pk


def _writable(request: HttpRequest, found: Row, writers: Collection[str]) -> Row:
    if writers and not holds(person_for(request), *writers):
        raise PermissionDenied
    return found
