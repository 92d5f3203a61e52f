"""The catalogue: all norms of the five texts, and what Hattama does about each."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

ACTS = (
    "tve-attestation-2020",
    "he-attestation-2020",
    "dot-rules-2020",
    "tve-process-2020",
    "he-process-2020",
)
STATES = ("enforced", "watched", "offered", "context", "planned")


@dataclass(frozen=True)
class Standing:
    """What is claimed about one norm.

    Args:
        norm_id: id of the norm.
        state: one of `STATES`.
        where: dotted places in code where the norm lives.
        reason: for context, why there is nothing to do.
    """

    norm_id: str
    state: str
    where: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Norm:
    """One norm of a regulation.

    Args:
        id: text and place, "he-attestation-2020/p33".
        applies: whom it concerns: HE, TVE or ALL.
        area: the part of the work it belongs to.
        kind: duty, limit, deadline, document, role …
        who: the posts it speaks to.
        rule: what the text requires, in our words.
        software: what Hattama is to do about it.
        check: how one sees it.
        standing: what Hattama does by now.
        params: the numbers of the rule.
    """

    id: str
    applies: str
    area: str
    kind: str
    who: tuple[str, ...]
    rule: str
    software: str
    check: str
    standing: Standing
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> str:
        """Give the state: enforced, watched, offered, context or planned."""
        return self.standing.state

    @property
    def where(self) -> tuple[str, ...]:
        """Give the dotted places in code where the norm lives."""
        return self.standing.where


def catalogue() -> tuple[Norm, ...]:
    """List all norms, text by text, in the order of each text."""
    return tuple(_by_id().values())


def norm(norm_id: str) -> Norm:
    """Give the norm with an id.

    Raises:
        KeyError: there is none.
    """
    return _by_id()[norm_id]


def standings() -> tuple[Standing, ...]:
    """List every claim of standing.toml as it is written, the mistaken ones too."""
    return tuple(_standings())


@cache
def _by_id() -> dict[str, Norm]:
    claimed = {standing.norm_id: standing for standing in _standings()}
    return {
        entry["id"]: _norm(entry, claimed)
        for act in ACTS
        for entry in _read(f"catalogue/{act}.toml")["norm"]
    }


def _norm(entry: Mapping[str, Any], claimed: Mapping[str, Standing]) -> Norm:
    standing = claimed.get(entry["id"], Standing(entry["id"], "planned"))
    return Norm(**{**entry, "who": tuple(entry["who"])}, standing=standing)


def _standings() -> Iterator[Standing]:
    for state, claims in _read("standing.toml").items():
        for norm_id, said in claims.items():
            if isinstance(said, str):
                yield Standing(norm_id, state, reason=said)
            else:
                yield Standing(norm_id, state, tuple(said))


def _read(path: str) -> dict[str, Any]:
    source = files(__package__).joinpath(path)
    return tomllib.loads(source.read_text(encoding="utf-8"))
