"""The moment from which a document never changes."""

from datetime import datetime

from django.db.models import F
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from hattama.base import files, ledger
from hattama.base.models import StoredFile
from hattama.base.texts import said
from hattama.documents import queries, sealing, typesetting
from hattama.documents.models import Document, Register
from hattama.notices import actions as notices
from hattama.people.models import Institution


def register(document: Document, now: datetime) -> None:
    """Give the number, set both texts, seal them, close the document and send copies.

    Runs inside the transaction of the last signature: a number is never lost.
    """
    document.year = int(queries.local_moment(document.institution, now)[:4])
    document.number = next_number(document.institution, document.kind, document.year)
    document.registered_at = now
    document.state = Document.State.REGISTERED
    document.pdf_kk = _kept(document, "kk")
    document.pdf_ru = _kept(document, "ru")
    document.save()
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="document-registered",
        by="system",
        at=now,
        facts={
            "kind": document.kind,
            "number": document.number,
            "year": document.year,
            "digest": queries.digest(document),
            "pdf_kk": document.pdf_kk.sha256,
            "pdf_ru": document.pdf_ru.sha256,
        },
    )
    send_copies(document, now)


def send_copies(document: Document, now: datetime) -> None:
    """Send both texts to everybody who receives a copy, at the same moment.

    Source: he-attestation-2020/p62c (protocols), he-attestation-2020/p23c and
    tve-process-2020/p21-3al (acts).
    """
    readers = list(document.readers.all()) if document.copies else []
    if not readers:
        return
    notices.notify(
        institution=document.institution,
        kind="copy",
        about=document.stream,
        subject=said(
            _("%(title)s, № %(number)s"),
            title=document.title,
            number=document.number,
        ),
        body=said(
            _("You receive a copy of the document “%(title)s”, № %(number)s."),
            title=document.title,
            number=document.number,
        ),
        people=readers,
        by=None,
        now=now,
        link=reverse("document", args=[document.pk]),
        files=[file for file in (document.pdf_kk, document.pdf_ru) if file],
    )


def next_number(institution: Institution, kind: str, year: int) -> int:
    """Take the register's next number.

    The UPDATE locks the row until the transaction ends, on both databases: whoever
    comes next waits, and a number that is rolled back is given again.
    """
    register, _new = Register.objects.get_or_create(
        institution=institution, kind=kind, year=year
    )
    Register.objects.filter(pk=register.pk).update(last=F("last") + 1)
    register.refresh_from_db()
    return register.last


def _kept(document: Document, language: str) -> StoredFile:
    pdf = typesetting.typeset(document, language)
    name = f"{slugify(document.template)}-{document.number}-{document.year}"
    return files.keep(
        institution=document.institution_id,
        name=f"{name}-{language}.pdf",
        data=sealing.seal(pdf, document.institution),
        kind="application/pdf",
    )
