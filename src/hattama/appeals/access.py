"""The only way to load an appeal for a person."""

from typing import Literal

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.appeals import queries
from hattama.appeals.models import Appeal, AppealsSeat
from hattama.base.models import StoredFile
from hattama.documents.models import Document
from hattama.final.models import Campaign, Result
from hattama.people.access import OFFICE_STAFF, holds, person_for
from hattama.people.models import Person

APPOINTERS = ("head", "vice_head", "registrar")
READERS = (*OFFICE_STAFF, "inspector")

Part = Literal["applicant", "chair", "member", "secretary"]


def result_for(request: HttpRequest, pk: int) -> Result:
    """A published result, for the student who may appeal against it.

    Raises:
        Http404: for strangers.
        PermissionDenied: for staff, who see results but do not appeal.
    """
    person = person_for(request)
    result: Result = get_object_or_404(
        queries.results(),
        pk=pk,
        published_at__isnull=False,
        candidate__attestation__campaign__institution=person.institution_id,
    )
    if result.candidate.student.person_id == person.pk:
        return result
    if holds(person, *READERS):
        raise PermissionDenied
    raise Http404


def appeal_for(request: HttpRequest, pk: int, *writers: Part) -> Appeal:
    """An appeal: for the student, those who hear it, and the institution's staff.

    Args:
        request: who asks.
        pk: the appeal's number.
        writers: who may write; empty when reading is all that is meant.

    Raises:
        Http404: for strangers.
        PermissionDenied: for who may read and wants to write.
    """
    person = person_for(request)
    appeal: Appeal = get_object_or_404(queries.appeals_of(person.institution), pk=pk)
    parts = parts_of(person, appeal)
    if not parts and not holds(person, *READERS):
        raise Http404
    if writers and not parts & set(writers):
        raise PermissionDenied
    return appeal


def parts_of(person: Person, appeal: Appeal) -> frozenset[str]:
    """As what somebody takes part in an appeal; empty for whoever only reads."""
    if appeal.student.pk == person.pk:
        return frozenset({"applicant"})
    commission = queries.commission_of(appeal)
    seats = AppealsSeat.objects.filter(commission=commission, person=person)
    return frozenset(seats.values_list("role", flat=True))


def heard_appeal_for(request: HttpRequest, pk: int) -> Appeal:
    """An appeal with the log of the hearing: for those who hear it and for staff.

    Raises:
        Http404: for strangers, and for the student, who has the protocol.
    """
    appeal = appeal_for(request, pk)
    if "applicant" in parts_of(person_for(request), appeal):
        raise Http404
    return appeal


def evidence_for(request: HttpRequest, pk: int, file: int) -> StoredFile:
    """A file that came with an appeal; errors as `appeal_for`."""
    return get_object_or_404(appeal_for(request, pk).evidence.all(), pk=file)


def campaign_for(request: HttpRequest, pk: int, *writers: str) -> Campaign:
    """A campaign of the asking staff's institution; errors as `appeal_for`."""
    person = person_for(request)
    campaign: Campaign = get_object_or_404(
        Campaign.objects.select_related("institution"),
        pk=pk,
        institution=person.institution_id,
    )
    if not holds(person, *READERS):
        raise Http404
    if writers and not holds(person, *writers):
        raise PermissionDenied
    return campaign


def appeals_for(person: Person) -> QuerySet[Appeal]:
    """The appeals that a person sees in a list: all for staff, else those heard."""
    if holds(person, *READERS):
        return queries.appeals_of(person.institution)
    return queries.heard_by(person)


def may_list(person: Person) -> bool:
    """Tell whether somebody sees the list of appeals even while it is empty."""
    seats = AppealsSeat.objects.filter(
        person=person, commission__order__state=Document.State.REGISTERED
    )
    return holds(person, *READERS) or seats.exists()
