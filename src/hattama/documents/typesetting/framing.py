"""What stands around a document's text."""

from typing import TypedDict

from hattama.base.texts import said
from hattama.documents import queries
from hattama.documents.facts import Paper, Texts
from hattama.documents.models import Document, Signature
from hattama.documents.typesetting.rendering import render

DIGEST_SHOWN = 16  # hexadecimal digits


class Mark(TypedDict):
    """A signature as it is printed; `digest` shortened, `at` local."""

    role: Texts
    name: str
    at: str
    digest: str


class Meta(TypedDict):
    """What the frame adds to the facts; `date` is a local moment or a day."""

    institution: Texts
    city: Texts
    title: Texts
    number: str
    date: str
    signatures: list[Mark]
    supersedes: Paper | None
    check_code: str
    check_url: str
    draft: bool


def typeset(document: Document, language: str) -> bytes:
    """Set a document; without a number it is visibly a draft."""
    return render(document.template, language, document.facts, meta_of(document))


def meta_of(document: Document) -> Meta:
    """Gather what the frame prints."""
    old = document.supersedes
    signed = document.signatures.exclude(signed_at=None).select_related("person")
    return {
        "institution": document.institution.name,
        "city": document.institution.city,
        "title": document.title,
        "number": str(document.number or "—"),
        "date": queries.local_moment(
            document.institution, document.registered_at or document.made_at
        )[:10],
        "signatures": [_mark(signature, document) for signature in signed],
        "supersedes": queries.paper_of(old) if old else None,
        "check_code": queries.grouped(document.check_code),
        "check_url": queries.check_url(document),
        "draft": document.registered_at is None,
    }


def _mark(signature: Signature, document: Document) -> Mark:
    assert signature.signed_at is not None  # noqa: S101
    return {
        "role": said(Signature.Role(signature.role).label),
        "name": signature.person.full_name,
        "at": queries.local_moment(document.institution, signature.signed_at),
        "digest": signature.digest[:DIGEST_SHOWN],
    }
