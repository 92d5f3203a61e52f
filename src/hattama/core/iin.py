"""The individual identification number (ЖСН, ИИН): twelve digits that check themselves.

Foreign students may have none, so nothing in Hattama may require it.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hattama.core.rules import RuleBroken

Sex = Literal["male", "female"]

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
CENTURIES = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}


@dataclass(frozen=True)
class Iin:
    """A number that passed every check, and what it says about its holder."""

    number: str
    born: date
    sex: Sex


def parse_iin(text: str) -> Iin:
    """Read an IIN as people and spreadsheets write it.

    Spaces, dashes and a leading apostrophe fall away; up to three leading zeros that
    a spreadsheet dropped come back (000105… is the longest run a date can begin with).

    Raises:
        RuleBroken: `iin-digits-lost` (2.00105E+11), `iin-not-digits`, `iin-length`,
            `iin-birth-date`, `iin-century`, `iin-check-digit`.
    """
    if re.fullmatch(r"\d[.,]\d+[eEеЕ]\+?\d+", text.strip()):
        raise RuleBroken("iin-digits-lost")
    bare = re.sub(r"[\s'’\-–]", "", text)
    if not re.fullmatch(r"[0-9]+", bare):
        raise RuleBroken("iin-not-digits")
    number = bare.zfill(12)
    if not 9 <= len(bare) <= 12:
        raise RuleBroken("iin-length", digits=len(bare))
    if check_digit(number[:11]) != int(number[11]):
        raise RuleBroken("iin-check-digit")
    return Iin(number, _born(number), "male" if int(number[6]) % 2 else "female")


def check_digit(eleven: str) -> int | None:
    """The twelfth digit for the first eleven; None: no such number is issued."""
    digits = [int(digit) for digit in eleven]
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        left = sum(d * w for d, w in zip(digits, weights, strict=True)) % 11
        if left < 10:
            return left
    return None


def mask_iin(number: str) -> str:
    """The number for a page that need not show it: only the last four digits."""
    return number and "*" * 8 + number[-4:]


def _born(number: str) -> date:
    century = CENTURIES.get(int(number[6]))
    if century is None:
        raise RuleBroken("iin-century", digit=number[6])
    try:
        return date(century + int(number[:2]), int(number[2:4]), int(number[4:6]))
    except ValueError:
        raise RuleBroken("iin-birth-date", digits=number[:6]) from None
