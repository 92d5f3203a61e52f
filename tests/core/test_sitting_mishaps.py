"""What goes wrong: interruption, failure, absence, exception."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.sittings import (
    BOLAT,
    CHAIR,
    COLLEGE,
    SECRETARY,
    STUDENTS,
    UNIVERSITY,
    VERA,
    VOTERS,
    identified,
    interrupted,
    opened,
    planned,
    talking,
    voting,
    waiting,
)

from hattama.core.sitting import Kind
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Cause, Ending, Ground

AIGERIM = STUDENTS["h1"]


def decision(*, go_on, ayes=4, noes=0):
    return c.DecideInterruption(CHAIR, "h1", go_on, ayes, noes)


def act(log):
    since = log.now - timedelta(minutes=1)
    return c.DrawUpAct(SECRETARY, "h1", "no sound", "the provider", since, log.now)


# Interruption and failure


@pytest.mark.norm(
    "he-attestation-2020/p23a",
    "he-attestation-2020/p23b",
    "tve-process-2020/p21-3aj",
    "tve-process-2020/p21-3ak",
)
@pytest.mark.parametrize("rules", [UNIVERSITY, COLLEGE])
def test_a_technical_failure_moves_the_hearing_with_an_act(rules):
    log = interrupted(planned(rules))
    log.wait(5)
    assert log.code(c.Reschedule(CHAIR, "h1")) == "no-act"
    log.do(decision(go_on=False), act(log))
    assert log.code(c.Reschedule(CHAIR, "h1", date(2026, 6, 14))) == "day-past"
    log.do(c.Reschedule(CHAIR, "h1", date(2026, 6, 15)))
    assert (log.last.ground, log.last.day) == (Ground.TECHNICAL, date(2026, 6, 15))
    assert log.code(c.Reschedule(CHAIR, "h1")) == "hearing-ended"


@pytest.mark.norm(
    "he-attestation-2020/p31a",
    "he-attestation-2020/p40a",
    "tve-process-2020/p21-3ac",
)
@pytest.mark.parametrize("by", [AIGERIM, SECRETARY])
def test_the_student_asks_to_continue_or_calls_the_secretary(by):
    log = interrupted().do(c.AskToContinue(by, "h1"))
    assert log.code(c.AskToContinue(by, "h1")) == "already-asked"
    assert log.code(decision(go_on=True)) == "student-absent"
    log.do(c.JoinSitting(AIGERIM, AIGERIM))
    assert log.code(c.AskToContinue(VERA, "h1")) == "not-yours"
    log.do(decision(go_on=True))
    assert log.code(decision(go_on=True)) == "not-interrupted"


def test_the_next_student_may_be_heard_during_an_interruption():
    log = interrupted().do(c.CallStudent(SECRETARY, "h2"))
    log.do(c.JoinSitting(AIGERIM, AIGERIM), c.AskToContinue(AIGERIM, "h1"))
    assert log.code(decision(go_on=True)) == "another-hearing"


def test_the_secretary_interrupts_for_a_failure_of_ours():
    log = talking()
    interrupt = c.InterruptHearing(SECRETARY, "h1", Cause.TECHNICAL, "our power")
    assert log.code(replace(interrupt, by=VERA)) == "not-yours"
    log.do(interrupt)
    assert log.code(interrupt) == "hearing-interrupted"


def test_who_leaves_during_the_vote_interrupts_nothing():
    log = voting().do(c.LeaveSitting(AIGERIM, AIGERIM))
    assert log.last.act == "person-left"


# Absence, another day, exception


@pytest.mark.norm(
    "he-attestation-2020/p22a",
    "he-attestation-2020/p22b",
    "he-attestation-2020/p22c",
    "he-attestation-2020/p22d",
    "tve-process-2020/p21-4c",
)
@pytest.mark.parametrize("rules", [UNIVERSITY, COLLEGE])
def test_who_was_absent_for_a_valid_reason_comes_another_day(rules):
    log = opened(planned(rules)).do(c.LeaveSitting(AIGERIM, AIGERIM))
    log.do(c.RecordAbsence(SECRETARY, "h1"))
    assert log.code(c.Reschedule(CHAIR, "h1")) == "not-excused"
    excuse = c.PermitAnotherDay(CHAIR, "h1", "17", "certificate 3")
    log.do(excuse)
    assert log.code(excuse) == "already-excused"
    assert log.code(c.Reschedule(CHAIR, "h1", date(2026, 6, 15))) == "day-past"
    log.do(c.Reschedule(CHAIR, "h1", date(2026, 6, 18)))
    assert log.last.ground is Ground.ABSENCE


def test_who_cannot_be_identified_is_not_heard():
    log = waiting()
    for person in (*VOTERS, AIGERIM):
        log.do(c.JoinSitting(person, person))
    log.do(*(c.IdentifyMember("dean", one, "visual") for one in VOTERS))
    log.do(c.RefuseIdentification(SECRETARY, AIGERIM, "no document"))
    log.wait(20)
    log.do(c.OpenSitting(CHAIR))
    assert log.code(c.CallStudent(SECRETARY, "h1")) == "not-identified"
    log.do(c.RecordAbsence(SECRETARY, "h1"))
    assert log.last.unidentified
    assert log.code(identified("h1")) == "hearing-ended"


def test_whom_the_commission_cannot_hear_any_more_gets_another_day():
    log = opened()
    assert log.code(c.Reschedule(CHAIR, "h3")) == "no-act"
    log.wait(300)
    log.do(c.Reschedule(CHAIR, "h3", date(2026, 6, 16)))
    assert log.last.ground is Ground.NOT_REACHED


@pytest.mark.norm(
    "he-attestation-2020/p41a",
    "he-attestation-2020/p41b",
    "tve-attestation-2020/p31a",
    "tve-attestation-2020/p31b",
    "tve-process-2020/p21-5e",
    "tve-process-2020/p21-5f",
    "he-attestation-2020/p24b",
    "he-attestation-2020/t2.substitute-a",
    "he-attestation-2020/t2.substitute-b",
)
@pytest.mark.parametrize(
    ("rules", "grade"),
    [(replace(UNIVERSITY, degree_secrecy=None), "B"), (COLLEGE, "4")],
)
def test_a_grade_from_current_and_interim_results(rules, grade):
    log = opened(planned(rules, kind=Kind.ORAL))
    exception = c.GradeByException(
        CHAIR, "h1", grade, "no network", (("Physics", grade),), 3, 1, "17"
    )
    assert log.code(replace(exception, inputs=())) == "no-inputs"
    assert log.code(replace(exception, ground="")) == "no-ground"
    assert log.code(replace(exception, grade="Z")) == "not-on-scale"
    assert log.code(replace(exception, ayes=1, noes=2)) == "not-carried"
    assert log.code(replace(exception, by=SECRETARY)) == "not-chair"
    log.do(exception)
    assert (log.hearing().grade, log.hearing().by_exception) == (grade, True)
    assert log.hearing().ending is Ending.GRADED
    assert log.state.queue == ("h2", "h3")
    assert log.code(exception) == "already-decided"
    log.do(c.AnnounceResult(CHAIR, "h1", "14"))


@pytest.mark.norm("tve-attestation-2020/p31c", "tve-process-2020/p21-5g")
def test_a_diploma_mark_from_the_work_handed_in():
    log = opened(planned(COLLEGE))
    log.do(c.GradeByException(CHAIR, "h1", "4", "no network", (), 4, 0, work="ab12"))
    assert (log.last.work, log.hearing().grade) == ("ab12", "4")


@pytest.mark.norm("he-attestation-2020/p55")
def test_a_breach_of_integrity_is_noted_of_students_and_members():
    log = opened().do(c.NoteBreach(VERA, AIGERIM, "prompted from aside", "h1"))
    log.do(c.NoteBreach(SECRETARY, BOLAT, "left the camera"))
    assert [breach[0] for breach in log.state.breaches] == [AIGERIM, BOLAT]
    assert log.code(c.NoteBreach(AIGERIM, BOLAT, "rude")) == "not-of-commission"
    assert log.code(c.NoteBreach(VERA, AIGERIM, " ")) == "no-description"
    assert log.code(c.NoteBreach(VERA, "nobody", "what")) == "not-invited"
