"""Ballots for grade and degree, and the announcement."""

from datetime import datetime

from hattama.core import ballots
from hattama.core.ballots import DEGREE, GradeRule, Outcome, Scale
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_chair,
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
from hattama.core.sitting.state import Ballot, Hearing, State
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
    _must_still_be_competent(state, hearing, ballot)
    scale_of(state, command.matter).grade(command.choice)
    choice = None if ballot.secret else command.choice
    return [e.VoteCast(at, command.by, command.hearing, command.matter, choice)]


@deed.register
def close_ballot(command: c.CloseBallot, state: State, at: datetime) -> list[e.Event]:
    """Close the ballot and count; nobody can change it afterwards.

    A secret ballot's counts come from its papers; a count that gives single votes
    away is taken only once the chair was told (he-attestation-2020/p59a, p60a).

    Raises:
        RuleBroken: `not-secretary` (p73d), `no-ballot`, `ballot-closed`,
            `votes-missing`, `no-quorum`, `not-all-present` (p59b), `not-on-scale`,
            `counts-differ`, `count-reveals` (p59a).
    """
    must_be_secretary(state, command.by, ORGANISES, "he-attestation-2020/p60a")
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    ballot = must_have_open_ballot(hearing, command.matter)
    _must_be_complete(state, hearing, ballot)
    scale = scale_of(state, command.matter)
    counts = _counted(ballot, command.counts, scale)
    given_away = ballots.reveals(counts) if ballot.secret else None
    if given_away and not command.chair_told:
        raise RuleBroken("count-reveals", "he-attestation-2020/p59a", why=given_away)
    outcome = _outcome(state, ballot, counts, scale)
    return [
        e.BallotClosed(
            at,
            command.by,
            command.hearing,
            command.matter,
            counts,
            outcome.choice,
            outcome.tied,
            outcome.by_chair,
            given_away,
            command.chair_told,
        )
    ]


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
    if _is_complete(state, hearing, ballot):
        raise RuleBroken("ballot-complete", "he-attestation-2020/p57b")
    must_say(command.reason, "no-reason")
    return [
        e.BallotAnnulled(
            at, command.by, command.hearing, command.matter, command.reason.strip()
        )
    ]


@deed.register
def decide_tie(command: c.DecideTie, state: State, at: datetime) -> list[e.Event]:
    """Settle a tie: the chair chooses among the choices with equally many votes.

    Raises:
        RuleBroken: `not-chair`, `no-tie`, `revote-instead` when the rules or a
            conflict of interest keep the chair out, `chair-absent`, `not-tied`.
    """
    must_be_chair(state, command.by)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    ballot = hearing.ballot(command.matter)
    if ballot is None or not ballot.is_tied:
        raise RuleBroken("no-tie")
    if not chair_may_decide(state, ballot):
        raise RuleBroken("revote-instead")
    if command.by not in state.seated:
        raise RuleBroken("chair-absent")
    if command.choice not in ballot.tied:
        raise RuleBroken("not-tied", tied=list(ballot.tied))
    return [
        e.TieDecided(at, command.by, command.hearing, command.matter, command.choice)
    ]


@deed.register
def announce_result(
    command: c.AnnounceResult, state: State, at: datetime
) -> list[e.Event]:
    """Announce a student's result, also after the close.

    Where signatures come first, the signed protocol's number is asked for
    (he-attestation-2020/p61, tve-process-2020/p21-5a).

    Raises:
        RuleBroken: `not-chair`, `sitting-not-open`, `no-result-yet`,
            `already-announced`, `protocol-not-signed`.
    """
    must_be_chair(state, command.by)
    if state.opened is None:
        raise RuleBroken("sitting-not-open")
    hearing = must_have_hearing(state, command.hearing)
    if hearing.ending is not e.Ending.GRADED or hearing.grade is None:
        raise RuleBroken("no-result-yet", "he-attestation-2020/p61")
    if hearing.announced is not None:
        raise RuleBroken("already-announced")
    if state.rules.signed_first:
        must_say(command.protocol, "protocol-not-signed", "tve-process-2020/p21-5a")
    return [
        e.ResultAnnounced(
            at, command.by, command.hearing, hearing.grade, command.protocol
        )
    ]


def scale_of(state: State, matter: Matter) -> Scale:
    """Return the scale of a ballot on the matter."""
    return state.rules.grades if matter is Matter.GRADE else DEGREE


def is_secret(state: State, matter: Matter) -> bool:
    """Whether papers on the matter carry no name (he-attestation-2020/p59a)."""
    rules = state.rules
    of = rules.grade_secrecy if matter is Matter.GRADE else rules.degree_secrecy
    return of == "secret"


def is_collegial(state: State, matter: Matter) -> bool:
    """Whether all members must take part: the open vote on a degree (p59b)."""
    return matter is Matter.DEGREE and not is_secret(state, matter)


def chair_may_decide(state: State, ballot: Ballot) -> bool:
    """Whether a tie of this ballot is the chair's to settle."""
    return state.rules.tie == "chair" and state.commission.chair in ballot.voters


def must_need_ballot(state: State, hearing: Hearing, matter: Matter) -> None:
    """Refuse a second form on the same matter (he-attestation-2020/p57a).

    Raises:
        RuleBroken: `already-open-ballot`, `already-decided`, `tie-waits-for-chair`.
    """
    latest = hearing.ballot(matter)
    if latest is None or latest.annulled is not None:
        return
    if latest.is_open:
        raise RuleBroken("already-open-ballot", "he-attestation-2020/p57a")
    if latest.choice is not None:
        raise RuleBroken("already-decided", "he-attestation-2020/p57a")
    if chair_may_decide(state, latest):
        raise RuleBroken("tie-waits-for-chair")


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


def _taking_part(state: State, ballot: Ballot) -> frozenset[str]:
    """Who sits at this ballot: who is here, and who voted before being cut off."""
    return (state.seated | ballot.voted) & set(ballot.voters)


def _must_still_be_competent(state: State, hearing: Hearing, ballot: Ballot) -> None:
    part = _taking_part(state, ballot)
    base = state.quorum_base(hearing)
    ballots.must_have_quorum(len(part), base, state.rules.quorum)
    if is_collegial(state, ballot.matter):
        ballots.must_all_take_part(part, ballot.voters)


def _must_be_complete(state: State, hearing: Hearing, ballot: Ballot) -> None:
    missing = sorted(_taking_part(state, ballot) - ballot.voted)
    if missing:
        raise RuleBroken("votes-missing", number=len(missing), missing=missing)
    _must_still_be_competent(state, hearing, ballot)


def _is_complete(state: State, hearing: Hearing, ballot: Ballot) -> bool:
    try:
        _must_be_complete(state, hearing, ballot)
    except RuleBroken:
        return False
    return True


def _counted(ballot: Ballot, papers: ballots.Counts, scale: Scale) -> ballots.Counts:
    if not ballot.secret:
        made = [vote.choice for vote in ballot.votes if vote.choice is not None]
        return ballots.count(made, scale)
    if any(number < 1 for _, number in papers):
        raise RuleBroken("counts-differ", papers=0, voted=len(ballot.votes))
    choices = [choice for choice, number in papers for _ in range(number)]
    if len(choices) != len(ballot.votes):
        raise RuleBroken("counts-differ", papers=len(choices), voted=len(ballot.votes))
    return ballots.count(choices, scale)


def _outcome(
    state: State, ballot: Ballot, counts: ballots.Counts, scale: Scale
) -> Outcome:
    rule: GradeRule = "majority"
    if ballot.matter is Matter.GRADE:
        rule = state.rules.grade_rule
    chair = state.commission.chair
    own = next((vote.choice for vote in ballot.votes if vote.member == chair), None)
    return ballots.tally(counts, scale, rule, state.rules.tie, own)
