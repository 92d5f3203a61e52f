"""The count, a tie, the announcement."""

from datetime import datetime

from hattama.core import ballots
from hattama.core.ballots import GradeRule, Outcome, Scale
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.ballot import (
    chair_may_decide,
    must_be_complete,
    scale_of,
)
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_chair,
    must_be_in_session,
    must_be_secretary,
    must_have_hearing,
    must_have_open_ballot,
    must_say,
)
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Ballot, State

ORGANISES = "he-attestation-2020/p73d"


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
    must_be_complete(state, hearing, ballot)
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
