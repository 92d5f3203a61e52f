"""The student's room on camera."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_carried,
    must_be_pending,
    must_be_running,
    must_be_secretary,
    must_lead,
    must_say,
)
from hattama.core.sitting.state import Hearing, Room, State
from hattama.core.sitting.steps import Step


@deed.register
def pass_room(command: c.PassRoom, state: State, at: datetime) -> list[e.Event]:
    """Record that the student showed the room (he-attestation-2020/p46a).

    Raises:
        RuleBroken: `not-secretary`, `already-shown`, `object-in-room` (p46b).
    """
    must_be_secretary(state, command.by, "he-attestation-2020/p46a")
    hearing = _must_be_watched(state, command.hearing)
    if hearing.room is Room.PASSED:
        raise RuleBroken("already-shown")
    if hearing.room is Room.OBJECT:
        raise RuleBroken("object-in-room", "he-attestation-2020/p46b")
    return [e.RoomShown(at, command.by, command.hearing)]


@deed.register
def report_object(command: c.ReportObject, state: State, at: datetime) -> list[e.Event]:
    """Report a foreign object; nothing goes on until it is gone (p46b).

    Raises:
        RuleBroken: `not-of-commission`, `already-reported`, `no-description`.
    """
    if command.by not in (*state.commission.voters, state.commission.secretary):
        raise RuleBroken("not-of-commission")
    hearing = _must_be_watched(state, command.hearing)
    if hearing.room is Room.OBJECT:
        raise RuleBroken("already-reported")
    must_say(command.what, "no-description", "he-attestation-2020/p46b")
    return [e.ObjectFound(at, command.by, command.hearing, command.what.strip())]


@deed.register
def record_removal(
    command: c.RecordRemoval, state: State, at: datetime
) -> list[e.Event]:
    """Record that the object is gone; the room is then shown again.

    Raises:
        RuleBroken: `not-secretary`, `nothing-to-remove`.
    """
    must_be_secretary(state, command.by, "he-attestation-2020/p46b")
    hearing = _must_be_watched(state, command.hearing)
    if hearing.room is not Room.OBJECT:
        raise RuleBroken("nothing-to-remove")
    return [e.ObjectRemoved(at, command.by, command.hearing)]


@deed.register
def record_refusal(
    command: c.RecordRefusal, state: State, at: datetime
) -> list[e.Event]:
    """Record the student's refusal: the hearing stops at once (p46c).

    Raises:
        RuleBroken: `not-secretary`, `no-description`.
    """
    must_be_secretary(state, command.by, "he-attestation-2020/p46c")
    _must_be_watched(state, command.hearing)
    must_say(command.what, "no-description", "he-attestation-2020/p46c")
    return [e.RoomRefused(at, command.by, command.hearing, command.what.strip())]


@deed.register
def decide_refusal(
    command: c.DecideRefusal, state: State, at: datetime
) -> list[e.Event]:
    """Record the commission's decision to suspend or to end the attestation.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `nothing-refused`, `no-quorum`,
            `votes-impossible`, `not-carried`, `no-reason` (he-attestation-2020/p46d).
    """
    must_lead(state, command.by, "he-attestation-2020/p46d")
    hearing = must_be_pending(state, command.hearing)
    if hearing.halted is None:
        raise RuleBroken("nothing-refused", "he-attestation-2020/p46d")
    must_be_carried(state, hearing, command.ayes, command.noes)
    must_say(command.reason, "no-reason", "he-attestation-2020/p46d")
    return [
        e.RefusalDecided(
            at,
            command.by,
            command.hearing,
            command.suspend,
            command.ayes,
            command.noes,
            command.reason.strip(),
        )
    ]


def _must_be_watched(state: State, hearing: str) -> Hearing:
    one = must_be_running(state, hearing)
    if one.step in (Step.DISCUSSION, Step.BALLOT, Step.SCORE, Step.RESULT):
        raise RuleBroken("hearing-over")
    return one
