"""Odd but possible: what a row says against itself, the calendar or the groups."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date

from hattama.core.iin import parse_iin
from hattama.core.roster.columns import NAME_FIELDS, Kind
from hattama.core.roster.names import mixed_word
from hattama.core.roster.row import Row

# The youngest enter a college after nine classes, at thirteen or fourteen.
AGES: Mapping[Kind, tuple[int, int]] = {"students": (13, 75), "staff": (16, 90)}

Doubt = tuple[str, str, dict[str, object]]  # field, code, facts


def completed(row: Row, groups: Mapping[str, str]) -> Row:
    """The row with birth date and sex from its IIN and the group's known spelling."""
    found: dict[str, object] = {}
    if row.iin and not (row.born and row.sex):
        iin = parse_iin(row.iin)
        found = {"born": row.born or iin.born, "sex": row.sex or iin.sex}
    if known := groups.get(group_key(row.group)):
        found["group"] = known
    return dataclasses.replace(row, **found) if found else row  # type: ignore[arg-type]


def doubts(
    row: Row, kind: Kind, today: date, groups: Mapping[str, str] | None
) -> Iterator[Doubt]:
    """What the office should look at; every one is a warning."""
    for field in NAME_FIELDS:
        if word := mixed_word(getattr(row, field)):
            yield field, "name-mixed-alphabets", {"word": word}
    yield from _against_iin(row)
    yield from _age(row, kind, today)
    if groups is not None and row.group and group_key(row.group) not in groups:
        yield "group", "group-unknown", {"group": row.group}


def group_key(group: str) -> str:
    """Spellings of one group: ПО-21-1, по 21 1 and ПО–21–1 are the same."""
    return re.sub(r"[\s\-–—]+", "-", group).casefold()


def _against_iin(row: Row) -> Iterator[Doubt]:
    if not row.iin:
        return
    iin = parse_iin(row.iin)
    if row.born and row.born != iin.born:
        yield "born", "iin-other-birth-date", {"born": row.born, "iin_born": iin.born}
    if row.sex and row.sex != iin.sex:
        yield "sex", "iin-other-sex", {}


def _age(row: Row, kind: Kind, today: date) -> Iterator[Doubt]:
    if row.born is None:
        return
    youngest, oldest = AGES[kind]
    had_birthday = (today.month, today.day) >= (row.born.month, row.born.day)
    age = today.year - row.born.year - (not had_birthday)
    facts: dict[str, object] = {"born": row.born, "age": age}
    if row.born > today:
        yield "born", "birth-date-future", facts
    elif age < youngest:
        yield "born", "birth-date-young", facts
    elif age > oldest:
        yield "born", "birth-date-old", facts
