"""A hearing on its course: tickets, questions, room, work."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.sittings import (
    BOLAT,
    CHAIR,
    COLLEGE,
    GRADE,
    SECRETARY,
    SEED,
    STUDENTS,
    UNIVERSITY,
    VERA,
    Log,
    asked,
    begin,
    called,
    opened,
    planned,
    shown,
    vote,
    with_tickets,
)

from hattama.core import draw
from hattama.core.rules import RuleBroken
from hattama.core.sitting import Kind, Step, clock
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Ending, Ground

AIGERIM = STUDENTS["h1"]


def read(log, hearing="h1"):
    return clock(log.state, log.hearing(hearing), log.now)


# Tickets


@pytest.mark.norm(
    "tve-attestation-2020/p25a",
    "tve-attestation-2020/p25b",
    "tve-process-2020/p21-3ae",
)
def test_tickets_are_drawn_without_repetition_and_anyone_can_recompute_them():
    log = opened(with_tickets(kind=Kind.ORAL))
    for hearing in STUDENTS:
        log.do(c.CallStudent(SECRETARY, hearing), c.PassRoom(SECRETARY, hearing))
        log.do(c.DrawTicket(SECRETARY, hearing, SEED))
        assert log.acts[-2:] == ["ticket-drawn", "step-begun"]
    tickets = [line.ticket for line in log.lines if line.act == "ticket-drawn"]
    assert tickets == draw.drawn(SEED, "s1", ["1", "2", "3", "4"], 3)


@pytest.mark.norm("tve-attestation-2020/p25a", "tve-attestation-2020/p25b")
def test_who_draws_and_with_which_seed():
    log = shown(with_tickets(kind=Kind.ORAL))
    assert log.code(c.DrawTicket(CHAIR, "h1", SEED)) == "not-secretary"
    assert log.code(c.DrawTicket(SECRETARY, "h1", "00" * 32)) == "wrong-seed"
    assert log.code(c.DrawTicket(SECRETARY, "h1", "guess")) == "weak-seed"
    log.do(c.DrawTicket(SECRETARY, "h1", SEED))
    assert log.code(c.DrawTicket(SECRETARY, "h1", SEED)) == "already-drawn"


def test_an_exam_without_tickets_says_so():
    log = shown(planned(kind=Kind.ORAL))
    assert log.code(c.DrawTicket(SECRETARY, "h1", SEED)) == "no-tickets"


@pytest.mark.norm("tve-attestation-2020/p25a")
def test_the_seed_is_revealed_at_the_close_and_only_then():
    log = opened(with_tickets(kind=Kind.ORAL))
    log.wait(60)
    for student, hearing in zip(STUDENTS.values(), STUDENTS, strict=True):
        log.do(c.LeaveSitting(student, student), c.RecordAbsence(SECRETARY, hearing))
    assert SEED not in str(log.lines)
    assert log.code(c.CloseSitting(SECRETARY, "11" * 32)) == "wrong-seed"
    log.do(c.CloseSitting(SECRETARY, SEED))
    assert log.acts[-2:] == ["seed-revealed", "sitting-closed"]
    assert log.code(c.CloseSitting(SECRETARY, SEED)) == "sitting-closed"


@pytest.mark.norm("tve-attestation-2020/p27a", "tve-attestation-2020/p27b")
def test_the_sheet_is_kept_before_the_answer_or_left_out_with_a_reason():
    log = shown(with_tickets(kind=Kind.ORAL)).do(c.DrawTicket(SECRETARY, "h1", SEED))
    assert log.code(*begin(Step.ANSWER)) == "step-out-of-order"
    assert log.code(c.KeepSheet(SECRETARY, "h1", "")) == "no-digest"
    log.do(c.KeepSheet(SECRETARY, "h1", "ab12"), *begin(Step.ANSWER))
    assert log.hearing().sheet == "ab12"


# Questions in writing


@pytest.mark.norm(
    "he-attestation-2020/p30c",
    "he-attestation-2020/p30d",
    "he-attestation-2020/p30e",
)
def test_written_questions_are_read_out_and_answered_either_way():
    log = asked().do(c.TurnToWriting(SECRETARY, "h1", "no sound"))
    assert log.code(c.TurnToWriting(SECRETARY, "h1", "again")) == "already-writing"
    log.do(
        c.AskQuestion(VERA, "h1", VERA, "Why?"),
        c.AskQuestion(SECRETARY, "h1", BOLAT, "How?"),
        c.ReadOutQuestion(SECRETARY, "h1", 1),
        c.ReadOutQuestion(SECRETARY, "h1", 2),
    )
    again = c.ReadOutQuestion(SECRETARY, "h1", 2)
    assert log.code(again) == "already-read-out"
    assert log.code(c.AnswerQuestion(AIGERIM, "h1", 1, " ")) == "no-answer"
    log.do(
        c.AnswerQuestion(AIGERIM, "h1", 1, "Because."),
        c.AnswerQuestion(SECRETARY, "h1", 2),
    )
    assert [
        (one.asker, one.text, one.written, one.answer_written, one.answer)
        for one in log.hearing().questions
    ] == [
        (VERA, "Why?", True, True, "Because."),
        (BOLAT, "How?", True, False, ""),
    ]
    assert log.code(c.AnswerQuestion(SECRETARY, "h1", 2)) == "already-answered"
    assert log.code(c.AnswerQuestion(SECRETARY, "h1", 3)) == "no-such-question"
    log.do(c.TurnToSpeech(SECRETARY, "h1"))
    assert log.code(c.TurnToSpeech(SECRETARY, "h1")) == "already-speaking"


# Room


@pytest.mark.norm("he-attestation-2020/p46c", "he-attestation-2020/p46d")
@pytest.mark.parametrize(
    ("suspend", "ending"), [(True, Ending.SUSPENDED), (False, Ending.TERMINATED)]
)
def test_after_a_refusal_the_commission_suspends_or_ends(suspend, ending):
    log = called().do(c.RecordRefusal(SECRETARY, "h1", "keeps the telephone"))
    log.wait(3)
    assert read(log).paused
    log.do(c.DecideRefusal(CHAIR, "h1", suspend, 3, 1, "requirements not met"))
    assert log.hearing().ending is ending
    other_time = c.Reschedule(CHAIR, "h1", date(2026, 6, 18))
    assert log.code(other_time) == (None if suspend else "hearing-ended")


@pytest.mark.norm("he-attestation-2020/p46d")
def test_a_suspended_hearing_gets_its_day_before_the_close():
    log = called().do(
        c.RecordRefusal(SECRETARY, "h1", "keeps the telephone"),
        c.DecideRefusal(CHAIR, "h1", True, 4, 0, "to be heard again"),
    )
    log.wait(60)
    for hearing in ("h2", "h3"):
        student = STUDENTS[hearing]
        log.do(c.LeaveSitting(student, student), c.RecordAbsence(SECRETARY, hearing))
    assert log.code(c.CloseSitting(SECRETARY)) == "date-not-set"
    log.do(c.Reschedule(CHAIR, "h1"), c.CloseSitting(SECRETARY))
    assert log.hearing().ground is Ground.SUSPENSION


# Written exam and test


@pytest.mark.norm("tve-process-2020/p21-3ai")
def test_work_ends_early_only_with_the_chairs_permission():
    log = shown(planned(COLLEGE, kind=Kind.WRITTEN))
    log.do(c.SkipStep(SECRETARY, "h1", Step.TICKET, "one task for all"))
    log.do(*begin(Step.WORK))
    log.wait(40)
    broken = log.refusal(*begin(Step.DISCUSSION))
    assert (broken.code, broken.facts) == ("work-goes-on", {"seconds": 3600})
    assert log.code(c.GrantEarlyFinish(CHAIR, "h1")) == "not-asked"
    log.do(c.AskEarlyFinish(AIGERIM, "h1"))
    assert log.code(c.AskEarlyFinish(AIGERIM, "h1")) == "already-asked"
    assert log.code(c.GrantEarlyFinish(SECRETARY, "h1")) == "not-chair"
    log.do(c.GrantEarlyFinish(CHAIR, "h1"))
    assert log.code(c.GrantEarlyFinish(CHAIR, "h1")) == "already-granted"
    log.do(*begin(Step.DISCUSSION), c.OpenBallot(SECRETARY, "h1", GRADE))
    log.do(*vote("5555"), c.CloseBallot(SECRETARY, "h1", GRADE))
    assert log.hearing().grade == "5"


def test_several_students_write_at_once():
    log = opened(planned(COLLEGE, kind=Kind.WRITTEN))
    for hearing in STUDENTS:
        log.do(c.CallStudent(SECRETARY, hearing), c.PassRoom(SECRETARY, hearing))
        log.do(c.SkipStep(SECRETARY, hearing, Step.TICKET, "one task for all"))
        log.do(*begin(Step.WORK, hearing=hearing))
    assert {one.step for one in log.state.hearings.values()} == {Step.WORK}


@pytest.mark.norm("he-attestation-2020/p37b")
def test_a_written_work_is_not_shorter_than_two_academic_hours():
    rules = replace(UNIVERSITY, work=90, shortest_work=100)
    with pytest.raises(RuleBroken) as refused:
        Log(planned(rules, kind=Kind.WRITTEN))
    assert refused.value.code == "work-too-short"
    assert refused.value.norms == ("he-attestation-2020/p37b",)
    Log(planned(rules))


def test_a_tests_score_is_its_grade():
    log = shown(planned(replace(COLLEGE, scale="points"), kind=Kind.TEST))
    log.do(*begin(Step.WORK))
    log.wait(100)
    assert log.code(c.RecordScore(SECRETARY, "h1", "101")) == "not-on-scale"
    log.do(c.RecordScore(SECRETARY, "h1", "87"))
    assert (log.hearing().grade, log.hearing().ending) == ("87", Ending.GRADED)
    assert log.code(c.RecordScore(SECRETARY, "h1", "88")) == "hearing-ended"
