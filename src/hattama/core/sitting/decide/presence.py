"""Who is here, and who that is."""

from datetime import datetime, timedelta

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.assembly import must_be_invited
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_secretary,
    must_come_after,
    must_have_hearing,
    must_not_be_closed,
    must_say,
    must_speak_for,
)
from hattama.core.sitting.state import Hearing, State


@deed.register
def join_sitting(command: c.JoinSitting, state: State, at: datetime) -> list[e.Event]:
    """Enter the room (he-attestation-2020/p19b).

    Raises:
        RuleBroken: `sitting-closed`, `not-invited`, `not-yours`, `already-present`.
    """
    must_not_be_closed(state)
    must_be_invited(state, command.person)
    must_speak_for(state, command.person, command.by)
    if command.person in state.present:
        raise RuleBroken("already-present")
    return [e.PersonJoined(at, command.by, command.person)]


@deed.register
def leave_sitting(command: c.LeaveSitting, state: State, at: datetime) -> list[e.Event]:
    """Leave the room; who leaves while being heard interrupts the hearing.

    A lost connection never counts against a person: the clock stops at once
    (he-attestation-2020/p31a, p40a, tve-process-2020/p21-3ac).

    Raises:
        RuleBroken: `sitting-closed`, `not-yours`, `already-away`.
    """
    must_not_be_closed(state)
    must_speak_for(state, command.person, command.by)
    if command.person not in state.present:
        raise RuleBroken("already-away")
    left = e.PersonLeft(at, command.by, command.person, command.lost)
    cause = e.Cause.CONNECTION_LOST if command.lost else e.Cause.LEFT
    heard = [
        e.HearingInterrupted(at, command.by, hearing.turn.id, cause, "")
        for hearing in state.hearings.values()
        if hearing.turn.student == command.person and hearing.stands_alone
    ]
    return [left, *heard]


@deed.register
def identify_member(
    command: c.IdentifyMember, state: State, at: datetime
) -> list[e.Event]:
    """Identify chair or member: the head of department or dean does it.

    Raises:
        RuleBroken: `not-identifier` (he-attestation-2020/p44b), `not-a-member`,
            `already-identified`, `too-early-to-identify` (p42), `no-method`.
    """
    if command.by not in state.commission.identifiers:
        raise RuleBroken("not-identifier", "he-attestation-2020/p44b")
    if command.person not in state.commission.voters:
        raise RuleBroken("not-a-member")
    _must_be_identifiable(state, command.person, at)
    must_say(command.method, "no-method", "he-attestation-2020/p44b")
    return [e.MemberIdentified(at, command.by, command.person, command.method)]


@deed.register
def identify_student(
    command: c.IdentifyStudent, state: State, at: datetime
) -> list[e.Event]:
    """Identify the student: the technical secretary does it.

    Whether the original document was shown is recorded (he-attestation-2020/p44a,
    tve-attestation-2020/p24).

    Raises:
        RuleBroken: `not-secretary` (he-attestation-2020/p43), `hearing-ended`,
            `student-absent`, `already-identified`, `too-early-to-identify` (p42),
            `no-method`.
    """
    must_be_secretary(state, command.by, "he-attestation-2020/p43")
    hearing = _must_wait(state, command.hearing)
    if hearing.turn.student not in state.present:
        raise RuleBroken("student-absent")
    _must_be_identifiable(state, hearing.turn.student, at)
    norms = ("he-attestation-2020/p43", "tve-process-2020/p21-3n")
    must_say(command.method, "no-method", *norms)
    return [
        e.StudentIdentified(
            at, command.by, command.hearing, command.method, command.original_shown
        )
    ]


@deed.register
def refuse_identification(
    command: c.RefuseIdentification, state: State, at: datetime
) -> list[e.Event]:
    """Record that a person could not be identified; they may try again.

    Raises:
        RuleBroken: `not-identifier`, `not-secretary`, `already-identified`,
            `not-invited`, `too-early-to-identify`, `no-reason`.
    """
    if command.person in state.commission.voters:
        if command.by not in state.commission.identifiers:
            raise RuleBroken("not-identifier", "he-attestation-2020/p44b")
    else:
        must_be_secretary(state, command.by, "he-attestation-2020/p43")
        must_be_invited(state, command.person)
    _must_be_identifiable(state, command.person, at)
    if command.person in state.unidentified:
        raise RuleBroken("already-refused")
    must_say(command.reason, "no-reason", "he-attestation-2020/p43")
    return [
        e.IdentificationRefused(at, command.by, command.person, command.reason.strip())
    ]


def _must_wait(state: State, hearing: str) -> Hearing:
    one = must_have_hearing(state, hearing)
    if one.ending is not None:
        raise RuleBroken("hearing-ended", ending=str(one.ending))
    return one


def _must_be_identifiable(state: State, person: str, at: datetime) -> None:
    must_not_be_closed(state)
    if person in state.identified:
        raise RuleBroken("already-identified")
    opens = state.plan.starts - timedelta(minutes=state.rules.identification_opens)
    must_come_after(at, opens, "too-early-to-identify", "he-attestation-2020/p42")
