"""The only way to load what belongs to final attestation, for a person.

A stranger finds nothing (404); who may read and wants to write is refused (403).
Writers are offices; «technical_secretary» is also whoever holds that seat in a
commission of the attestation.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.final.models import (
    Application,
    Attestation,
    Campaign,
    Candidate,
    Commission,
    Hearing,
    Meeting,
    PackPart,
    Seat,
    Sitting,
)
from hattama.people.access import OFFICE_STAFF, holds, person_for
from hattama.people.models import Institution, Person

PREPARERS = ("vice_head", "dean", "department_head", "registrar")
SECRETARY = "technical_secretary"
CURATOR = "curator"
GUIDE = "guide"  # supervisor or reviewer: reads
STAFF = (*OFFICE_STAFF, "inspector", SECRETARY)


def campaign_for(request: HttpRequest, pk: int, *writers: str) -> Campaign:
    """A campaign, for the institution's own staff.

    Args:
        request: who asks.
        pk: the campaign's number.
        writers: offices that may write; empty when reading is all that is meant.

    Raises:
        Http404: for students, strangers and other institutions.
        PermissionDenied: for staff without such an office who want to write.
    """
    person = person_for(request)
    campaign: Campaign = get_object_or_404(
        Campaign.objects.select_related("institution"),
        pk=pk,
        institution=person.institution_id,
    )
    if not holds(person, *STAFF):
        raise Http404
    _must_write(holds(person, *writers), *writers)
    return campaign


def attestation_for(request: HttpRequest, pk: int, *writers: str) -> Attestation:
    """An attestation, for staff, its commission and the curators of its students.

    Args and errors: as `campaign_for`.
    """
    person = person_for(request)
    attestation: Attestation = get_object_or_404(
        Attestation.objects.select_related("campaign__institution", "programme__unit"),
        pk=pk,
        campaign__institution=person.institution_id,
    )
    seats = Seat.objects.filter(person=person, commission__attestations=attestation)
    roles = _roles(seats)
    if person.curated.filter(students__candidacies__attestation=attestation).exists():
        roles |= {CURATOR}
    _must_be_let_in(person, roles, *writers)
    return attestation


def commission_for(request: HttpRequest, pk: int, *writers: str) -> Commission:
    """A commission, for staff and for whoever sits in it.

    Args and errors: as `campaign_for`.
    """
    person = person_for(request)
    commission: Commission = get_object_or_404(
        Commission.objects.select_related("campaign__institution", "order"),
        pk=pk,
        campaign__institution=person.institution_id,
    )
    seats = Seat.objects.filter(person=person, commission=commission)
    _must_be_let_in(person, _roles(seats), *writers)
    return commission


def candidate_for(request: HttpRequest, pk: int, *writers: str) -> Candidate:
    """A candidate: for the student, supervisor, reviewer, curator, commission, staff.

    Args:
        request: who asks.
        pk: the candidate's number.
        writers: offices that may write, «student» for the candidate in person and
            «curator» for the curator of the own group.

    Raises:
        Http404, PermissionDenied: as `campaign_for`.
    """
    person = person_for(request)
    candidate: Candidate = get_object_or_404(
        Candidate.objects.with_people().select_related(
            "attestation__campaign__institution", "attestation__programme"
        ),
        pk=pk,
        attestation__campaign__institution=person.institution_id,
    )
    if candidate.student.person_id == person.pk:
        _must_write("student" in writers, *writers)
        return candidate
    roles = _roles(
        Seat.objects.filter(
            person=person, commission__attestations=candidate.attestation
        )
    )
    if person.pk in (candidate.supervisor_id, candidate.reviewer_id):
        roles |= {GUIDE}
    if person.pk == candidate.student.group.curator_id:
        roles |= {CURATOR}
    _must_be_let_in(person, roles, *writers)
    return candidate


def meeting_for(request: HttpRequest, pk: int, *writers: str) -> Meeting:
    """A meeting of an attestation; args and errors as `campaign_for`."""
    meeting = get_object_or_404(Meeting, pk=pk)
    meeting.attestation = attestation_for(request, meeting.attestation_id, *writers)
    return meeting


def pack_part_for(request: HttpRequest, pk: int) -> PackPart:
    """A part of a pack, for whoever may see the candidate; errors as there."""
    part: PackPart = get_object_or_404(PackPart.objects.select_related("file"), pk=pk)
    part.candidate = candidate_for(request, part.candidate_id)
    return part


def may_prepare(person: Person) -> bool:
    """Whether a person prepares attestations: what pages offer, not what they guard."""
    return holds(person, *PREPARERS)


def may_see_campaigns(person: Person) -> bool:
    """Whether a person may open campaigns: what pages link to, as `may_prepare`."""
    return holds(person, *STAFF)


def may_check(person: Person, attestation: Attestation) -> bool:
    """Whether a person prepares it or is its technical secretary; as `may_prepare`."""
    if holds(person, *PREPARERS, SECRETARY):
        return True
    return Seat.objects.filter(
        person=person,
        commission__attestations=attestation,
        role=Seat.Role.SECRETARY,
    ).exists()


def own_candidacies(person: Person) -> list[Candidate]:
    """A student's own candidacies, the newest first.

    Raises:
        Http404: for whoever was never a candidate.
    """
    found = list(
        Candidate.objects.with_people()
        .select_related("attestation__campaign__institution", "attestation__programme")
        .filter(student__person=person)
        .order_by("-attestation__first_sitting", "-attempt")
    )
    if not found:
        raise Http404
    return found


def institution_for(request: HttpRequest, *writers: str) -> Institution:
    """The asking person's institution; args and errors as `campaign_for`."""
    person = person_for(request)
    if not holds(person, *STAFF):
        raise Http404
    _must_write(holds(person, *writers), *writers)
    return person.institution


def guided_candidates(person: Person) -> list[Candidate]:
    """Those whom a person supervises or reviews.

    Raises:
        Http404: for whoever guides nobody.
    """
    found = list(
        Candidate.objects.with_people()
        .select_related("attestation__campaign__institution", "attestation__programme")
        .filter(Q(supervisor=person) | Q(reviewer=person))
        .order_by("-attestation__first_sitting", "student__person__sort_key")
    )
    if not found:
        raise Http404
    return found


def _roles(seats: QuerySet[Seat]) -> set[str]:
    roles = set(seats.values_list("role", flat=True))
    return roles | ({SECRETARY} if Seat.Role.SECRETARY in roles else set())


def _must_be_let_in(person: Person, roles: set[str], *writers: str) -> None:
    if not roles and not holds(person, *STAFF):
        raise Http404
    offices = set(writers) - {CURATOR}
    _must_write(roles & set(writers) or holds(person, *offices), *writers)


def _must_write(allowed: object, *writers: str) -> None:
    if writers and not allowed:
        raise PermissionDenied


def sitting_for(request: HttpRequest, pk: int) -> tuple[Sitting, Person]:
    """A sitting and who looks at it: its commission, students, staff, inspector.

    What each may do in it is decided by `core.sitting`, over its log.

    Raises:
        Http404: for everybody else.
    """
    person = person_for(request)
    sitting: Sitting = get_object_or_404(sittings_of(person), pk=pk)
    return sitting, person


def sittings_of(person: Person) -> QuerySet[Sitting]:
    """The sittings that a person may look at, in the order of time."""
    sittings = Sitting.objects.select_related(
        "commission__campaign__institution", "commission__order"
    ).filter(commission__campaign__institution=person.institution_id)
    if holds(person, *STAFF):
        return sittings
    seats = Seat.objects.filter(person=person, commission=OuterRef("commission"))
    turns = Hearing.objects.filter(_concerns(person), sitting=OuterRef("pk"))
    return sittings.filter(Exists(seats) | Exists(turns))


def _concerns(person: Person) -> Q:
    """Hearings of a student, and those that a supervisor or reviewer is invited to."""
    return (
        Q(candidate__student__person=person)
        | Q(candidate__supervisor=person)
        | Q(candidate__reviewer=person)
    )


def desk_for(request: HttpRequest, pk: int) -> tuple[Sitting, Person]:
    """A sitting for its commission and the house's staff.

    Raises:
        Http404: for students, for invited guests and for everybody without access.
    """
    sitting, person = sitting_for(request, pk)
    sits = sitting.commission.seats.filter(person=person).exists()
    stands = sitting.hearings.filter(candidate__student__person=person).exists()
    if stands or not (sits or holds(person, *STAFF)):
        raise Http404
    return sitting, person


def own_hearing_for(request: HttpRequest, pk: int) -> tuple[Hearing, Person]:
    """A student's own turn in a sitting.

    Raises:
        Http404: for whoever is not heard in it.
    """
    person = person_for(request)
    hearing: Hearing = get_object_or_404(
        Hearing.objects.select_related(
            "sitting__commission__campaign__institution",
            "candidate__attestation__programme",
        ),
        sitting=pk,
        candidate__student__person=person,
    )
    return hearing, person


def application_for(request: HttpRequest, pk: int) -> tuple[Application, Person]:
    """An application: for its student, the commission's chair and secretary, staff.

    Raises:
        Http404: for everybody else.
    """
    person = person_for(request)
    application: Application = get_object_or_404(
        Application.objects.select_related(
            "hearing__sitting__commission",
            "hearing__candidate__student__person",
            "document",
            "evidence",
        ),
        pk=pk,
        hearing__sitting__commission__campaign__institution=person.institution_id,
    )
    hearing = application.hearing
    leads = hearing.sitting.commission.seats.filter(
        person=person, role__in=(Seat.Role.CHAIR, Seat.Role.SECRETARY)
    )
    own = hearing.candidate.student.person_id == person.pk
    if not own and not holds(person, *STAFF) and not leads.exists():
        raise Http404
    return application, person


def is_chair(commission: Commission, person: Person) -> bool:
    """Whether a person chairs a commission."""
    return commission.seats.filter(person=person, role=Seat.Role.CHAIR).exists()


def chaired_candidate_for(request: HttpRequest, pk: int) -> tuple[Candidate, Person]:
    """A candidate for the chair of the commission; others of the house may not write.

    Raises:
        Http404, PermissionDenied: as `campaign_for`.
    """
    candidate = candidate_for(request, pk)
    person = person_for(request)
    if candidate.commission is None or not is_chair(candidate.commission, person):
        raise PermissionDenied
    return candidate, person
