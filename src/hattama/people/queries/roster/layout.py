"""How a list is laid out: heading, columns, samples, what was chosen before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hattama.core.roster import Column, Kind
from hattama.core.roster.columns import columns_of, heading_number
from hattama.people.models import RosterImport
from hattama.people.queries.roster.choices import sheet_of

SAMPLES = 3


@dataclass(frozen=True)
class Layout:
    """A list for the mapping page.

    Attributes:
        kind: whom the list names.
        heading: row number of the headings, 0 for none.
        columns: each with the field guessed for it.
        rows: the first rows below the heading.
        chosen: what was chosen before, by name of the form's field.
    """

    kind: Kind
    heading: int
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    chosen: dict[str, Any]

    def samples(self, column: Column) -> list[str]:
        """The first texts of a column."""
        cells = [row[column.index] for row in self.rows if column.index < len(row)]
        return [cell for cell in cells if cell.strip()][:SAMPLES]


def layout_of(roster: RosterImport, heading: int | None = None) -> Layout:
    """Lay a list out.

    Args:
        roster: the import.
        heading: row number of its headings; None: as chosen before, else guessed.
    """
    rows, kind = sheet_of(roster).rows, kind_of(roster)
    if heading is None:
        heading = roster.mapping.get("heading", heading_number(rows, kind))
    heading = min(heading, len(rows))
    titles = rows[heading - 1] if heading else ()
    columns = columns_of(titles, max(map(len, rows), default=0), kind, {})
    body = [row for row in rows[heading : heading + 50] if any(map(str.strip, row))]
    return Layout(kind, heading, columns, body, _chosen(roster))


def kind_of(roster: RosterImport) -> Kind:
    """Whom a list names."""
    return "staff" if roster.kind == RosterImport.Kind.STAFF else "students"


def _chosen(roster: RosterImport) -> dict[str, Any]:
    kept = roster.mapping
    if not kept:
        return {}
    columns = {f"column-{place}": to for place, to in kept["columns"].items()}
    names = ("group", "programme", "make_groups")
    return columns | {name: kept[name] for name in names}
