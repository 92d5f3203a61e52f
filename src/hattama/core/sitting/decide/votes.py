"""Conflicts of interest and ballots until their count."""

from datetime import datetime

from hattama.core import ballots
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.ballot import (
    is_collegial,
    is_complete,
    is_secret,
    must_need_ballot,
    must_still_be_competent,
    scale_of,
)
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_competent,
    must_be_in_session,
    must_be_pending,
    must_be_running,
    must_be_secretary,
    must_have_hearing,
    must_have_open_ballot,
    must_not_be_closed,
    must_say,
)
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Step

ORGANISES = "he-attestation-2020/p73d"


@deed.register
def declare_conflict(
    command: c.DeclareConflict, state: State, at: datetime
) -> list[e.Event]:
    """Declare a conflict of interest: the member does not vote on this student.

    Raises:
        RuleBroken: `not-yours`, `not-a-member`, `sitting-closed`, `hearing-ended`,
            `already-excluded`, `ballot-begun`, `no-reason`.
    """
    if command.by not in (command.member, state.commission.chair):
        raise RuleBroken("not-yours")
    if command.member not in state.commission.voters:
        raise RuleBroken("not-a-member")
    must_not_be_closed(state)
    hearing = must_have_hearing(state, command.hearing)
    if hearing.ending is not None:
        raise RuleBroken("hearing-ended", ending=str(hearing.ending))
    if command.member not in state.voters(hearing):
        raise RuleBroken("already-excluded")
    if any(ballot.annulled is None for ballot in hearing.ballots):
        raise RuleBroken("ballot-begun")
    must_say(command.reason, "no-reason")
    return [
        e.ConflictDeclared(
            at, command.by, command.hearing, command.member, command.reason.strip()
        )
    ]


@deed.register
def open_ballot(command: c.OpenBallot, state: State, at: datetime) -> list[e.Event]:
    """Open the form of one student; only the technical secretary may.

    The grade is voted after the discussion (he-attestation-2020/p34), the degree
    after a positive grade (p60b).

    Raises:
        RuleBroken: `not-secretary` (p73d), `already-open-ballot`, `already-decided`,
            `tie-waits-for-chair`, `not-discussed`, `no-degree-here`, `grade-first`,
            `no-quorum`, `not-all-present` (p59b).
    """
    must_be_secretary(state, command.by, ORGANISES)
    hearing = must_be_pending(state, command.hearing)
    _must_be_in_turn(state, hearing, command.matter)
    must_need_ballot(state, hearing, command.matter)
    must_be_competent(state, hearing)
    voters = state.voters(hearing)
    if is_collegial(state, command.matter):
        ballots.must_all_take_part(state.seated, voters)
    return [
        e.BallotOpened(
            at,
            command.by,
            command.hearing,
            command.matter,
            _round(hearing, command.matter),
            is_secret(state, command.matter),
            voters,
            tuple(one for one in voters if one in state.seated),
        )
    ]


@deed.register
def cast_vote(command: c.CastVote, state: State, at: datetime) -> list[e.Event]:
    """Hand in one's paper, once (he-attestation-2020/p57b).

    Raises:
        RuleBroken: `no-ballot`, `ballot-closed`, `not-a-voter`, `already-voted`
            (p57b), `voter-absent`, `no-quorum`, `not-all-present` (p59b),
            `not-on-scale`.
    """
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    ballot = must_have_open_ballot(hearing, command.matter)
    ballots.must_cast(
        command.by, voters=ballot.voters, present=state.seated, voted=ballot.voted
    )
    must_still_be_competent(state, hearing, ballot)
    scale_of(state, command.matter).grade(command.choice)
    choice = None if ballot.secret else command.choice
    return [e.VoteCast(at, command.by, command.hearing, command.matter, choice)]


@deed.register
def annul_ballot(command: c.AnnulBallot, state: State, at: datetime) -> list[e.Event]:
    """Give up an open ballot that cannot be completed; a new round may follow.

    Raises:
        RuleBroken: `not-secretary` (p73d), `no-ballot`, `ballot-closed`,
            `ballot-complete`, `no-reason`.
    """
    must_be_secretary(state, command.by, ORGANISES)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    ballot = must_have_open_ballot(hearing, command.matter)
    if is_complete(state, hearing, ballot):
        raise RuleBroken("ballot-complete", "he-attestation-2020/p57b")
    must_say(command.reason, "no-reason")
    return [
        e.BallotAnnulled(
            at, command.by, command.hearing, command.matter, command.reason.strip()
        )
    ]


def _round(hearing: Hearing, matter: Matter) -> int:
    return 1 + sum(1 for ballot in hearing.ballots if ballot.matter is matter)


def _must_be_in_turn(state: State, hearing: Hearing, matter: Matter) -> None:
    if matter is Matter.DEGREE:
        _must_have_grade(state, hearing)
        return
    if hearing.grade is not None:
        raise RuleBroken("already-decided", "he-attestation-2020/p57a")
    must_be_running(state, hearing.turn.id)
    if hearing.step not in (Step.DISCUSSION, Step.BALLOT):
        raise RuleBroken("not-discussed", "he-attestation-2020/p34")


def _must_have_grade(state: State, hearing: Hearing) -> None:
    if state.rules.degree_secrecy is None:
        raise RuleBroken("no-degree-here")
    if hearing.grade is None:
        raise RuleBroken("grade-first", "he-attestation-2020/p60b")
