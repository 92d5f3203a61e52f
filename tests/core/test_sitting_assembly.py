"""Convening, presence, the close."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.sittings import (
    CHAIR,
    COLLEGE,
    NINE,
    SECRETARY,
    STUDENTS,
    UNIVERSITY,
    VERA,
    Log,
    graded,
    opened,
    planned,
    with_tickets,
)

from hattama.core.rules import RuleBroken
from hattama.core.sitting import Kind, decide
from hattama.core.sitting import commands as c

AIGERIM = STUDENTS["h1"]


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (planned(agenda=()), "no-agenda"),
        (planned(agenda=planned().agenda[:1] * 2), "listed-twice"),
        (planned(rules=replace(UNIVERSITY, scale="stars")), "no-such-scale"),
        (planned(rules=replace(UNIVERSITY, quorum=(3, 2))), "bad-quorum"),
        (replace(with_tickets(kind=Kind.ORAL), commitment=""), "no-commitment"),
        (replace(with_tickets(kind=Kind.ORAL), tickets=("1",)), "too-few-tickets"),
        (
            planned(commission=replace(planned().commission, secretary=VERA)),
            "role-twice",
        ),
        (
            planned(commission=replace(planned().commission, chair=AIGERIM)),
            "role-twice",
        ),
        (
            planned(commission=replace(planned().commission, order_number="")),
            "no-commission-order",
        ),
    ],
)
def test_a_plan_that_cannot_be_convened(plan, code):
    with pytest.raises(RuleBroken) as refused:
        Log(plan)
    assert refused.value.code == code


def test_nothing_before_the_convening_and_no_second_one():
    with pytest.raises(RuleBroken) as refused:
        decide(None, c.OpenSitting(CHAIR), NINE)
    assert refused.value.code == "not-convened"
    assert opened().code(c.ConveneSitting(SECRETARY, planned())) == "already-convened"


@pytest.mark.norm("he-attestation-2020/p19b")
def test_the_log_knows_who_came_and_left_and_when():
    log = opened()
    log.wait(5)
    log.do(c.LeaveSitting(c.SYSTEM, VERA, lost=True))
    assert log.code(c.LeaveSitting(VERA, VERA)) == "already-away"
    [stay] = [one for one in log.state.presences if one.person == VERA]
    assert (stay.since, stay.until, stay.lost) == (
        NINE - timedelta(minutes=20),
        NINE + timedelta(minutes=5),
        True,
    )


def test_nothing_happens_after_the_close_but_the_announcement():
    log = graded(planned(replace(UNIVERSITY, degree_secrecy=None)))
    log.wait(60)
    for hearing in ("h2", "h3"):
        student = STUDENTS[hearing]
        log.do(c.LeaveSitting(student, student), c.RecordAbsence(SECRETARY, hearing))
    log.do(c.CloseSitting(SECRETARY))
    assert log.code(c.CallRecess(CHAIR, "lunch")) == "sitting-closed"
    assert log.code(c.NoteBreach(VERA, AIGERIM, "what")) == "sitting-closed"
    log.do(c.AnnounceResult(CHAIR, "h1"))
    assert log.last.grade == "A"


@pytest.mark.norm("he-attestation-2020/p19a", "tve-attestation-2020/p15a")
@pytest.mark.parametrize(
    ("rules", "norm"),
    [
        (UNIVERSITY, "he-attestation-2020/p19a"),
        (COLLEGE, "tve-attestation-2020/p15a"),
    ],
)
def test_no_sitting_without_the_order_on_its_commission(rules, norm):
    commission = replace(planned().commission, order_number="")
    with pytest.raises(RuleBroken) as refused:
        Log(planned(rules, commission=commission))
    assert (refused.value.code, refused.value.norms) == (
        "no-commission-order",
        (norm,),
    )
