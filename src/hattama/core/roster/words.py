"""Words that stand for a value: sex, language, funding, yes and no, months."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hattama.core.rules import RuleBroken

# Typed on the wrong layout, invisible to the eye.
LOOKALIKES = str.maketrans("abcehikmoptxyё", "авсенікмортхуе")


def fold(text: str) -> str:
    """Letters and digits alone, lower case, lookalike Latin letters as Cyrillic."""
    lower = unicodedata.normalize("NFC", text).casefold().translate(LOOKALIKES)
    return "".join(filter(str.isalnum, lower)) or lower.strip()


def read_word(subject: str, text: str) -> str:
    """The value that a word of `words.toml` stands for, or `<subject>-unknown`."""
    value = _words(subject).get(fold(text))
    if value is None:
        raise RuleBroken(f"{subject}-unknown", text=text)
    return value


def read_flag(text: str) -> bool:
    """Yes or no, or `administration-unknown`."""
    return read_word("administration", text) == "yes"


def month_of(text: str) -> int | None:
    """The number of a month's name in Kazakh, Russian or English."""
    known = _words("month").get(fold(text))
    return int(known) if known else None


@cache
def _words(subject: str) -> Mapping[str, str]:
    text = files("hattama.core.roster").joinpath("words.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)[subject]
    return {fold(word): value for value, words in table.items() for word in words}
