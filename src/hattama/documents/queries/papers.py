"""How a document is referred to, printed and checked."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from hattama.base import files
from hattama.base.models import StoredFile
from hattama.documents import sealing
from hattama.documents.facts import Paper
from hattama.documents.models import Document
from hattama.documents.sealing import SealCheck
from hattama.people.models import Institution

LANGUAGES = ("kk", "ru")


def local_moment(institution: Institution, at: datetime) -> str:
    """A moment as facts hold it: in the institution's own offset."""
    return at.astimezone(ZoneInfo(institution.zone)).isoformat(timespec="seconds")


def registered_day(document: Document) -> str:
    """The day of registration where the institution is: "2026-06-15".

    Raises:
        ValueError: for a document that is not registered.
    """
    if document.registered_at is None:
        raise ValueError(f"document {document.pk} is not registered")
    return local_moment(document.institution, document.registered_at)[:10]


def paper_of(document: Document) -> Paper:
    """Refer to a registered document as facts do.

    Raises:
        ValueError: for a document that is not registered.
    """
    return {"number": str(document.number), "date": registered_day(document)}


def grouped(code: str) -> str:
    """A check code as people read it: ABCD-EFGH-JKLM."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def check_url(document: Document) -> str:
    """Where anybody can check the document; the address in its QR."""
    path = reverse("check_document", args=[document.check_code])
    return settings.BASE_URL.rstrip("/") + path


def pdf(document: Document, language: str) -> StoredFile | None:
    """The sealed file in a language; None for a draft or another language."""
    return {"kk": document.pdf_kk, "ru": document.pdf_ru}.get(language)


def seal_check(document: Document) -> dict[str, SealCheck]:
    """Verify the seals on the bytes of both PDFs: {"kk": …, "ru": …}."""
    return {
        language: sealing.check(files.content(file), document.institution)
        for language, file in (("kk", document.pdf_kk), ("ru", document.pdf_ru))
        if file is not None
    }
