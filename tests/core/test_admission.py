from dataclasses import replace
from datetime import date

import pytest

from hattama.core.admission import (
    Standing,
    doubts,
    missing_parts,
    must_be_admissible,
    reasons_against,
    required_parts,
)
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken

TVE = rulebook("kz-tve", date(2026, 6, 15))
HE = rulebook("kz-he", date(2026, 6, 15))
READY = Standing(
    studying=True,
    debts=0,
    credits=240,
    needed=240,
    defends=True,
    topic=True,
    supervisor=True,
    predefended=True,
    acquainted=True,
)


@pytest.mark.norm(
    "tve-process-2020/p21-3f", "he-attestation-2020/p70d", "he-attestation-2020/p27"
)
@pytest.mark.parametrize("rules", [TVE, HE])
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"studying": False}, "not-studying"),
        ({"debts": 1}, "has-debts"),
        ({"credits": 239}, "programme-unfinished"),
        ({"topic": False}, "topic-not-approved"),
        ({"supervisor": False}, "no-supervisor"),
    ],
)
def test_who_is_not_admitted(rules, change, code):
    standing = replace(READY, **change)
    assert reasons_against(standing, rules) == (code,)
    with pytest.raises(RuleBroken) as refused:
        must_be_admissible("Aigerim", standing, rules)
    assert refused.value.facts == {"name": "Aigerim", "reason": code}


@pytest.mark.norm("tve-process-2020/p21-3f")
def test_who_is_admitted():
    must_be_admissible("Aigerim", READY, TVE)
    assert doubts(READY) == ()


def test_an_exam_needs_no_topic():
    exam = replace(READY, defends=False, topic=False, supervisor=False)
    assert reasons_against(exam, TVE) == ()
    assert doubts(replace(exam, predefended=False)) == ()


@pytest.mark.norm("tve-attestation-2020/p17c", "tve-attestation-2020/p18f")
def test_what_is_missing_without_standing_in_the_way():
    standing = replace(READY, predefended=False, acquainted=False)
    assert doubts(standing) == ("predefence-skipped", "not-acquainted")


@pytest.mark.norm(
    "tve-process-2020/p21-3y",
    "tve-attestation-2020/p33",
    "tve-attestation-2020/p34a",
    "tve-attestation-2020/p34b",
    "tve-attestation-2020/p35",
    "tve-attestation-2020/p21a",
    "tve-process-2020/p21-3aa",
)
@pytest.mark.parametrize(
    ("given", "parts"),
    [
        (("defence", "kz-tve", "general", "1"), ["presentation", "review", "work"]),
        (("defence", "kz-tve", "art", "1"), ["presentation", "review", "work"]),
        (("oral-exam", "kz-tve", "general", "1"), []),
        (("oral-exam", "kz-tve", "art", "1"), ["reference"]),
        (("oral-exam", "kz-tve", "art", "0408013"), ["reference|review", "stage"]),
        (("oral-exam", "kz-he", "art", "1"), []),
    ],
)
def test_what_a_pack_holds(given, parts):
    required = required_parts(*given)
    assert sorted("|".join(sorted(alike)) for alike in required) == parts


@pytest.mark.norm("tve-process-2020/p21-3y")
def test_a_pack_is_complete_with_every_part():
    required = required_parts("defence", "kz-tve", "general", "1")
    assert missing_parts(required, {"work", "review"}) == (frozenset({"presentation"}),)
    assert missing_parts(required, {"work", "review", "presentation"}) == ()
