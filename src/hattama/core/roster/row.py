"""One row of a list: every cell read, nothing guessed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hattama.core.iin import parse_iin
from hattama.core.roster import contacts, names
from hattama.core.roster.columns import NAME_FIELDS, Column
from hattama.core.roster.dates import read_birth_date
from hattama.core.roster.problem import Problem, problem_of
from hattama.core.roster.words import read_flag, read_word
from hattama.core.rules import RuleBroken


@dataclass(frozen=True)
class Row:
    """A person as a list has them; what it does not say is empty.

    `sex` is male or female, `language` kk, ru, en, ug or uz, `funding` state or paid,
    telephones are +77011234567.
    """

    number: int
    iin: str = ""
    family_name: str = ""
    given_name: str = ""
    patronymic: str = ""
    sex: str = ""
    born: date | None = None
    email: str = ""
    phone: str = ""
    username: str = ""
    idnumber: str = ""
    unit: str = ""
    # students
    group: str = ""
    language: str = ""
    funding: str = ""
    programme: str = ""
    programme_title: str = ""
    year: int | None = None
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_email: str = ""
    # staff
    position: str = ""
    administration: bool = False


READERS: Mapping[str, Callable[[str], object]] = {
    "iin": lambda text: parse_iin(text).number,
    "family_name": names.read_name,
    "given_name": names.read_name,
    "patronymic": names.read_patronymic,
    "full_name": names.split_full_name,
    "sex": lambda text: read_word("sex", text),
    "email": contacts.read_email,
    "phone": contacts.read_phone,
    "language": lambda text: read_word("language", text),
    "funding": lambda text: read_word("funding", text),
    "programme": contacts.read_programme,
    "year": contacts.read_year,
    "guardian_name": names.read_name,
    "guardian_phone": contacts.read_phone,
    "guardian_email": contacts.read_email,
    "administration": read_flag,
}

FULL_NAME = (*NAME_FIELDS, "full_name")


def read_row(
    number: int, cells: Sequence[str], columns: Sequence[Column], today: date
) -> tuple[Row, list[Problem]]:
    """The person in a row and what is wrong with single cells."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in columns:
        text = names.clean(cells[column.index]) if column.index < len(cells) else ""
        if not text:
            continue
        try:
            values |= _read(column.field, text, today)
        except RuleBroken as broken:
            problems.append(problem_of(broken, number, column.name))
    row = Row(number, **values)
    named = {column.name for column in columns if column.field in FULL_NAME}
    if not named & {problem.column for problem in problems}:
        problems += _lacking(row, columns)
    return row, problems


def _read(field: str, text: str, today: date) -> dict[str, object]:
    if field == "born":
        return {"born": read_birth_date(text, today)}
    value = READERS.get(field, contacts.read_text)(text)
    if isinstance(value, tuple):
        return dict(zip(NAME_FIELDS, value, strict=True))
    return {field: value}


def _lacking(row: Row, columns: Sequence[Column]) -> list[Problem]:
    lacking = [f for f in NAME_FIELDS[:2] if not getattr(row, f)]
    if not lacking:
        return []
    code = "name-missing" if len(lacking) == 2 else "name-incomplete"
    column = next(c for c in columns if c.field in (lacking[0], "full_name"))
    known = row.family_name or row.given_name
    return [Problem(row.number, column.name, code, {"text": known})]
