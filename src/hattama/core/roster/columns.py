"""Which column holds what: the heading row found, its words understood."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from hattama.core.roster.names import clean
from hattama.core.roster.words import fold

Kind = Literal["students", "staff"]
Grid = Sequence[Sequence[str]]

SEARCHED_ROWS = 30
NAME_FIELDS = ("family_name", "given_name", "patronymic")


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its heading, the field it fills ("": unread)."""

    index: int
    heading: str
    field: str

    @property
    def name(self) -> str:
        """What to call it: its heading, else its letter."""
        return self.heading or self.letter

    @property
    def letter(self) -> str:
        """A, B, … Z, AA as a spreadsheet shows it."""
        letters, rest = "", self.index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters


def heading_number(rows: Grid, kind: Kind) -> int:
    """The number of the row with the most known headings among the first; 0: none.

    A row with one known heading counts if it holds nothing else, so that a title with
    the word "Группа" in it is not taken for a heading.
    """
    best, most = 0, 0
    for number, row in enumerate(rows[:SEARCHED_ROWS], 1):
        filled = [cell for cell in row if cell.strip()]
        known = {field_of(cell, kind) for cell in filled} - {""}
        if len(known) > most and (len(known) > 1 or len(filled) == 1):
            best, most = number, len(known)
    return best


def columns_of(
    heading: Sequence[str], width: int, kind: Kind, mapping: Mapping[int, str]
) -> tuple[Column, ...]:
    """Every column of the list; `mapping` (place → field or "") overrules guesses."""
    cells = [*map(clean, heading), *[""] * (width - len(heading))]
    return tuple(
        Column(place, cell, mapping.get(place, field_of(cell, kind)))
        for place, cell in enumerate(cells)
    )


def field_of(heading: str, kind: Kind) -> str:
    """The field that a heading means, else "".

    "Тегі / Фамилия" and "Пол (м/ж)" are read part by part where the whole is unknown;
    "Тегі, аты" in one column is a full name.
    """
    if known := _headings(kind).get(fold(heading)):
        return known
    parts = re.split(r"[/|(),;\n\\]", heading)
    found = {field for part in parts if (field := _headings(kind).get(fold(part)))}
    if len(found) > 1 and found <= {*NAME_FIELDS, "full_name"}:
        return "full_name"
    return found.pop() if len(found) == 1 else ""


def fields_of(kind: Kind) -> tuple[str, ...]:
    """All fields that a list of this kind can fill, for the mapping page."""
    return tuple(dict.fromkeys(_headings(kind).values()))


def twice(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Pairs of columns with one meaning: each later one with the first."""
    first: dict[str, Column] = {}
    for column in columns:
        if column.field and first.setdefault(column.field, column) is not column:
            yield first[column.field], column


@cache
def _headings(kind: Kind) -> Mapping[str, str]:
    text = files("hattama.core.roster").joinpath("headings.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    fields: dict[str, list[str]] = tables["people"] | tables[kind]
    return {fold(word): field for field, words in fields.items() for word in words}
