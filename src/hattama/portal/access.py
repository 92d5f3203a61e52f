"""What of the portal is for whom: the public site for all, the records for staff."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.base.models import LedgerStream
from hattama.final.models import Attestation
from hattama.people.access import OFFICE_STAFF, holds, person_for
from hattama.people.models import Institution, Person

RECORD_READERS = (*OFFICE_STAFF, "inspector")


def public_institution(slug: str) -> Institution:
    """An institution, for anybody.

    Raises:
        Http404: for an unknown name.
    """
    return get_object_or_404(Institution, slug=slug)


def public_attestation(institution: Institution, pk: int) -> Attestation:
    """An attestation of a campaign that is open or closed, for anybody.

    Raises:
        Http404: for one of another institution or of a campaign in draft.
    """
    found: Attestation = get_object_or_404(
        Attestation.objects.select_related("programme", "campaign__institution"),
        pk=pk,
        campaign__institution=institution,
        campaign__state__in=("open", "closed"),
    )
    return found


def streams_for(request: HttpRequest) -> QuerySet[LedgerStream]:
    """The ledger's streams of the asking staff's institution.

    Raises:
        Http404: for everybody else.
    """
    person = person_for(request)
    if not holds(person, *RECORD_READERS):
        raise Http404
    return LedgerStream.objects.filter(institution=person.institution_id)


def stream_for(request: HttpRequest, name: str) -> LedgerStream:
    """One stream; errors as `streams_for`."""
    return get_object_or_404(streams_for(request), name=name)


def searched_institution(request: HttpRequest) -> Institution:
    """The institution whose people and documents the asking staff may search.

    Raises:
        Http404: for everybody else.
    """
    person = person_for(request)
    if not may_search(person):
        raise Http404
    return person.institution


def may_search(person: Person) -> bool:
    """Tell whether a person may search the institution's people and documents."""
    return holds(person, *RECORD_READERS)
