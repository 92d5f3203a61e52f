"""Append to the ledger and read from it. Nothing here changes a line."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db import transaction

from hattama.base.models import LedgerLine, LedgerStream, LedgerText
from hattama.core import sealing
from hattama.core.sealing import GENESIS, Break, Line


def hold(*, institution: int, stream: str) -> LedgerStream:
    """Take the stream for the rest of the transaction: whoever comes next waits.

    PostgreSQL locks the row; SQLite lets one writer in at a time anyway.
    """
    LedgerStream.objects.get_or_create(
        name=stream, defaults={"institution": institution}
    )
    return LedgerStream.objects.select_for_update().get(name=stream)


@transaction.atomic
def append(
    *,
    institution: int,
    stream: str,
    act: str,
    by: str,
    at: datetime,
    facts: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
) -> LedgerLine:
    """Write one line after the last one of its stream.

    Args:
        institution: the institution's number.
        stream: "kind:number".
        act: what was done, kebab-case.
        by: the person's number as text, or "system".
        at: when, aware.
        facts: plain JSON without floats and without personal texts.
        texts: personal texts by field; the line holds their salted hashes, under
            the same field names, so that a lawful deletion does not break the chain.
    """
    held = hold(institution=institution, stream=stream)
    last = held.lines.order_by("-seq").values_list("seq", "hash").first()
    seq, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    salted = {
        field: (secrets.token_hex(16), text) for field, text in (texts or {}).items()
    }
    whole = dict(facts or {}) | {
        field: sealing.text_digest(salt, text) for field, (salt, text) in salted.items()
    }
    line = LedgerLine.objects.create(
        stream=held,
        seq=seq,
        at=at,
        by=by,
        act=act,
        facts=whole,
        previous=previous,
        hash=sealing.line_hash(institution, stream, seq, at, by, act, whole, previous),
    )
    LedgerText.objects.bulk_create(
        LedgerText(line=line, field=field, salt=salt, text=text)
        for field, (salt, text) in salted.items()
    )
    return line


def lines(stream: str, *, after: int = 0) -> list[LedgerLine]:
    """The stream's lines in order, from the one after `after`, texts fetched along."""
    return list(
        LedgerLine.objects.filter(stream__name=stream, seq__gt=after)
        .order_by("seq")
        .prefetch_related("texts")
    )


def told(line: LedgerLine) -> dict[str, object]:
    """A line's facts with the personal texts in their places, where still kept."""
    return dict(line.facts) | {text.field: text.text for text in line.texts.all()}


def as_sealed(line: LedgerLine, stream: LedgerStream) -> Line:
    """Give a line the form in which it was hashed."""
    return Line(
        institution=stream.institution,
        stream=stream.name,
        seq=line.seq,
        at=line.at,
        by=line.by,
        act=line.act,
        facts=line.facts,
        previous=line.previous,
        hash=line.hash,
    )


def first_break(stream: LedgerStream) -> Break | None:
    """Check one stream: chain, numbers and the texts that are still kept."""
    rows = lines(stream.name)
    if broken := sealing.first_break([as_sealed(line, stream) for line in rows]):
        return broken
    for line in rows:
        for text in line.texts.all():
            if line.facts.get(text.field) != sealing.text_digest(text.salt, text.text):
                return Break(line.seq, "changed")
    return None


def breaks() -> Iterator[tuple[LedgerStream, Break]]:
    """Check every stream of the installation and give those that do not hold."""
    for stream in LedgerStream.objects.order_by("name").iterator():
        if broken := first_break(stream):
            yield stream, broken
