"""The ledger in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hattama.base import ledger
from hattama.base.models import LedgerLine, LedgerStream
from hattama.core.sealing import Break
from hattama.final.models import Sitting
from hattama.final.queries.log import event_of, state_of
from hattama.final.queries.names import names_in
from hattama.final.queries.sentences import spoken
from hattama.people.models import Person
from hattama.portal.queries.acts import ACTS


@dataclass(frozen=True)
class Written:
    """One line as people read it.

    Attributes:
        seq: its number in the stream.
        at: when.
        who: who did it; empty for the software itself.
        words: what was done.
        facts: what else the line holds, by name.
        hash: of the line.
    """

    seq: int
    at: datetime
    who: str
    words: str | Promise
    facts: list[tuple[str, str]]
    hash: str


@dataclass(frozen=True)
class Record:
    """A stream and whether its chain holds.

    Attributes:
        stream: which.
        lines: in order.
        broken: where it was changed, if it was.
    """

    stream: LedgerStream
    lines: list[Written]
    broken: Break | None


def record(stream: LedgerStream) -> Record:
    """Read a stream and check its chain."""
    rows = ledger.lines(stream.name)
    people = _people(rows)
    said = _said(stream, rows)
    lines = [_written(row, people, said) for row in rows]
    return Record(stream, lines, ledger.first_break(stream))


def _said(stream: LedgerStream, rows: Iterable[LedgerLine]) -> dict[int, str]:
    """The sentences of a sitting's log, by line; other streams have none."""
    kind, _colon, number = stream.name.partition(":")
    sitting = Sitting.objects.filter(pk=number).first() if kind == "sitting" else None
    state = state_of(sitting) if sitting else None
    if state is None:
        return {}
    names = names_in(state)
    return {row.seq: spoken(event_of(row), names) for row in rows}


def _written(
    row: LedgerLine, people: Mapping[str, Person], said: Mapping[int, str]
) -> Written:
    person = people.get(row.by)
    return Written(
        row.seq,
        row.at,
        person.full_name if person else "",
        said.get(row.seq) or ACTS.get(row.act, row.act.replace("-", " ")),
        [(name, _shown(value)) for name, value in ledger.told(row).items()],
        row.hash,
    )


def _people(rows: Iterable[LedgerLine]) -> dict[str, Person]:
    keys = {int(row.by) for row in rows if row.by.isdigit()}
    return {person.key: person for person in Person.objects.filter(pk__in=keys)}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value == "":
        return "—"
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_shown(part)}" for name, part in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value)) or "—"
    return str(value)
