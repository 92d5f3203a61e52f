"""The same row twice, and one person under two spellings."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field

from hattama.core.roster.row import Row
from hattama.core.sorting import search_key

Key = tuple[object, ...]


@dataclass
class Seen:
    """The first row that used each key."""

    rows: dict[Key, int] = field(default_factory=dict)

    def twin_of(self, row: Row) -> int | None:
        """The number of an earlier row with the very same values."""
        return self._first(("row", dataclasses.replace(row, number=0)), row.number)

    def again(self, row: Row) -> Iterator[tuple[str, str, dict[str, object]]]:
        """Field, code and facts of each warning that an earlier row gives cause for."""
        for column, code, key in _keys(row):
            first = self._first(key, row.number)
            if first:
                yield column, code, {"first": first}
                return

    def _first(self, key: Key, number: int) -> int | None:
        first = self.rows.setdefault(key, number)
        return None if first == number else first


def _keys(row: Row) -> Iterator[tuple[str, str, Key]]:
    if row.iin:
        yield "iin", "iin-again", ("iin", row.iin)
    if row.born:
        name = search_key(f"{row.family_name} {row.given_name}")
        yield "family_name", "person-again", ("person", name, row.born)
    if row.email:
        yield "email", "email-again", ("email", row.email)
