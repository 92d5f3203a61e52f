"""What a signature stands for, and whose turn it is."""

from django.db.models import Exists, OuterRef, QuerySet

from hattama.core.sealing import canonical
from hattama.core.sealing import digest as sha256
from hattama.documents.models import Document, Signature
from hattama.people.models import Person


def digest(document: Document) -> str:
    """What a signature stands for: SHA-256 over all that the text is made from.

    The number is not in it, for it is given by the last signature; the seal and the
    ledger bind number and digest together (docs/decisions/0020).
    """
    return sha256(
        canonical(
            {
                "institution": document.institution_id,
                "kind": document.kind,
                "template": document.template,
                "title": document.title,
                "about": document.about,
                "facts": document.facts,
                "supersedes": document.supersedes_id,
            }
        )
    )


def next_signature(document: Document) -> Signature | None:
    """The signature that is due now; None when all have signed."""
    return (
        document.signatures.filter(signed_at=None, refused_at=None)
        .select_related("person")
        .order_by("position")
        .first()
    )


def to_sign(person: Person) -> QuerySet[Signature]:
    """The signatures that wait for a person now, the oldest document first."""
    before = Signature.objects.filter(
        document=OuterRef("document"), signed_at=None, position__lt=OuterRef("position")
    )
    return (
        Signature.objects.filter(
            ~Exists(before),
            person=person,
            signed_at=None,
            refused_at=None,
            document__state=Document.State.SIGNING,
        )
        .select_related("document", "person")
        .order_by("document__made_at", "pk")
    )
