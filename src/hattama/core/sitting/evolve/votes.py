"""What changes with votes and results."""

from dataclasses import replace
from datetime import datetime

from hattama.core.ballots import DEGREE
from hattama.core.sitting import events as e
from hattama.core.sitting.evolve.change import alter, change
from hattama.core.sitting.evolve.hearing import stepped
from hattama.core.sitting.state import Ballot, Conflict, State, Vote
from hattama.core.sitting.steps import Step


@change.register
def _(event: e.ConflictDeclared, state: State) -> State:
    known = state.hearings[event.hearing].conflicts
    conflict = Conflict(event.member, event.reason)
    return alter(state, event.hearing, conflicts=(*known, conflict))


@change.register
def _(event: e.BallotOpened, state: State) -> State:
    hearing = state.hearings[event.hearing]
    ballot = Ballot(event.matter, event.round, event.secret, event.voters, event.at)
    state = alter(state, event.hearing, ballots=(*hearing.ballots, ballot))
    if hearing.step == Step.BALLOT:
        return state
    return stepped(state, event.hearing, Step.BALLOT, event.at)


@change.register
def _(event: e.VoteCast, state: State) -> State:
    ballot = _ballot(state, event.hearing, event.matter)
    votes = (*ballot.votes, Vote(event.by, event.choice))
    return _put(state, event.hearing, replace(ballot, votes=votes))


@change.register
def _(event: e.BallotClosed, state: State) -> State:
    closed = replace(
        _ballot(state, event.hearing, event.matter),
        closed=event.at,
        counts=event.counts,
        tied=event.tied,
        choice=event.choice,
        by_chair=event.by_chair,
        reveals=event.reveals,
    )
    state = _put(state, event.hearing, closed)
    return _decided(state, event.hearing, event.matter, event.choice, event.at)


@change.register
def _(event: e.BallotAnnulled, state: State) -> State:
    ballot = _ballot(state, event.hearing, event.matter)
    return _put(state, event.hearing, replace(ballot, annulled=event.at))


@change.register
def _(event: e.TieDecided, state: State) -> State:
    ballot = _ballot(state, event.hearing, event.matter)
    settled = replace(ballot, choice=event.choice, by_chair=True)
    state = _put(state, event.hearing, settled)
    return _decided(state, event.hearing, event.matter, event.choice, event.at)


@change.register
def _(event: e.ScoreRecorded, state: State) -> State:
    state = stepped(state, event.hearing, Step.SCORE, event.at)
    return graded(state, event.hearing, event.grade, event.at)


@change.register
def _(event: e.ResultAnnounced, state: State) -> State:
    state = alter(state, event.hearing, announced=event.at)
    if state.hearings[event.hearing].by_exception:
        return state
    return stepped(state, event.hearing, Step.RESULT, event.at)


def graded(state: State, hearing: str, grade: str, at: datetime) -> State:
    """Return the state with a grade; it ends the hearing unless a degree is due."""
    state = alter(state, hearing, grade=grade)
    if state.rules.degree_secrecy is not None and state.passes(grade):
        return state
    return _ended(state, hearing, at)


def _decided(
    state: State, hearing: str, matter: e.Matter, choice: str | None, at: datetime
) -> State:
    if choice is None:
        return state
    if matter == e.Matter.GRADE:
        return graded(state, hearing, choice, at)
    awarded = DEGREE.grade(choice).passes
    return _ended(alter(state, hearing, degree=awarded), hearing, at)


def _ended(state: State, hearing: str, at: datetime) -> State:
    return alter(state, hearing, ending=e.Ending.GRADED, ended=at)


def _ballot(state: State, hearing: str, matter: e.Matter) -> Ballot:
    ballot = state.hearings[hearing].ballot(matter)
    if ballot is None:
        raise ValueError(f"the log has no ballot on the {matter} of {hearing}")
    return ballot


def _put(state: State, hearing: str, ballot: Ballot) -> State:
    ballots = tuple(
        ballot if (one.matter, one.round) == (ballot.matter, ballot.round) else one
        for one in state.hearings[hearing].ballots
    )
    return alter(state, hearing, ballots=ballots)
