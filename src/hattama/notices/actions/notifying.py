"""Telling people something, and being able to show that they were told."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from hattama.base import bell
from hattama.base.models import StoredFile
from hattama.notices.actions.writing import write_letter
from hattama.notices.models import Delivery, Letter, Notice
from hattama.people.models import Institution, Person

TOKEN_BYTES = 32


@transaction.atomic
def notify(
    *,
    institution: Institution,
    kind: str,
    about: str,
    subject: Mapping[str, str],
    body: Mapping[str, str],
    people: Iterable[Person],
    by: Person | None,
    now: datetime,
    link: str = "",
    files: Iterable[StoredFile] = (),
    confirm_by: datetime | None = None,
) -> Notice:
    """Tell people something: a notice on the page of each, and a letter.

    Who is named twice is told once. Who has no address is told on the page alone and
    stands on the call list.

    Args:
        institution: who tells it.
        kind: "acquaintance", "defence-time" …
        about: what it is about, "sitting:12".
        subject, body: by language; each person is written to in their own.
        people: whom.
        by: who tells it; None when the software does by itself.
        now: aware.
        link: path of a page here.
        files: sent along.
        confirm_by: set when each must confirm, as tve-attestation-2020/p17c asks.
    """
    notice = Notice.objects.create(
        institution=institution,
        kind=kind,
        about=about,
        subject=dict(subject),
        body=dict(body),
        link=link,
        confirm_by=confirm_by,
        by=by,
        at=now,
    )
    notice.files.set(files)
    deliveries = Delivery.objects.bulk_create(
        Delivery(notice=notice, person=person, token=secrets.token_urlsafe(TOKEN_BYTES))
        for person in dict.fromkeys(people)
    )
    Letter.objects.bulk_create(
        write_letter(delivery, now) for delivery in deliveries if delivery.person.email
    )
    for delivery in deliveries:
        bell.ring(f"person:{delivery.person_id}")
    return notice
