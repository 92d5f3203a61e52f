"""What the streams of the ledger are about, in words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hattama.appeals.models import Appeal
from hattama.base.dates import moment_text
from hattama.base.models import LedgerStream
from hattama.base.texts import pick
from hattama.documents.models import Document
from hattama.final.models import Attestation, Campaign, Candidate, Commission, Sitting
from hattama.notices.models import Notice

Title = Callable[[Any], str]

# By the first half of a stream's name: what it is about, and how that is called.
ABOUT: Mapping[str, tuple[type[Any], tuple[str, ...], Title]] = {
    "appeal": (
        Appeal,
        ("result__candidate__student__person",),
        lambda one: one.student.full_name,
    ),
    "attestation": (
        Attestation,
        ("programme",),
        lambda one: f"{one.programme.code} · {one.get_form_display()}",
    ),
    "campaign": (Campaign, (), lambda one: pick(one.title)),
    "candidate": (
        Candidate,
        ("student__person",),
        lambda one: one.student.person.full_name,
    ),
    "commission": (Commission, (), lambda one: pick(one.name)),
    "document": (Document, (), lambda one: pick(one.title)),
    "notice": (Notice, (), lambda one: pick(one.subject)),
    "sitting": (
        Sitting,
        ("commission",),
        lambda one: f"{moment_text(one.starts_at)} · {pick(one.commission.name)}",
    ),
}


def titled(streams: Iterable[LedgerStream]) -> list[tuple[LedgerStream, str]]:
    """Give each stream with what it is about; "" where nothing bears a name."""
    found = list(streams)
    numbers: dict[str, list[int]] = defaultdict(list)
    for stream in found:
        kind, _colon, number = stream.name.partition(":")
        if number.isdigit():
            numbers[kind].append(int(number))
    titles = {
        f"{kind}:{pk}": title
        for kind, pks in numbers.items()
        if kind in ABOUT
        for pk, title in _titles(kind, pks)
    }
    return [(stream, titles.get(stream.name, "")) for stream in found]


def _titles(kind: str, pks: list[int]) -> list[tuple[int, str]]:
    model, related, title = ABOUT[kind]
    rows = model.objects.filter(pk__in=pks)
    if related:
        rows = rows.select_related(*related)
    return [(row.pk, title(row)) for row in rows]
