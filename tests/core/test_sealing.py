"""Canonical JSON and the chain of hashes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from hattama.core.sealing import (
    GENESIS,
    Break,
    Line,
    canonical,
    digest,
    first_break,
    line_hash,
    text_digest,
)

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def chain(length):
    lines, previous = [], GENESIS
    for seq in range(1, length + 1):
        facts = {"n": seq}
        hashed = line_hash(1, "s", seq, NOON, "7", "act", facts, previous)
        lines.append(Line(1, "s", seq, NOON, "7", "act", facts, previous, hashed))
        previous = hashed
    return lines


def test_the_order_of_keys_does_not_matter():
    assert canonical({"ә": 1, "a": [True, None]}) == canonical(
        {"a": [True, None], "ә": 1}
    )
    assert canonical({"ә": 1, "a": "ж"}) == '{"a":"ж","ә":1}'


@pytest.mark.parametrize("value", [0.5, [1, 2.0], {"a": {"b": float("nan")}}])
def test_a_float_is_refused_wherever_it_hides(value):
    with pytest.raises(ValueError, match="no floats"):
        canonical(value)


def test_a_digest_is_sha256():
    assert digest("") == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    assert text_digest("salt", "x") == "sha256:" + digest("salt\nx")


def test_the_hour_is_hashed_not_its_offset():
    almaty = NOON.astimezone(timezone(timedelta(hours=5)))
    same = [line_hash(1, "s", 1, at, "7", "a", {}, GENESIS) for at in (NOON, almaty)]
    assert same[0] == same[1]


def test_a_whole_chain_holds():
    assert first_break([]) is None
    assert first_break(chain(5)) is None


def test_a_lost_line_and_a_foreign_one_are_found():
    lines = chain(4)
    assert first_break(lines[:1] + lines[2:]) == Break(2, "gap")
    assert first_break(lines[1:]) == Break(1, "gap")
    foreign = line_hash(1, "s", 3, NOON, "7", "act", {}, GENESIS)
    lines[2] = Line(1, "s", 3, NOON, "7", "act", {}, GENESIS, foreign)
    assert first_break(lines) == Break(3, "unlinked")
