"""A hearing that breaks off, and the commission's decision on it."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_carried,
    must_be_pending,
    must_be_running,
    must_find_nobody_else,
    must_find_present,
    must_lead,
    must_speak_for,
)
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Step

PETITION = (
    "he-attestation-2020/p31a",
    "he-attestation-2020/p40a",
    "tve-process-2020/p21-3ac",
)

DECISION = ("he-attestation-2020/p31b", "he-attestation-2020/p40b")


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


def _must_be_able_to_go_on(state: State, hearing: Hearing) -> None:
    if hearing.interruption and hearing.interruption.asked is None:
        raise RuleBroken("not-petitioned", *PETITION)
    must_find_present(state, hearing.turn.student)
    if hearing.step in hearing.course.alone:
        must_find_nobody_else(state, hearing.turn.id)
