"""Appeals: who hears them, until when, how they are decided."""

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hattama.core.appeals import (
    Adjudicator,
    decided,
    must_be_impartial,
    must_be_in_time,
    must_not_rest_on_health,
)
from hattama.core.calendar import WorkCalendar
from hattama.core.deadlines import count
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "appeals.toml").read_text(encoding="utf-8")
)
ON = date(2026, 6, 15)
FRIDAY = datetime(2026, 6, 19, 9, 0, tzinfo=UTC)  # 14:00 in Almaty
CALENDAR = WorkCalendar(week=5, zone="Asia/Almaty", known=range(2026, 2027))


def seats(lines):
    return [
        Adjudicator(
            str(number),
            f"Person {number}",
            line.split()[0],
            examines="examines" in line,
            administrative="administrative" in line,
        )
        for number, line in enumerate(lines)
    ]


@pytest.mark.norm(
    "he-attestation-2020/p65b", "he-attestation-2020/p65c", "tve-process-2020/p21-3ao"
)
@pytest.mark.parametrize("case", CASES["commission"], ids=lambda case: case["what"])
def test_commission(case):
    rules = rulebook(case["book"], ON)
    if not case["refused"]:
        must_be_impartial(seats(case["seats"]), rules)
        return
    with pytest.raises(RuleBroken) as broken:
        must_be_impartial(seats(case["seats"]), rules)
    assert (broken.value.code, broken.value.norms[0]) == (case["refused"], case["norm"])


def test_nobody_sits_twice():
    twice = [*seats(["chair", "member", "member"]), Adjudicator("0", "", "secretary")]
    with pytest.raises(RuleBroken, match="appeals-seat-twice"):
        must_be_impartial(twice, rulebook("kz-he", ON))


def test_an_institution_that_allows_any_number():
    rules = rulebook("kz-tve", ON).with_values({"appeals-commission-seats": "any"})
    must_be_impartial(
        seats(["chair", "member", "member", "member", "secretary"]), rules
    )


@pytest.mark.parametrize("case", CASES["vote"], ids=lambda case: case["what"])
def test_vote(case):
    if "decision" in case:
        assert decided(case["votes"], case["present"]) == case["decision"]
        return
    with pytest.raises(RuleBroken, match=case["refused"]):
        decided(case["votes"], case["present"])


@pytest.mark.norm("he-attestation-2020/p64a")
def test_the_window_ends_with_the_second_working_day():
    deadline = count(rulebook("kz-he", ON).rule("appeal-window"), FRIDAY, CALENDAR)
    assert deadline.at.isoformat() == "2026-06-23T23:59:59+05:00"
    must_be_in_time(deadline, FRIDAY, deadline.at)
    with pytest.raises(RuleBroken) as broken:
        must_be_in_time(deadline, FRIDAY, deadline.at + timedelta(seconds=1))
    assert broken.value.code == "appeal-too-late"
    assert broken.value.norms == ("he-attestation-2020/p64a",)
    assert broken.value.facts["days"] == [date(2026, 6, 22), date(2026, 6, 23)]


@pytest.mark.norm("he-attestation-2020/p64a")
def test_a_window_of_one_day_is_refused():
    with pytest.raises(RuleBroken, match="own-value-too-lax"):
        rulebook("kz-he", ON).with_values({"appeal-window": 1})


@pytest.mark.norm("tve-process-2020/p21-4f")
def test_health_papers_after_a_fail():
    rules = rulebook("kz-tve", ON)
    with pytest.raises(RuleBroken, match="health-papers-after-fail"):
        must_not_rest_on_health(medical=True, passed=False, rules=rules)
    must_not_rest_on_health(medical=True, passed=True, rules=rules)
    must_not_rest_on_health(medical=False, passed=False, rules=rules)


def test_health_papers_at_a_university():
    must_not_rest_on_health(medical=True, passed=False, rules=rulebook("kz-he", ON))
