"""The signatory's own act."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from hattama.base import bell, ledger
from hattama.core.rules import RuleBroken
from hattama.documents import queries
from hattama.documents.actions.drafting import ask_next
from hattama.documents.actions.registering import register
from hattama.documents.models import Document, Signature
from hattama.people.models import Person


@transaction.atomic
def sign(signature: Signature, by: Person, now: datetime) -> Document:
    """Sign; the last signature gives the number, registers and seals.

    That the person proved to be there (`must_prove`) is the view's matter.

    Raises:
        RuleBroken: "not-your-signature", "not-being-signed", "already-signed",
            "signature-not-due" (others sign first).
    """
    document = _held(signature)
    must_be_due(signature, by)
    signature.digest = queries.digest(document)
    signature.signed_at = now
    signature.save(update_fields=["digest", "signed_at"])
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="document-signed",
        by=by.key,
        at=now,
        facts={"role": signature.role, "digest": signature.digest},
    )
    if queries.next_signature(document):
        ask_next(document, now)
    else:
        register(document, now)
    bell.ring(document.stream)
    return document


@transaction.atomic
def sign_together(
    signatures: Iterable[Signature], by: Person, now: datetime
) -> list[Document]:
    """Sign several documents in one act: all of them, or none.

    Raises:
        RuleBroken: as `sign`.
    """
    return [sign(signature, by, now) for signature in signatures]


@transaction.atomic
def refuse_to_sign(
    signature: Signature, by: Person, reason: str, now: datetime
) -> Document:
    """Decline to sign, which ends the document: what is right needs a new one.

    Raises:
        RuleBroken: as `sign`, and "refusal-without-reason".
    """
    document = _held(signature)
    must_be_due(signature, by)
    if not reason.strip():
        raise RuleBroken("refusal-without-reason")
    signature.refused_at = now
    signature.reason = reason.strip()
    signature.save(update_fields=["refused_at", "reason"])
    document.state = Document.State.REFUSED
    document.save(update_fields=["state"])
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="signature-refused",
        by=by.key,
        at=now,
        facts={"role": signature.role},
        texts={"reason": signature.reason},
    )
    bell.ring(document.stream)
    return document


def must_be_due(signature: Signature, by: Person) -> None:
    """Refuse a signature that is another's, done already, or not yet due.

    Raises:
        RuleBroken: as `sign`.
    """
    if signature.person_id != by.pk:
        raise RuleBroken("not-your-signature")
    if signature.signed_at:
        raise RuleBroken("already-signed", at=signature.signed_at)
    if signature.document.state != Document.State.SIGNING:
        raise RuleBroken("not-being-signed")
    first = queries.next_signature(signature.document)
    if first is not None and first.pk != signature.pk:
        raise RuleBroken("signature-not-due", name=first.person.full_name)


def _held(signature: Signature) -> Document:
    """Lock the document, so that two last signatures do not pass each other."""
    Document.objects.filter(pk=signature.document_id).update(state=F("state"))
    signature.refresh_from_db()
    return signature.document
