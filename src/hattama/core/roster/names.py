"""Names of people: cleaned of typing slips, refused where they cannot be names."""

import re
import unicodedata

from hattama.core.rules import RuleBroken

LONGEST = 100  # characters
NO_VALUE = re.compile(r"[-–—_.*]*")
NO_PATRONYMIC = {"нет", "жоқ", "без отчества", "none", "n/a"}
WORD_SIGNS = " -'’ʼ.`"


def clean(text: str) -> str:
    """One composed form, no invisible characters, single spaces; "" for a mere dash."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isascii():
        composed = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    single = " ".join(composed.split())
    return "" if NO_VALUE.fullmatch(single) else single


def read_name(text: str) -> str:
    """One part of a name.

    Raises:
        RuleBroken: `name-characters` (digits, formulas, HTML, the ? of lost letters),
            `name-too-long`.
    """
    wrong = sorted({c for c in text if not (c.isalpha() or _sign(c))})
    if not wrong and not text[0].isalpha():
        wrong = [text[0]]
    if wrong:
        raise RuleBroken("name-characters", text=text[:LONGEST], wrong=" ".join(wrong))
    if len(text) > LONGEST:
        raise RuleBroken("name-too-long", limit=LONGEST)
    return text


def read_patronymic(text: str) -> str:
    """A patronymic, or "" where the list says that there is none."""
    return "" if text.casefold() in NO_PATRONYMIC else read_name(text)


def split_full_name(text: str) -> tuple[str, str, str]:
    """Family name, given name, patronymic (all the rest) from one column."""
    parts = read_name(text.replace(",", " ")).split(maxsplit=2)
    if len(parts) < 2:
        raise RuleBroken("name-incomplete", text=text)
    return parts[0], parts[1], read_patronymic(parts[2]) if parts[2:] else ""


def mixed_word(text: str) -> str:
    """The first word that has Latin and Cyrillic letters at once, else ""."""
    for word in re.split(r"[\s-]+", text):
        if re.search(r"[A-Za-z]", word) and re.search(r"[\u0400-\u052f]", word):
            return word
    return ""


def _sign(character: str) -> bool:
    return character in WORD_SIGNS or unicodedata.category(character) == "Mn"
