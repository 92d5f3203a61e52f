"""From facts to a document that waits for signatures."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.documents import queries, typesetting
from hattama.documents.models import Document, Signature
from hattama.notices import actions as notices
from hattama.notices.queries import unread
from hattama.people.models import Institution, Person

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike
CODE_LENGTH = 12  # 60 bits: not to be guessed

Signer = tuple[Person, str]


@transaction.atomic
def draft(
    *,
    institution: Institution,
    kind: str,
    template: str,
    title: Mapping[str, str],
    about: str,
    facts: Mapping[str, Any],
    signers: Sequence[Signer],
    by: Person | None,
    now: datetime,
    readers: Iterable[Person] = (),
    copies: bool = True,
    public: bool = False,
    supersedes: Document | None = None,
) -> Document:
    """Make a document from its facts; nobody is asked to sign it yet.

    Args:
        institution: whose document it is.
        kind: which register will number it, of `Document.Kind`.
        template: one of `typesetting.FACTS`; it says which facts there must be.
        title, about: by language; "commission:3".
        facts: plain JSON without floats, as `documents.facts` describes them.
        signers: (person, role) in the order in which they sign; role of
            `Signature.Role`.
        by: who makes it; None when the software does by itself.
        now: aware.
        readers: who may read it; with `copies` each is sent it once registered.
        public: shown on the public site once registered.
        supersedes: the registered document that this one corrects.

    Raises:
        RuleBroken: "no-signers", "protocol-silent-on-distance"
            (tve-attestation-2020/p30), "supersedes-unregistered",
            "already-superseded".
        ValueError: when facts are missing or are not plain JSON.
    """
    _must_be_complete(template, facts, signers)
    if supersedes:
        _must_be_replaceable(supersedes, institution)
    document = Document.objects.create(
        institution=institution,
        kind=kind,
        template=template,
        title=dict(title),
        about=about,
        facts=dict(facts),
        check_code=_fresh_code(),
        supersedes=supersedes,
        copies=copies,
        public=public,
        made_by=by,
        made_at=now,
    )
    document.readers.set(readers)
    Signature.objects.bulk_create(
        Signature(document=document, person=person, role=role, position=position)
        for position, (person, role) in enumerate(signers, start=1)
    )
    _note_draft(document)
    return document


@transaction.atomic
def start_signing(document: Document, by: Person | None, now: datetime) -> None:
    """Close the draft and ask the first signatory.

    Raises:
        RuleBroken: "not-a-draft".
    """
    changed = Document.objects.filter(
        pk=document.pk, state=Document.State.DRAFT
    ).update(state=Document.State.SIGNING)
    if not changed:
        raise RuleBroken("not-a-draft")
    document.state = Document.State.SIGNING
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="signing-started",
        by=by.key if by else "system",
        at=now,
        facts={
            "signers": [
                [person, role]
                for person, role in document.signatures.values_list("person", "role")
            ]
        },
    )
    ask_next(document, now)


def ask_next(document: Document, now: datetime) -> None:
    """Tell whoever signs next that the document waits.

    Who has such a notice unread is not written to again: the list of what waits is one
    page, and a chair with sixty protocols gets one letter.
    """
    waiting = queries.next_signature(document)
    if waiting is None:
        return
    bell.ring(f"person:{waiting.person_id}")
    bell.ring(document.stream)
    if unread(waiting.person, "to-sign"):
        return
    notices.notify(
        institution=document.institution,
        kind="to-sign",
        about=document.stream,
        subject=said(_("To sign: %(title)s"), title=document.title),
        body=said(
            _("The document “%(title)s” waits for your signature."),
            title=document.title,
        ),
        people=[waiting.person],
        by=None,
        now=now,
        link=reverse("documents_to_sign"),
    )


def _note_draft(document: Document) -> None:
    ledger.append(
        institution=document.institution_id,
        stream=document.stream,
        act="document-drafted",
        by=document.made_by.key if document.made_by else "system",
        at=document.made_at,
        facts={
            "template": document.template,
            "digest": queries.digest(document),
            "supersedes": document.supersedes_id,
        },
    )


def _must_be_complete(
    template: str, facts: Mapping[str, Any], signers: Sequence[Signer]
) -> None:
    if not signers:
        raise RuleBroken("no-signers")
    typesetting.must_fit(template, facts)


def _must_be_replaceable(old: Document, institution: Institution) -> None:
    if old.state != Document.State.REGISTERED or old.institution != institution:
        raise RuleBroken("supersedes-unregistered")
    if queries.successor(old):
        raise RuleBroken("already-superseded")


def _fresh_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))
