"""How a norm is cited: the act, its title in three languages, the paragraph."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PARAGRAPH = re.compile(
    r"p(?P<number>\d+(?:-\d+)?)"  # p64, p21-3, p26-1
    r"(?:-(?:he|tve))?"  # the two lists of paragraph 24
    r"(?:[.-](?:head|deputy|teacher|student|o|s)?(?P<item>\d+))?"
    r"[a-z]*"
)
TABLE = re.compile(r"t(?P<number>\d)\..+")
POINT = re.compile(r"order(?P<number>\d)(?:\.(?P<item>\d+))?")
LIST_ITEM = re.compile(r"(?P<number>(?!21-)\d+)-(?P<item>\d+)")


@dataclass(frozen=True)
class Act:
    """One regulation, with what a page calls it in kk, ru and en.

    Args:
        key: the first half of its norms' ids.
        short: how it is cited.
        title: its full title.
        numbered: whether the text numbers its own paragraphs.
    """

    key: str
    short: Mapping[str, str]
    title: Mapping[str, str]
    numbered: bool


@dataclass(frozen=True)
class Citation:
    """The place of a norm in its text.

    Args:
        act: the regulation.
        kind: "paragraph"; "passage" where the text does not number its paragraphs;
            "table"; "point" of an amending order; "letter" that covers the text;
            "approval" sheet.
        number: "33", "21-3", the number of the table; empty for letter and approval.
        item: the item of a list inside the paragraph, or empty.
    """

    act: Act
    kind: str
    number: str = ""
    item: str = ""


def act(key: str) -> Act:
    """Give the regulation with a key such as "he-attestation-2020".

    Raises:
        KeyError: there is none.
    """
    return _acts()[key]


def cite(norm_id: str) -> Citation:
    """Give the place in its text of the norm with an id.

    Raises:
        KeyError: no such regulation.
        ValueError: the id names no place.
    """
    key, _, place = norm_id.partition("/")
    cited = act(key)
    if place == "approval":
        return Citation(cited, "approval")
    if key == "tve-attestation-2020" and place.startswith("p0"):
        return Citation(cited, "letter")
    if found := TABLE.fullmatch(place):
        return Citation(cited, "table", found["number"])
    if found := POINT.fullmatch(place):
        return Citation(cited, "point", found["number"], found["item"] or "")
    if found := PARAGRAPH.fullmatch(place):
        return _paragraph(cited, found["number"], found["item"] or "")
    raise ValueError(f"{norm_id} names no place")


def one_a_place(norms: Iterable[str]) -> list[str]:
    """Give one norm of each paragraph: a page names the paragraph, not its sentences.

    Args:
        norms: ids, the first of a place stays.
    """
    places: dict[tuple[str, str, str, str], str] = {}
    for norm in norms:
        place = cite(norm)
        key = (place.act.key, place.kind, place.number, place.item)
        places.setdefault(key, norm)
    return list(places.values())


def _paragraph(cited: Act, number: str, item: str) -> Citation:
    if cited.numbered:
        # Colleges' process text: 7-1 is item 1 of paragraph 7, but 21-3 is a number.
        in_list = LIST_ITEM.fullmatch(number)
        if in_list and cited.key == "tve-process-2020":
            return Citation(cited, "paragraph", in_list["number"], in_list["item"])
        return Citation(cited, "paragraph", number, item)
    return Citation(cited, "passage", number)


@cache
def _acts() -> dict[str, Act]:
    text = files(__package__).joinpath("acts.toml").read_text(encoding="utf-8")
    return {key: Act(key, **entry) for key, entry in tomllib.loads(text).items()}
