import tomllib
from itertools import product
from pathlib import Path

import pytest

from hattama.core import ballots
from hattama.core.ballots import DEGREE, FIVE, LETTER, POINTS, SCALES
from hattama.core.rules import RuleBroken

FILE = Path(__file__).parents[1] / "cases" / "tally.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["tally"], ids=lambda case: case["title"])
def test_tally(case):
    scale = SCALES[case["scale"]]
    counts = ballots.count(case["votes"], scale)
    outcome = ballots.tally(
        counts, scale, case["rule"], case.get("tie", "chair"), case.get("chair")
    )
    assert outcome == ballots.Outcome(
        case.get("outcome"), tuple(case.get("tied", ())), case.get("by_chair", False)
    )


@pytest.mark.norm("he-attestation-2020/p59a")
@pytest.mark.parametrize("case", CASES["reveals"], ids=lambda case: case["title"])
def test_what_a_count_gives_away(case):
    counts = ballots.count(case["votes"], LETTER)
    assert ballots.reveals(counts, case.get("remaining", 0)) == case.get("why")


@pytest.mark.parametrize("case", CASES["quorum"], ids=lambda case: case["title"])
def test_quorum(case):
    share = tuple(case["share"])
    assert ballots.needed(case["voters"], share) == case["needed"]
    assert ballots.may_open(case["needed"], case["voters"], share)
    assert not ballots.may_open(case["needed"] - 1, case["voters"], share)


def test_scales_offer_the_grades_of_the_country():
    assert LETTER.codes == (
        "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "FX", "F",
    )  # fmt: skip
    assert [grade.code for grade in LETTER.grades if not grade.passes] == ["FX", "F"]
    assert [grade.code for grade in FIVE.grades if not grade.passes] == ["2"]
    assert POINTS.grade("50").passes
    assert not POINTS.grade("49").passes
    assert DEGREE.codes == ("award", "refuse")


def test_a_grade_off_the_scale_is_refused():
    with pytest.raises(RuleBroken) as refused:
        ballots.count(["A", "E"], LETTER)
    assert refused.value.code == "not-on-scale"
    assert refused.value.facts == {"choice": "E", "scale": "letter"}


def test_the_tally_does_not_depend_on_the_order_of_votes():
    for votes in product("543", repeat=4):
        counts = ballots.count(votes, FIVE)
        assert counts == ballots.count(sorted(votes), FIVE)
        assert sum(number for _, number in counts) == 4


@pytest.mark.norm("he-attestation-2020/p57b")
def test_a_member_chooses_once():
    with pytest.raises(RuleBroken) as refused:
        ballots.must_cast("a", voters="ab", present="ab", voted="a")
    assert refused.value.code == "already-voted"
    assert refused.value.norms == ("he-attestation-2020/p57b",)


@pytest.mark.norm("he-attestation-2020/p72a")
@pytest.mark.parametrize(
    ("member", "code"), [("stranger", "not-a-voter"), ("absent", "voter-absent")]
)
def test_who_may_not_vote(member, code):
    with pytest.raises(RuleBroken) as refused:
        ballots.must_cast(member, voters=["here", "absent"], present=["here"], voted=[])
    assert refused.value.code == code


@pytest.mark.norm("he-attestation-2020/p59b")
def test_a_collegial_vote_needs_everybody():
    ballots.must_all_take_part("abc", "abc")
    with pytest.raises(RuleBroken) as refused:
        ballots.must_all_take_part("ac", "abc")
    assert refused.value.code == "not-all-present"
    assert refused.value.facts == {"missing": ["b"], "number": 1}
