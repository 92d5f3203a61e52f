"""Canonical JSON, hash chains and Merkle roots: the arithmetic of the evidence.

Sources: RFC 8785 (its subset without floats), RFC 9162 section 2.1 for the tree.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

GENESIS = "0" * 64


def canonical(value: object) -> str:
    """Write JSON that is the same for the same value, whoever writes it.

    Raises:
        ValueError: for a float, whose digits differ between writers.
    """
    _must_be_plain(value)
    return json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )


def _must_be_plain(value: object) -> None:
    if isinstance(value, float):
        raise ValueError("facts hold no floats")
    if isinstance(value, Mapping):
        for part in value.values():
            _must_be_plain(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _must_be_plain(part)


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def text_digest(salt: str, text: str) -> str:
    """Stand in the chain for a personal text, which itself may lawfully be deleted."""
    return "sha256:" + digest(salt + "\n" + text)


@dataclass(frozen=True)
class Line:
    """One line of a stream, as it is hashed.

    Attributes:
        institution: the institution's number.
        stream: what the line belongs to ("sitting:12").
        seq: 1, 2, 3 … without a gap within the stream.
        at: when, aware.
        by: a person's number as text, or "system".
        act: what was done, in kebab-case.
        facts: plain JSON without floats.
        previous: hash of the line before, GENESIS for the first.
        hash: hash of this line.
    """

    institution: int
    stream: str
    seq: int
    at: datetime
    by: str
    act: str
    facts: Mapping[str, object]
    previous: str
    hash: str


def line_hash(
    institution: int,
    stream: str,
    seq: int,
    at: datetime,
    by: str,
    act: str,
    facts: Mapping[str, object],
    previous: str,
) -> str:
    """Hash a line together with the hash of the line before it."""
    body = {
        "institution": institution,
        "stream": stream,
        "seq": seq,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": by,
        "act": act,
        "facts": facts,
        "previous": previous,
    }
    return digest(canonical(body))


@dataclass(frozen=True)
class Break:
    """Where a stream stops being what was written.

    Attributes:
        seq: number of the line.
        why: "gap", "unlinked" (does not follow the line before) or "changed".
    """

    seq: int
    why: str


def first_break(lines: Sequence[Line]) -> Break | None:
    """Find the first line of a whole stream that was changed, lost or put in."""
    previous = GENESIS
    for expected, line in enumerate(lines, start=1):
        if line.seq != expected:
            return Break(expected, "gap")
        if line.previous != previous:
            return Break(line.seq, "unlinked")
        if line.hash != line_hash(
            line.institution,
            line.stream,
            line.seq,
            line.at,
            line.by,
            line.act,
            line.facts,
            line.previous,
        ):
            return Break(line.seq, "changed")
        previous = line.hash
    return None
