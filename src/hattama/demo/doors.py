"""Whose eyes one can look through: a sign-in link for each role."""

from collections.abc import Iterator

from django.urls import reverse

from hattama.appeals.models import AppealsSeat
from hattama.base.texts import pick
from hattama.final.models import Candidate, Commission, Hearing, Seat, Sitting
from hattama.people.models import Institution, Person, Post
from hattama.portal.queries.demo import sign_in_path

Door = tuple[str, str, str]

OFFICES = (
    ("head", "Head of the institution"),
    ("vice_head", "Deputy head for studies"),
    ("dean", "Dean"),
    ("department_head", "Head of department"),
    ("registrar", "Registrar"),
    ("curator", "Curator"),
    ("inspector", "Inspector"),
    ("administrator", "System administrator"),
)
SEATS = (
    ("chair", "Chair of the commission"),
    ("member", "Member of the commission"),
    ("secretary", "Technical secretary"),
)


def public_site(institution: Institution) -> str:
    """The path of what everybody may see of an institution."""
    return reverse("public_site", args=[institution.slug])


def doors(address: str) -> Iterator[tuple[str, list[Door]]]:
    """Each institution with (role, name, link), the most telling roles first.

    Args:
        address: where the demo is served, "http://127.0.0.1:8000".
    """
    for institution in Institution.objects.order_by("slug"):
        site = ("Public site", "without sign-in", address + public_site(institution))
        roles = [
            (role, person.full_name, address + sign_in_path(person))
            for role, person in _roles(institution)
        ]
        yield pick(institution.name, "en"), [site, *roles]


def _roles(institution: Institution) -> Iterator[tuple[str, Person]]:
    commission = Commission.objects.filter(campaign__institution=institution).first()
    for role, label in SEATS:
        seats = Seat.objects.filter(commission=commission, role=role)
        yield label, seats.select_related("person")[0].person
    yield from _students(institution)
    for office, label in OFFICES:
        post = Post.objects.filter(person__institution=institution, office=office)
        if found := post.select_related("person").first():
            yield label, found.person
    hearers = AppealsSeat.objects.filter(commission__campaign__institution=institution)
    for seat in hearers.filter(role="chair").select_related("person"):
        yield "Chair of the appeals commission", seat.person


def _students(institution: Institution) -> Iterator[tuple[str, Person]]:
    hearings = Hearing.objects.filter(
        sitting__commission__campaign__institution=institution
    ).select_related("candidate__student__person")
    next_up = hearings.filter(sitting__state=Sitting.State.ANNOUNCED)
    for label, found in (
        ("Student, first in the sitting", next_up.first()),
        ("Student with a result", hearings.filter(outcome="heard").last()),
    ):
        if found:
            yield label, found.candidate.student.person
    waiting = Candidate.objects.filter(
        attestation__campaign__institution=institution, hearings=None
    )
    if candidate := waiting.select_related("student__person").last():
        yield "Student preparing", candidate.student.person
