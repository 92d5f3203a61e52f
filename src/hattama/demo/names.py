"""People who do not exist: the same ones at every making."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from hattama.core.iin import check_digit

FOLDER = Path(__file__).parent
SERIAL = 9900  # serial numbers from here to 9999 mark a made-up IIN


@dataclass(frozen=True)
class Made:
    """Somebody made up; the IIN passes every check."""

    surname: str
    given: str
    patronymic: str
    sex: str
    birth: date
    iin: str


def read(name: str) -> dict[str, Any]:
    """Read one of the demo's lists."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def crowd(seed: str, years: range) -> Iterator[Made]:
    """Make people up without end; no two have the same name.

    Args:
        seed: the same seed, the same people.
        years: of birth.
    """
    chance, seen = Random(seed), set[tuple[str, str]]()  # noqa: S311 - a play
    for number in count():
        made = _somebody(chance, years, number)
        if (made.surname, made.given) not in seen:
            seen.add((made.surname, made.given))
            yield made


@cache
def _peoples() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read("names")["people"]
    return found


def _somebody(chance: Random, years: range, serial: int) -> Made:
    weights = [people["weight"] for people in _peoples()]
    people = chance.choices(_peoples(), weights)[0]
    woman = chance.random() < 0.5
    father = chance.choice(people["father"] or [""])
    birth = date(chance.choice(years), 1, 1) + timedelta(days=chance.randrange(365))
    return Made(
        surname=chance.choice(people["surname"])[woman],
        given=chance.choice(people["female" if woman else "male"]),
        patronymic=father and father + people["patronymic"][woman],
        sex="f" if woman else "m",
        birth=birth,
        iin=_iin(birth, serial, woman=woman),
    )


def _iin(birth: date, serial: int, *, woman: bool) -> str:
    century = (3 if birth.year < 2000 else 5) + woman
    serials = (SERIAL + number % 100 for number in count(serial))
    tried = (f"{birth:%y%m%d}{century}{number}" for number in serials)
    return next(f"{one}{check_digit(one)}" for one in tried if _is_issued(one))


def _is_issued(eleven: str) -> bool:
    return check_digit(eleven) is not None
