"""A hearing on its course: clocks, tickets, questions, mishaps, the close."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.sittings import (
    BOLAT,
    CHAIR,
    COLLEGE,
    GRADE,
    NINE,
    SECRETARY,
    SEED,
    STUDENTS,
    UNIVERSITY,
    VERA,
    VOTERS,
    Log,
    asked,
    begin,
    called,
    graded,
    identified,
    interrupted,
    opened,
    planned,
    shown,
    talking,
    vote,
    voting,
    waiting,
    with_tickets,
)

from hattama.core import draw
from hattama.core.rules import RuleBroken
from hattama.core.sitting import Kind, Step, clock, decide, minutes_sat
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Cause, Ending, Ground

AIGERIM = STUDENTS["h1"]


def read(log, hearing="h1"):
    return clock(log.state, log.hearing(hearing), log.now)


def decision(*, go_on, ayes=4, noes=0):
    return c.DecideInterruption(CHAIR, "h1", go_on, ayes, noes)


def act(log):
    since = log.now - timedelta(minutes=1)
    return c.DrawUpAct(SECRETARY, "h1", "no sound", "the provider", since, log.now)


# Clocks


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


# Convening and closing


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
