"""The clocks of a hearing, of the day, of the server."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.sittings import (
    CHAIR,
    COLLEGE,
    NINE,
    SECRETARY,
    SEED,
    STUDENTS,
    UNIVERSITY,
    VERA,
    asked,
    begin,
    interrupted,
    opened,
    planned,
    shown,
    talking,
    with_tickets,
)

from hattama.core.sitting import Kind, Step, clock, decide, minutes_sat
from hattama.core.sitting import commands as c

AIGERIM = STUDENTS["h1"]


def read(log, hearing="h1"):
    return clock(log.state, log.hearing(hearing), log.now)


def decision(*, go_on, ayes=4, noes=0):
    return c.DecideInterruption(CHAIR, "h1", go_on, ayes, noes)


@pytest.mark.norm("he-attestation-2020/p32")
@pytest.mark.parametrize(
    ("seconds", "over"), [(419, None), (420, "warn"), (600, "warn"), (601, "hard")]
)
def test_the_talk_is_warned_at_seven_and_over_after_ten_minutes(seconds, over):
    log = talking()
    log.wait(seconds=seconds)
    assert (read(log).talk_seconds, read(log).over) == (seconds, over)


@pytest.mark.norm(
    "he-attestation-2020/p33",
    "tve-attestation-2020/p21b",
    "tve-process-2020/p21-3ab",
)
@pytest.mark.parametrize("rules", [UNIVERSITY, COLLEGE])
def test_a_whole_defence_past_a_quarter_of_an_hour_is_marked_and_recorded(rules):
    log = asked(planned(rules))
    log.wait(9)
    assert (read(log).whole_seconds, read(log).over) == (900, "warn")
    log.wait(seconds=1)
    assert read(log).over == "hard"
    skip = [
        c.SkipStep(SECRETARY, "h1", step, "none") for step in (Step.REVIEWS, Step.REPLY)
    ]
    log.do(*skip, *begin(Step.DISCUSSION))
    assert log.hearing().overruns == (("whole", 1),)
    log.wait(30)
    assert read(log).whole_seconds == 901


@pytest.mark.norm("tve-process-2020/p21-3ad", "tve-attestation-2020/p26")
def test_an_oral_exam_counts_answer_and_questions_but_not_preparation():
    log = shown(with_tickets(rules=replace(COLLEGE, preparation=20), kind=Kind.ORAL))
    log.do(c.DrawTicket(SECRETARY, "h1", SEED))
    log.wait(21)
    assert (read(log).step_limit, read(log).over) == (1200, "hard")
    log.do(c.KeepSheet(SECRETARY, "h1", "ab12"), *begin(Step.ANSWER))
    log.wait(16)
    assert (read(log).whole_seconds, read(log).over) == (960, "hard")
    log.do(*begin(Step.QUESTIONS, Step.DISCUSSION))
    assert log.hearing().overruns == (("preparation", 60), ("whole", 60))


def test_special_needs_lengthen_the_preparation():
    plan = with_tickets(kind=Kind.ORAL)
    first = replace(plan.agenda[0], extra_minutes=15)
    log = shown(replace(plan, agenda=(first, *plan.agenda[1:])))
    log.do(c.DrawTicket(SECRETARY, "h1", SEED))
    assert read(log).step_limit == 45 * 60


@pytest.mark.norm("he-attestation-2020/p31b", "he-attestation-2020/p40b")
def test_the_clock_stands_until_the_commission_decides():
    log = interrupted()
    log.wait(8)
    assert (read(log).talk_seconds, read(log).paused) == (120, True)
    log.do(c.JoinSitting(AIGERIM, AIGERIM), c.AskToContinue(AIGERIM, "h1"))
    log.do(decision(go_on=True))
    log.wait(1)
    assert (read(log).talk_seconds, read(log).paused) == (180, False)


@pytest.mark.norm("he-attestation-2020/p21")
def test_the_day_is_counted_without_recesses_and_from_midnight():
    log = opened()
    log.wait(100)
    log.do(c.CallRecess(CHAIR, "lunch"))
    log.wait(60)
    assert log.code(c.CallStudent(SECRETARY, "h1")) == "in-recess"
    log.do(c.EndRecess(CHAIR))
    log.wait(10)
    assert minutes_sat(log.state, log.now) == 110
    log.wait(24 * 60 - 170)
    assert minutes_sat(log.state, log.now) == 9 * 60


@pytest.mark.norm("he-attestation-2020/p21")
def test_the_chair_may_extend_one_day():
    log = opened()
    log.wait(301)
    assert log.code(c.ExtendDay(SECRETARY, "one student left")) == "not-chair"
    log.do(c.ExtendDay(CHAIR, "one student left"), c.CallStudent(SECRETARY, "h1"))
    assert log.code(c.ExtendDay(CHAIR, "again")) == "already-extended"


def test_a_clock_set_back_keeps_the_order_and_is_recorded_once():
    log = talking()
    log.now -= timedelta(minutes=5)
    log.do(*begin(Step.QUESTIONS))
    assert log.acts[-2:] == ["clock-found-behind", "step-begun"]
    assert (log.lines[-2].seconds, log.last.at) == (300, NINE)
    log.do(c.AskQuestion(VERA, "h1", VERA, "Why?"))
    assert log.acts[-2:] == ["step-begun", "question-asked"]
    log.wait(6)
    log.do(c.AskQuestion(VERA, "h1", VERA, "How?"))
    assert (log.state.behind, log.last.at) == (0, NINE + timedelta(minutes=1))


def test_time_without_a_zone_is_a_mistake():
    with pytest.raises(ValueError, match="aware"):
        decide(opened().state, c.EndRecess(CHAIR), NINE.replace(tzinfo=None))
