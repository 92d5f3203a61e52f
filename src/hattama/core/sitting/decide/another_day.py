"""Technical failure, absence, and another day for a hearing."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.clock import local_day
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_chair,
    must_be_competent,
    must_be_in_session,
    must_be_pending,
    must_be_secretary,
    must_come_after,
    must_have_day_left,
    must_have_hearing,
    must_not_be_voting,
    must_say,
)
from hattama.core.sitting.events import Ending, Ground
from hattama.core.sitting.state import Hearing, State

ACT = ("he-attestation-2020/p23b", "tve-process-2020/p21-3ak")

NO_ATTEMPT = ("he-attestation-2020/p23a", "tve-process-2020/p21-3aj")

APPLICATION = ("he-attestation-2020/p22a", "tve-process-2020/p21-4a")

EVIDENCE = ("he-attestation-2020/p22b", "tve-process-2020/p21-4b")

OTHER_DAY = ("he-attestation-2020/p22c", "tve-process-2020/p21-4c")


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
