"""The moment from which a document never changes."""

from datetime import datetime

from django.db.models import F
from django.utils.text import slugify

from hattama.base import files, ledger
from hattama.base.models import StoredFile
from hattama.documents import queries, sealing, typesetting
from hattama.documents.models import Document, Register
from hattama.people.models import Institution


def register(document: Document, now: datetime) -> None:
    """Give the number, set both texts, seal them and close the document for good.

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
