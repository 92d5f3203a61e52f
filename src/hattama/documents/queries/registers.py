"""The registers, and what happened to a document."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base import ledger
from hattama.core.sorting import search_key
from hattama.documents.models import Document
from hattama.people.models import Person

ACTS = {
    "document-drafted": _("Drafted"),
    "signing-started": _("Given for signing"),
    "document-signed": _("Signed"),
    "signature-refused": _("Signature refused"),
    "document-registered": _("Numbered, sealed and registered"),
    "paper-copy-filed": _("Paper copy printed and filed"),
}


@dataclass(frozen=True)
class Past:
    """One line of a document's history; `by` is None for the software itself."""

    at: datetime
    act: str
    by: Person | None
    facts: dict[str, object]

    @property
    def words(self) -> str | Promise:
        """What was done, as the office says it."""
        return ACTS.get(self.act, self.act)


def register(
    documents: QuerySet[Document],
    *,
    q: str = "",
    kind: str = "",
    year: int | None = None,
) -> QuerySet[Document]:
    """A part of the register, the newest first, with who signs.

    Args:
        documents: those that the asking person may see.
        q: a number, or words of the title in any case.
        kind: of `Document.Kind`; empty for all.
        year: of the registration; None for all.
    """
    if kind:
        documents = documents.filter(kind=kind)
    if year:
        documents = documents.filter(year=year)
    if q.strip().isdigit():
        documents = documents.filter(number=int(q))
    elif q:
        documents = documents.filter(search_key__contains=search_key(q))
    return documents.prefetch_related("signatures__person").order_by("-made_at", "-pk")


def years(documents: QuerySet[Document]) -> list[int]:
    """The years for which there is a register, the newest first."""
    found = documents.exclude(year=None).values_list("year", flat=True)
    return sorted({year for year in found.distinct() if year}, reverse=True)


def successor(document: Document) -> Document | None:
    """The registered document that replaced this one, if there is one."""
    return Document.objects.filter(
        supersedes=document, state=Document.State.REGISTERED
    ).first()


def history(document: Document) -> list[Past]:
    """What happened to the document, from the ledger."""
    lines = ledger.lines(document.stream)
    actors = {line.by for line in lines if line.by.isdigit()}
    people = {person.key: person for person in Person.objects.filter(pk__in=actors)}
    return [
        Past(line.at, line.act, people.get(line.by), ledger.told(line))
        for line in lines
    ]
