"""Opening, queue, recess and close of a sitting."""

from datetime import datetime

from hattama.core import draw
from hattama.core.ballots import must_have_quorum
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.clock import local_day
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_chair,
    must_be_in_session,
    must_have_hearing,
    must_lead,
    must_not_be_closed,
    must_say,
)
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Step


@deed.register
def open_sitting(command: c.OpenSitting, state: State, at: datetime) -> list[e.Event]:
    """Open the sitting with a quorum of identified members.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `sitting-closed`, `already-open`,
            `no-quorum`.
    """
    must_lead(state, command.by)
    must_not_be_closed(state)
    if state.opened is not None:
        raise RuleBroken("already-open")
    voters = len(state.commission.voters)
    must_have_quorum(len(state.seated), voters, state.rules.quorum)
    return [e.SittingOpened(at, command.by, tuple(sorted(state.seated)))]


@deed.register
def move_in_queue(command: c.MoveInQueue, state: State, at: datetime) -> list[e.Event]:
    """Change the order of the queue, with the reason for it.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `not-in-queue`, `already-there`,
            `no-such-place`, `no-reason`.
    """
    must_lead(state, command.by)
    must_not_be_closed(state)
    must_have_hearing(state, command.hearing)
    if command.hearing not in state.queue:
        raise RuleBroken("not-in-queue")
    if not 0 <= command.place < len(state.queue):
        raise RuleBroken("no-such-place", places=len(state.queue))
    if state.queue[command.place] == command.hearing:
        raise RuleBroken("already-there")
    must_say(command.reason, "no-reason")
    return [
        e.QueueChanged(
            at, command.by, command.hearing, command.place, command.reason.strip()
        )
    ]


@deed.register
def call_recess(command: c.CallRecess, state: State, at: datetime) -> list[e.Event]:
    """Pause the sitting between hearings.

    Raises:
        RuleBroken: `not-chair`, `sitting-not-open`, `in-recess`, `hearing-under-way`,
            `ballot-open`, `no-reason`.
    """
    must_be_chair(state, command.by)
    must_be_in_session(state)
    for hearing in state.hearings.values():
        _must_be_at_rest(hearing)
    must_say(command.reason, "no-reason")
    return [e.RecessBegan(at, command.by, command.reason.strip())]


@deed.register
def end_recess(command: c.EndRecess, state: State, at: datetime) -> list[e.Event]:
    """Go on after a recess.

    Raises:
        RuleBroken: `not-chair`, `sitting-closed`, `not-in-recess`.
    """
    must_be_chair(state, command.by)
    must_not_be_closed(state)
    if not state.in_recess:
        raise RuleBroken("not-in-recess")
    return [e.RecessEnded(at, command.by)]


@deed.register
def extend_day(command: c.ExtendDay, state: State, at: datetime) -> list[e.Event]:
    """Go on past the day's limit, for a recorded reason.

    The five hours of he-attestation-2020/p21 are recommended: the chair may lift them
    for one day, and the protocol says why.

    Raises:
        RuleBroken: `not-chair`, `already-extended`, `no-reason`.
    """
    must_be_chair(state, command.by)
    must_be_in_session(state)
    if local_day(state, at) in state.extended:
        raise RuleBroken("already-extended")
    must_say(command.reason, "no-reason", "he-attestation-2020/p21")
    return [e.DayExtended(at, command.by, command.reason.strip())]


@deed.register
def note_breach(command: c.NoteBreach, state: State, at: datetime) -> list[e.Event]:
    """Note a breach of academic integrity (he-attestation-2020/p55).

    Raises:
        RuleBroken: `not-of-commission`, `sitting-closed`, `unknown-hearing`,
            `not-invited`, `no-description`.
    """
    if command.by not in (*state.commission.voters, state.commission.secretary):
        raise RuleBroken("not-of-commission")
    must_not_be_closed(state)
    if command.hearing is not None:
        must_have_hearing(state, command.hearing)
    must_be_invited(state, command.person)
    must_say(command.what, "no-description", "he-attestation-2020/p55")
    return [
        e.BreachNoted(
            at, command.by, command.person, command.what.strip(), command.hearing
        )
    ]


@deed.register
def close_sitting(command: c.CloseSitting, state: State, at: datetime) -> list[e.Event]:
    """Close the sitting when every student's matter is settled; reveal the seed.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `sitting-not-open`, `in-recess`,
            `hearings-left`, `date-not-set` for a suspended one, `wrong-seed`.
    """
    must_lead(state, command.by)
    must_be_in_session(state)
    left = [one.turn.id for one in state.hearings.values() if one.ending is None]
    if left:
        raise RuleBroken("hearings-left", number=len(left), hearings=left)
    for hearing in state.hearings.values():
        if hearing.ending is e.Ending.SUSPENDED:
            raise RuleBroken(
                "date-not-set", "he-attestation-2020/p46d", hearing=hearing.turn.id
            )
    closed = e.SittingClosed(at, command.by)
    if not state.plan.commitment:
        return [closed]
    must_fit_commitment(state, command.seed)
    return [e.SeedRevealed(at, command.by, command.seed), closed]


def must_fit_commitment(state: State, seed: str) -> None:
    """Raise RuleBroken `wrong-seed` unless this seed was committed to."""
    if draw.commitment(seed) != state.plan.commitment:
        raise RuleBroken("wrong-seed", "tve-attestation-2020/p25a")


def must_be_invited(state: State, person: str) -> None:
    """Raise RuleBroken `not-invited` for who has no place in this sitting."""
    commission = state.commission
    if person in (*commission.voters, commission.secretary, *commission.identifiers):
        return
    for hearing in state.hearings.values():
        turn = hearing.turn
        if person in (turn.student, *turn.supervisors, *turn.guests):
            return
    raise RuleBroken("not-invited")


def _must_be_at_rest(hearing: Hearing) -> None:
    if any(ballot.is_open for ballot in hearing.ballots):
        raise RuleBroken("ballot-open")
    at_rest = (Step.DISCUSSION, Step.BALLOT, Step.SCORE, Step.RESULT)
    if hearing.was_called and hearing.ending is None and hearing.step not in at_rest:
        raise RuleBroken("hearing-under-way", hearing=hearing.turn.id)
