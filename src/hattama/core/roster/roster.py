"""A whole list: the heading, then row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hattama.core.roster.columns import (
    NAME_FIELDS,
    Column,
    Grid,
    Kind,
    columns_of,
    heading_number,
    twice,
)
from hattama.core.roster.doubts import completed, doubts, group_key
from hattama.core.roster.problem import Problem
from hattama.core.roster.repeats import Seen
from hattama.core.roster.row import Row, read_row

# Two columns for one of these would make it a guess who a person is.
IDENTITY = {*NAME_FIELDS, "full_name", "iin", "born"}
# Where a value came from that has no column of its own.
SOURCES = dict.fromkeys(NAME_FIELDS, "full_name") | {"born": "iin", "sex": "iin"}


@dataclass(frozen=True)
class Roster:
    """What a list holds.

    Attributes:
        rows: filled rows below the heading.
        accepted: those that can be imported, marked or not.
        problems: every remark, by row.
        columns: what each column was taken for.
        heading: the heading's row number; 0: none.
    """

    rows: int
    accepted: tuple[Row, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Column, ...] = ()
    heading: int = 0


def read_roster(
    grid: Grid,
    *,
    today: date,
    kind: Kind = "students",
    mapping: Mapping[int, str] | None = None,
    heading: int | None = None,
    known_groups: Sequence[str] | None = None,
) -> Roster:
    """Read a list of students or staff.

    Args:
        grid: all rows of the sheet from its first, cells as texts.
        today: the day on which birth dates are judged.
        mapping: column (from 0) → field, "" for unread; overrules the guesses.
        heading: row number of the heading, 0 for none; guessed when absent.
        known_groups: names of the groups that exist; None: not checked.
    """
    if heading is None:
        heading = heading_number(grid, kind)
    titles = grid[heading - 1] if 0 < heading <= len(grid) else ()
    width = max(map(len, grid), default=0)
    columns = columns_of(titles, width, kind, mapping or {})
    body = [*_body(grid, heading)]
    problems = [*_list_problems(columns, heading or 1, body)]
    if any(problem.level == "refused" for problem in problems):
        return Roster(len(body), (), tuple(problems), columns, heading)
    groups = None if known_groups is None else {group_key(g): g for g in known_groups}
    reading = Reading(_read_columns(columns), kind, today, groups, problems)
    accepted = tuple(row for n, cells in body if (row := reading.accept(n, cells)))
    return Roster(len(body), accepted, tuple(reading.problems), columns, heading)


@dataclass
class Reading:
    """The list so far: who was seen and what was remarked."""

    columns: Sequence[Column]
    kind: Kind
    today: date
    groups: Mapping[str, str] | None
    problems: list[Problem]
    seen: Seen = field(default_factory=Seen)

    def accept(self, number: int, cells: Sequence[str]) -> Row | None:
        """The row if nothing refuses it; remarks are kept either way."""
        row, problems = read_row(number, cells, self.columns, self.today)
        self.problems += problems
        if any(problem.level == "refused" for problem in problems):
            return None
        row = completed(row, self.groups or {})
        if twin := self.seen.twin_of(row):
            self.problems.append(Problem(number, "", "row-again", {"first": twin}))
            return None
        self.problems += self._odd(row)
        return row

    def _odd(self, row: Row) -> Iterator[Problem]:
        names = {column.field: column.name for column in self.columns}
        remarks = [*doubts(row, self.kind, self.today, self.groups)]
        for subject, code, facts in [*remarks, *self.seen.again(row)]:
            source = subject if subject in names else SOURCES[subject]
            yield Problem(row.number, names[source], code, facts)


def _read_columns(columns: Sequence[Column]) -> list[Column]:
    unclear = {first.field for first, _ in twice(columns)}
    return [c for c in columns if c.field and c.field not in unclear]


def _list_problems(
    columns: Sequence[Column], row: int, body: Sequence[object]
) -> Iterator[Problem]:
    fields = {column.field for column in columns}
    if fields <= {""}:
        yield Problem(1, "", "no-heading")
        return
    for first, second in twice(columns):
        code = "heading-twice" if first.field in IDENTITY else "heading-unclear"
        facts = {"heading": second.name, "first": first.letter, "second": second.letter}
        yield Problem(row, second.name, code, facts)
    if "full_name" not in fields and not {"family_name", "given_name"} <= fields:
        yield Problem(row, "", "column-missing")
    if not body:
        yield Problem(row, "", "no-rows")


def _body(grid: Grid, heading: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Filled rows below the heading with their numbers.

    A repeated heading and a row that numbers the columns (1, 2, 3 …) are part of the
    printed form.
    """
    titles = [*grid[heading - 1]] if 0 < heading <= len(grid) else None
    for number, cells in enumerate(grid[heading:], heading + 1):
        filled = [cell.strip() for cell in cells if cell.strip()]
        if filled and not _numbers(filled) and list(cells) != titles:
            yield number, cells


def _numbers(filled: Sequence[str]) -> bool:
    return len(filled) > 1 and all(
        cell == str(place) for place, cell in enumerate(filled, 1)
    )
