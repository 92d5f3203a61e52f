"""The copy on paper."""

from datetime import datetime

from django.db import transaction

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.people.models import Person


@transaction.atomic
def mark_filed(document: Document, by: Person, now: datetime) -> None:
    """Note that the paper copy is printed and in the file (tve-process-2020/p21-5i).

    Raises:
        RuleBroken: "not-registered", "already-filed".
    """
    if document.state != Document.State.REGISTERED:
        raise RuleBroken("not-registered")
    changed = Document.objects.filter(pk=document.pk, filed_at=None).update(
        filed_at=now, filed_by=by
    )
    if not changed:
        raise RuleBroken("already-filed", "tve-process-2020/p21-5i")
    document.filed_at, document.filed_by = now, by
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="paper-copy-filed",
        by=by.key,
        at=now,
    )
