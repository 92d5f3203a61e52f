"""What is wrong or odd about one place of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hattama.core.rules import RuleBroken

Level = Literal["refused", "warning"]

# Odd but possible: imported and marked. Every other code refuses its row.
WARNINGS = frozenset(
    {
        "administration-unknown",
        "birth-date-future",
        "birth-date-old",
        "birth-date-young",
        "email-again",
        "funding-unknown",
        "group-unknown",
        "heading-unclear",
        "iin-again",
        "iin-other-birth-date",
        "iin-other-sex",
        "language-unknown",
        "name-mixed-alphabets",
        "other-sheets",
        "person-again",
        "phone-odd",
        "sex-unknown",
        "year-unknown",
    }
)


@dataclass(frozen=True)
class Problem:
    """One remark about a list.

    Attributes:
        row: the number that a spreadsheet shows beside the row.
        column: the heading as the list has it (its letter where it has none); empty
            where the remark is about the whole row or list.
        code: stable, with its sentence in `hattama.base.messages.roster`.
        facts: values for the sentence.
    """

    row: int
    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """Whether the row stays out or comes in with a mark."""
        return "warning" if self.code in WARNINGS else "refused"


def problem_of(broken: RuleBroken, row: int, column: str) -> Problem:
    """A refused value at its place in the list."""
    return Problem(row, column, broken.code, broken.facts)
