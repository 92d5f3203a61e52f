"""The only way to load documents for a person."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hattama.documents.models import Document, Signature
from hattama.people import access as people
from hattama.people.models import Person

FILING_OFFICES = people.OFFICE_STAFF | {"technical_secretary"}


def documents_for(request: HttpRequest) -> QuerySet[Document]:
    """The institution's documents, for its own staff.

    Raises:
        Http404: for students and strangers.
    """
    return people.institution_for(request).documents.all()


def document_for(request: HttpRequest, pk: int) -> Document:
    """A document, for staff, its signatories, its readers and its maker.

    Raises:
        Http404: for everybody else.
    """
    person = people.person_for(request)
    found = get_object_or_404(
        Document.objects.select_related(
            "institution", "supersedes", "made_by", "filed_by", "pdf_kk", "pdf_ru"
        ),
        pk=pk,
        institution=person.institution,
    )
    if not may_read(person, found):
        raise Http404
    return found


def document_to_write(request: HttpRequest, pk: int) -> Document:
    """A document, for its maker and the offices that keep documents.

    Raises:
        Http404: for who may not read it.
        PermissionDenied: for who may only read it.
    """
    found = document_for(request, pk)
    if not may_write(people.person_for(request), found):
        raise PermissionDenied
    return found


def signature_for(request: HttpRequest, pk: int) -> Signature:
    """One's own signature.

    Raises:
        Http404: for who may not read the document.
        PermissionDenied: for who may read it but does not sign here.
    """
    signature = get_object_or_404(Signature.objects.select_related("person"), pk=pk)
    signature.document = document_for(request, signature.document_id)
    if signature.person != people.person_for(request):
        raise PermissionDenied
    return signature


def document_by_code(code: str) -> Document:
    """A registered document by the code printed on it, for anybody.

    Raises:
        Http404: for a code that no registered document has.
    """
    return get_object_or_404(
        Document.objects.select_related("institution", "pdf_kk", "pdf_ru"),
        check_code=code,
        state=Document.State.REGISTERED,
    )


def may_read(person: Person, document: Document) -> bool:
    """Tell whether a person of the institution may see the document."""
    if document.made_by_id == person.pk:
        return True
    if people.holds(person, *people.OFFICE_STAFF, "inspector"):
        return True
    involved = Q(signatures__person=person) | Q(readers=person)
    return Document.objects.filter(involved, pk=document.pk).exists()


def readable(person: Person, papers: Iterable[int | None]) -> set[int]:
    """Of some documents, by number, those that a person may see: what pages link."""
    wanted = Document.objects.filter(pk__in=[pk for pk in papers if pk])
    return {paper.pk for paper in wanted if may_read(person, paper)}


def may_write(person: Person, document: Document) -> bool:
    """Tell whether a person may start the signing and note the paper copy.

    Who handed in an application made it, too, but keeps no file.
    """
    handed_in = document.kind == Document.Kind.APPLICATION
    own = document.made_by_id == person.pk and not handed_in
    return own or people.holds(person, *FILING_OFFICES)
