"""Interruption, technical failure, absence, another day, exceptional grade."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.clock import local_day
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_carried,
    must_be_chair,
    must_be_competent,
    must_be_in_session,
    must_be_pending,
    must_be_running,
    must_be_secretary,
    must_come_after,
    must_find_nobody_else,
    must_find_present,
    must_have_day_left,
    must_have_hearing,
    must_lead,
    must_not_be_voting,
    must_say,
    must_speak_for,
)
from hattama.core.sitting.events import Ending, Ground
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Kind, Step

PETITION = (
    "he-attestation-2020/p31a",
    "he-attestation-2020/p40a",
    "tve-process-2020/p21-3ac",
)
DECISION = ("he-attestation-2020/p31b", "he-attestation-2020/p40b")
ACT = ("he-attestation-2020/p23b", "tve-process-2020/p21-3ak")
NO_ATTEMPT = ("he-attestation-2020/p23a", "tve-process-2020/p21-3aj")
APPLICATION = ("he-attestation-2020/p22a", "tve-process-2020/p21-4a")
EVIDENCE = ("he-attestation-2020/p22b", "tve-process-2020/p21-4b")
OTHER_DAY = ("he-attestation-2020/p22c", "tve-process-2020/p21-4c")
EXCEPTION = (
    "he-attestation-2020/p41a",
    "tve-attestation-2020/p31a",
    "tve-process-2020/p21-5e",
)


@deed.register
def interrupt_hearing(
    command: c.InterruptHearing, state: State, at: datetime
) -> list[e.Event]:
    """Interrupt a hearing; its clock stands until the commission decides.

    Raises:
        RuleBroken: `not-yours`, `hearing-over`, what `must_be_running` raises.
    """
    hearing = must_be_running(state, command.hearing)
    must_speak_for(state, hearing.turn.student, command.by)
    if hearing.step in (Step.DISCUSSION, Step.BALLOT, Step.SCORE, Step.RESULT):
        raise RuleBroken("hearing-over")
    return [
        e.HearingInterrupted(
            at, command.by, command.hearing, command.cause, command.remark.strip()
        )
    ]


@deed.register
def ask_to_continue(
    command: c.AskToContinue, state: State, at: datetime
) -> list[e.Event]:
    """Ask the technical secretary to go on; the secretary may note it for a phone call.

    Raises:
        RuleBroken: `not-yours`, `not-interrupted`, `already-asked` (p31a, p40a).
    """
    hearing = must_be_pending(state, command.hearing)
    must_speak_for(state, hearing.turn.student, command.by)
    pause = hearing.interruption
    if pause is None:
        raise RuleBroken("not-interrupted", *PETITION)
    if pause.asked is not None:
        raise RuleBroken("already-asked", *PETITION)
    return [e.ContinuationAsked(at, command.by, command.hearing)]


@deed.register
def decide_interruption(
    command: c.DecideInterruption, state: State, at: datetime
) -> list[e.Event]:
    """Record the commission's decision to go on or to stop (p31b, p40b).

    Raises:
        RuleBroken: `not-chair-or-secretary`, `not-interrupted`, `no-quorum`,
            `votes-impossible`, `not-carried`; to go on also `not-petitioned` (p31a),
            `student-absent`, `another-hearing`.
    """
    must_lead(state, command.by, *DECISION)
    hearing = must_be_pending(state, command.hearing)
    if hearing.interruption is None:
        raise RuleBroken("not-interrupted", *DECISION)
    if command.go_on:
        _must_be_able_to_go_on(state, hearing)
    must_be_carried(state, hearing, command.ayes, command.noes)
    return [
        e.InterruptionDecided(
            at,
            command.by,
            command.hearing,
            command.go_on,
            command.ayes,
            command.noes,
        )
    ]


@deed.register
def draw_up_act(command: c.DrawUpAct, state: State, at: datetime) -> list[e.Event]:
    """Draw up the act on a technical failure (he-attestation-2020/p23b).

    Raises:
        RuleBroken: `not-secretary`, `hearing-ended` once graded or moved,
            `impossible-times`, `no-description`.
    """
    must_be_secretary(state, command.by, *ACT)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    if hearing.ending not in (None, Ending.STOPPED):
        raise RuleBroken("hearing-ended", ending=str(hearing.ending))
    if not command.since <= command.until <= at:
        raise RuleBroken("impossible-times")
    must_say(command.what, "no-description", *ACT)
    must_say(command.cause, "no-description", *ACT)
    return [
        e.ActDrawnUp(
            at,
            command.by,
            command.hearing,
            command.what.strip(),
            command.cause.strip(),
            command.since,
            command.until,
        )
    ]


@deed.register
def record_absence(
    command: c.RecordAbsence, state: State, at: datetime
) -> list[e.Event]:
    """Record that a student did not come, or could not be identified.

    Raises:
        RuleBroken: `not-secretary`, `already-called`, `before-planned-time`,
            `student-present`.
    """
    must_be_secretary(state, command.by)
    hearing = must_be_pending(state, command.hearing)
    if hearing.was_called:
        raise RuleBroken("already-called")
    must_come_after(at, hearing.turn.starts, "before-planned-time")
    student = hearing.turn.student
    here = student in state.present
    if here and student not in state.unidentified:
        raise RuleBroken("student-present")
    return [e.StudentAbsent(at, command.by, command.hearing, here)]


@deed.register
def permit_another_day(
    command: c.PermitAnotherDay, state: State, at: datetime
) -> list[e.Event]:
    """Accept a valid reason for absence: application and evidence, the chair's word.

    Raises:
        RuleBroken: `not-chair` (p22c), `hearing-ended` with a result, `already-called`,
            `already-excused`, `no-application` (p22a, tve p21-4a), `no-evidence`
            (p22b, tve p21-4b).
    """
    must_be_chair(state, command.by, *OTHER_DAY)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    if hearing.ending not in (None, Ending.ABSENT):
        raise RuleBroken("hearing-ended", ending=str(hearing.ending))
    if hearing.was_called:
        raise RuleBroken("already-called")
    if hearing.excused is not None:
        raise RuleBroken("already-excused")
    must_say(command.application, "no-application", *APPLICATION)
    must_say(command.evidence, "no-evidence", *EVIDENCE)
    return [
        e.AbsenceExcused(
            at, command.by, command.hearing, command.application, command.evidence
        )
    ]


@deed.register
def reschedule(command: c.Reschedule, state: State, at: datetime) -> list[e.Event]:
    """Give the hearing another time; it does not count as an attempt.

    The ground follows from the log: an excused absence, a suspension, an act on a
    technical failure, or a commission that could not hear the student any more.

    Raises:
        RuleBroken: `not-chair` (he-attestation-2020/p22d), `hearing-ended`,
            `not-excused`, `ballot-open`, `no-act` (p23b, tve p21-3ak), `day-past`,
            `day-not-scheduled` (tve p21-4c).
    """
    must_be_chair(state, command.by, "he-attestation-2020/p22d")
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    ground = _must_have_ground(state, hearing, at)
    must_not_be_voting(hearing)
    if command.day is not None:
        _must_be_open_day(state, ground, command, at)
    return [e.HearingRescheduled(at, command.by, command.hearing, ground, command.day)]


@deed.register
def grade_by_exception(
    command: c.GradeByException, state: State, at: datetime
) -> list[e.Event]:
    """Set a grade without a hearing, by the commission's decision.

    It rests on current and interim results or, for a defence at a college, on the
    work handed in before.

    Raises:
        RuleBroken: `not-chair`, `hearing-ended`, `already-decided`, `ballot-open`,
            `no-ground`, `no-application` (he-attestation-2020/p41b), `no-inputs`
            (p41a, tve-attestation-2020/p31b), `no-work` (p31c), `not-on-scale`,
            `no-quorum`, `votes-impossible`, `not-carried`.
    """
    must_be_chair(state, command.by, *EXCEPTION)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    _must_lack_grade(hearing)
    must_not_be_voting(hearing)
    _must_rest_on_papers(state, hearing, command)
    grade = state.rules.grades.grade(command.grade).code
    must_be_carried(state, hearing, command.ayes, command.noes)
    return [
        e.GradedByException(
            at,
            command.by,
            command.hearing,
            grade,
            command.ground.strip(),
            command.application,
            command.inputs,
            command.work,
            command.ayes,
            command.noes,
        )
    ]


def _must_be_able_to_go_on(state: State, hearing: Hearing) -> None:
    if hearing.interruption and hearing.interruption.asked is None:
        raise RuleBroken("not-petitioned", *PETITION)
    must_find_present(state, hearing.turn.student)
    if hearing.step in hearing.course.alone:
        must_find_nobody_else(state, hearing.turn.id)


def _must_have_ground(state: State, hearing: Hearing, at: datetime) -> Ground:
    ending = hearing.ending
    if ending is Ending.SUSPENDED:
        return Ground.SUSPENSION
    if ending in (None, Ending.ABSENT) and hearing.excused:
        return Ground.ABSENCE
    if ending is Ending.ABSENT:
        raise RuleBroken("not-excused", *OTHER_DAY)
    if ending not in (None, Ending.STOPPED) or hearing.grade is not None:
        raise RuleBroken("hearing-ended", ending=str(ending))
    if hearing.acts:
        return Ground.TECHNICAL
    if hearing.was_called or _could_be_heard(state, hearing, at):
        raise RuleBroken("no-act", *ACT)
    return Ground.NOT_REACHED


def _could_be_heard(state: State, hearing: Hearing, at: datetime) -> bool:
    """Whether the commission could still hear a student who was not called."""
    try:
        must_be_competent(state, hearing)
        must_have_day_left(state, at)
    except RuleBroken:
        return False
    return True


def _must_be_open_day(
    state: State, ground: Ground, command: c.Reschedule, at: datetime
) -> None:
    today, day = local_day(state, at), command.day
    if day is None:
        return
    if day < today or (ground is Ground.ABSENCE and day == today):
        raise RuleBroken("day-past", *NO_ATTEMPT, day=day)
    days = state.rules.scheduled_days
    if ground is Ground.ABSENCE and days and day not in days:
        raise RuleBroken("day-not-scheduled", *OTHER_DAY, day=day)


def _must_lack_grade(hearing: Hearing) -> None:
    if hearing.grade is not None:
        raise RuleBroken("already-decided")
    if hearing.ending in (Ending.RESCHEDULED, Ending.TERMINATED):
        raise RuleBroken("hearing-ended", ending=str(hearing.ending))


def _must_rest_on_papers(
    state: State, hearing: Hearing, command: c.GradeByException
) -> None:
    must_say(command.ground, "no-ground", *EXCEPTION)
    if state.rules.exception_by_application:
        must_say(command.application, "no-application", "he-attestation-2020/p41b")
    if hearing.turn.kind is Kind.DEFENCE and state.rules.book == "kz-tve":
        must_say(
            command.work,
            "no-work",
            "tve-attestation-2020/p31c",
            "tve-process-2020/p21-5g",
        )
    elif not command.inputs:
        raise RuleBroken(
            "no-inputs",
            "he-attestation-2020/p41a",
            "tve-attestation-2020/p31b",
            "tve-process-2020/p21-5f",
        )
