"""A person's own application: handed in, signed and registered at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from hattama.documents.actions.drafting import draft
from hattama.documents.actions.signing import sign
from hattama.documents.models import Document, Signature
from hattama.people.models import Institution, Person


@transaction.atomic
def file_application(
    *,
    institution: Institution,
    template: str,
    title: Mapping[str, str],
    about: str,
    facts: Mapping[str, Any],
    applicant: Person,
    now: datetime,
    readers: Iterable[Person] = (),
) -> Document:
    """Hand in an application (tve-process-2020/p21-4a, he-attestation-2020/p64b).

    Args and errors: as `draft`.
    """
    document = draft(
        institution=institution,
        kind=Document.Kind.APPLICATION,
        template=template,
        title=title,
        about=about,
        facts=facts,
        signers=[(applicant, Signature.Role.APPLICANT)],
        by=applicant,
        now=now,
        readers=readers,
    )
    document.state = Document.State.SIGNING
    document.save(update_fields=["state"])
    return sign(document.signatures.get(), applicant, now)
