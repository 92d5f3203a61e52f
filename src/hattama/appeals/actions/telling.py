"""Each deed of an appeal leaves a line, rings the bell and reaches its readers."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from hattama.appeals import queries
from hattama.appeals.models import Appeal
from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.notices.actions import notify
from hattama.people.models import Person


def record(
    appeal: Appeal,
    act: str,
    by: Person,
    now: datetime,
    facts: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Append a line to the appeal's stream and ring its bell."""
    ledger.append(
        institution=queries.institution_of(appeal.result).pk,
        stream=appeal.stream,
        act=act,
        by=by.key,
        at=now,
        facts=facts,
        texts=texts,
    )
    bell.ring(appeal.stream)


def tell(
    appeal: Appeal,
    kind: str,
    people: Iterable[Person],
    subject: Promise | str,
    body: Promise | str,
    now: datetime,
    **facts: object,
) -> None:
    """Tell people about an appeal, with a link to its page.

    Args:
        appeal: which.
        kind: of the notice.
        people: whom.
        subject, body: marked sentences with %(fact)s in them.
        now: aware.
        facts: what stands in the sentences.
    """
    notify(
        institution=queries.institution_of(appeal.result),
        kind=kind,
        about=appeal.stream,
        subject=said(subject, **facts),
        body=said(body, **facts),
        people=people,
        by=None,
        now=now,
        link=reverse("appeal", args=[appeal.pk]),
    )
