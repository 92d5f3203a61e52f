"""Questions about one ballot."""

from hattama.core import ballots
from hattama.core.ballots import DEGREE, Scale
from hattama.core.rules import RuleBroken
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Ballot, Hearing, State


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


def must_still_be_competent(state: State, hearing: Hearing, ballot: Ballot) -> None:
    """Refuse to go on with a ballot that lost its quorum or, collegial, a member.

    Who voted before being cut off still counts.

    Raises:
        RuleBroken: `no-quorum`, `not-all-present` (he-attestation-2020/p59b).
    """
    part = _taking_part(state, ballot)
    base = state.quorum_base(hearing)
    ballots.must_have_quorum(len(part), base, state.rules.quorum)
    if is_collegial(state, ballot.matter):
        ballots.must_all_take_part(part, ballot.voters)


def must_be_complete(state: State, hearing: Hearing, ballot: Ballot) -> None:
    """Refuse to count before everybody who sits at the ballot has voted.

    Raises:
        RuleBroken: `votes-missing`; what `must_still_be_competent` raises.
    """
    missing = sorted(_taking_part(state, ballot) - ballot.voted)
    if missing:
        raise RuleBroken("votes-missing", number=len(missing), missing=missing)
    must_still_be_competent(state, hearing, ballot)


def is_complete(state: State, hearing: Hearing, ballot: Ballot) -> bool:
    """Whether the ballot can be counted."""
    try:
        must_be_complete(state, hearing, ballot)
    except RuleBroken:
        return False
    return True


def _taking_part(state: State, ballot: Ballot) -> frozenset[str]:
    """Who sits at this ballot: who is here, and who voted before being cut off."""
    return (state.seated | ballot.voted) & set(ballot.voters)
