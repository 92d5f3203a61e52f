"""The only way to load notices for a person."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.base.models import StoredFile
from hattama.notices.models import Delivery, Letter, Notice
from hattama.people import access as people
from hattama.people.models import Person

CALLING_OFFICES = people.OFFICE_STAFF | {"technical_secretary"}
OUTBOX_OFFICES = ("administrator", "dean", "head", "vice_head")


def delivery_for(request: HttpRequest, pk: int) -> Delivery:
    """What the asking person was told.

    Raises:
        Http404: for what was told to others.
    """
    person = people.person_for(request)
    return get_object_or_404(
        Delivery.objects.select_related("notice__institution", "person"),
        pk=pk,
        person=person,
    )


def delivery_by_token(token: str) -> Delivery:
    """What the holder of a letter's link was told; the token is not to be guessed.

    Raises:
        Http404: for a token that was never sent.
    """
    return get_object_or_404(
        Delivery.objects.select_related("notice__institution", "person"), token=token
    )


def notice_for(request: HttpRequest, pk: int) -> Notice:
    """A notice and who has read it: for staff, its sender, curators of its readers.

    Raises:
        Http404: for everybody else.
    """
    person = people.person_for(request)
    notice = get_object_or_404(
        Notice.objects.select_related("institution", "by"),
        pk=pk,
        institution=person.institution,
    )
    if not deliveries_for(person, notice).exists() and not _keeps(person, notice):
        raise Http404
    return notice


def deliveries_for(person: Person, notice: Notice) -> QuerySet[Delivery]:
    """Whose reading a person may see: a curator, that of the own groups."""
    told = notice.deliveries.select_related("person__student__group__curator")
    if _keeps(person, notice):
        return told
    return told.filter(person__student__group__curator=person)


def notices_for(request: HttpRequest) -> QuerySet[Notice]:
    """The notices whose reading a person may see.

    Raises:
        Http404: for who neither keeps nor sent any, and is nobody's curator.
    """
    person = people.person_for(request)
    notices = person.institution.notices.all()
    if people.holds(person, *people.OFFICE_STAFF, "inspector"):
        return notices
    own = Q(by=person) | Q(deliveries__person__student__group__curator=person)
    found = notices.filter(own).distinct()
    if not found and not person.curated.exists():
        raise Http404
    return found


def delivery_to_call(request: HttpRequest, pk: int) -> Delivery:
    """Somebody's delivery, for who telephones: office staff, secretary, curator.

    Raises:
        Http404: for who may not see the notice's readers.
        PermissionDenied: for who may only see them.
    """
    person = people.person_for(request)
    delivery = get_object_or_404(
        Delivery.objects.select_related("notice__institution", "person"),
        pk=pk,
        notice__institution=person.institution,
    )
    if not deliveries_for(person, delivery.notice).filter(pk=pk).exists():
        raise Http404
    if not may_call(person, delivery.notice):
        raise PermissionDenied
    return delivery


def may_call(person: Person, notice: Notice) -> bool:
    """Tell whether a person may confirm in others' names after a call."""
    keeps = people.holds(person, *CALLING_OFFICES)
    return keeps or notice.by_id == person.pk or person.curated.exists()


def letters_for(request: HttpRequest) -> QuerySet[Letter]:
    """The institution's letters.

    Raises:
        Http404: for students and strangers.
        PermissionDenied: for staff who do not answer for the post.
    """
    institution = people.institution_for(request, *OUTBOX_OFFICES)
    return Letter.objects.filter(delivery__notice__institution=institution)


def may_read_letters(person: Person) -> bool:
    """Tell whether a person may read the letters themselves, not only their state.

    They hold links by which the receiver sets a password or confirms. Where letters
    are sent they are the receiver's alone; where they are kept, whoever appoints
    people hands them on.
    """
    return settings.OUTBOX and people.holds(person, *people.APPOINTERS)


def file_for(request: HttpRequest, pk: int, file: int) -> StoredFile:
    """A file that came with a notice.

    Raises:
        Http404: for files of others' notices.
    """
    return get_object_or_404(delivery_for(request, pk).notice.files, pk=file)


def _keeps(person: Person, notice: Notice) -> bool:
    if notice.by_id == person.pk:
        return True
    return people.holds(person, *CALLING_OFFICES, "inspector")
