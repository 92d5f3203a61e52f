"""A line in the ledger for every deed, and the bell for every page that shows it."""

from collections.abc import Mapping
from datetime import datetime

from hattama.base import bell, ledger
from hattama.final.models import Attestation, Campaign
from hattama.people.models import Person


def record(
    subject: Attestation | Campaign,
    act: str,
    by: Person,
    now: datetime,
    facts: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Append an act to the stream of a campaign or attestation.

    Args:
        subject: what it is about.
        act: what was done, kebab-case.
        by: who did it.
        now: aware.
        facts: plain JSON, without personal texts.
        texts: personal texts, kept beside the chain.
    """
    ledger.append(
        institution=_campaign(subject).institution_id,
        stream=subject.stream,
        act=act,
        by=by.key,
        at=now,
        facts=facts,
        texts=texts,
    )
    bell.ring(_campaign(subject).stream)
    if isinstance(subject, Attestation):
        bell.ring(subject.stream)


def hold(subject: Attestation | Campaign) -> None:
    """Take a subject's stream until the transaction ends: whoever comes next waits.

    For deeds that first look and then write, so that two at once do not both find
    the same thing still to be done.
    """
    ledger.hold(institution=_campaign(subject).institution_id, stream=subject.stream)


def _campaign(subject: Attestation | Campaign) -> Campaign:
    return subject.campaign if isinstance(subject, Attestation) else subject
