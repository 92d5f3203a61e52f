"""Questions that many deeds ask first."""

from datetime import datetime

from hattama.core.ballots import must_have_quorum
from hattama.core.rules import RuleBroken
from hattama.core.sitting.clock import local_day, minutes_sat
from hattama.core.sitting.commands import SYSTEM
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Ballot, Hearing, State


def must_be_chair(state: State, by: str, *norms: str) -> None:
    """Raise RuleBroken `not-chair` unless `by` presides."""
    if by != state.commission.chair:
        raise RuleBroken("not-chair", *norms)


def must_be_secretary(state: State, by: str, *norms: str) -> None:
    """Raise RuleBroken `not-secretary` unless `by` is the technical secretary."""
    if by != state.commission.secretary:
        raise RuleBroken("not-secretary", *norms)


def must_lead(state: State, by: str, *norms: str) -> None:
    """Raise RuleBroken `not-chair-or-secretary` unless `by` is one of the two."""
    if by not in (state.commission.chair, state.commission.secretary):
        raise RuleBroken("not-chair-or-secretary", *norms)


def must_speak_for(state: State, person: str, by: str) -> None:
    """Raise RuleBroken `not-yours` unless `by` is the person, secretary or system."""
    if by not in (person, state.commission.secretary, SYSTEM):
        raise RuleBroken("not-yours")


def must_say(text: str, code: str, *norms: str) -> None:
    """Raise RuleBroken `code` when a text that the protocol needs is empty."""
    if not text.strip():
        raise RuleBroken(code, *norms)


def must_not_be_closed(state: State) -> None:
    """Raise RuleBroken `sitting-closed` after the close."""
    if state.closed is not None:
        raise RuleBroken("sitting-closed")


def must_be_in_session(state: State) -> None:
    """Raise RuleBroken `sitting-closed`, `sitting-not-open` or `in-recess`."""
    must_not_be_closed(state)
    if state.opened is None:
        raise RuleBroken("sitting-not-open")
    if state.in_recess:
        raise RuleBroken("in-recess")


def must_have_hearing(state: State, hearing: str) -> Hearing:
    """Return the hearing; RuleBroken `unknown-hearing` if the agenda has none such."""
    if hearing not in state.hearings:
        raise RuleBroken("unknown-hearing", hearing=hearing)
    return state.hearings[hearing]


def must_be_pending(state: State, hearing: str) -> Hearing:
    """Return a hearing of the session that has not ended; else `hearing-ended`."""
    must_be_in_session(state)
    one = must_have_hearing(state, hearing)
    if one.ending is not None:
        raise RuleBroken("hearing-ended", ending=str(one.ending))
    return one


def must_be_running(state: State, hearing: str) -> Hearing:
    """Return a called hearing that goes on at this moment.

    Raises:
        RuleBroken: `not-called`; `hearing-halted` (he-attestation-2020/p46c) or
            `hearing-interrupted` (he-attestation-2020/p31b, p40b) while the
            commission has not decided.
    """
    one = must_be_pending(state, hearing)
    if not one.was_called:
        raise RuleBroken("not-called")
    if one.halted is not None:
        raise RuleBroken("hearing-halted", "he-attestation-2020/p46c")
    if one.interruption is not None:
        raise RuleBroken(
            "hearing-interrupted",
            "he-attestation-2020/p31b",
            "he-attestation-2020/p40b",
            "tve-process-2020/p21-3ac",
        )
    return one


def must_find_nobody_else(state: State, hearing: str) -> None:
    """Raise RuleBroken `another-hearing` while another student is being heard."""
    for one in state.hearings.values():
        if one.turn.id != hearing and one.stands_alone:
            raise RuleBroken("another-hearing", hearing=one.turn.id)


def must_find_present(state: State, student: str) -> None:
    """Raise RuleBroken `student-absent` unless the student is in the room."""
    if student not in state.present:
        raise RuleBroken("student-absent")


def must_be_competent(state: State, hearing: Hearing) -> None:
    """Raise RuleBroken `no-quorum` unless enough voters on this student are seated."""
    seated = state.seated & set(state.voters(hearing))
    base = state.quorum_base(hearing)
    must_have_quorum(len(seated), base, state.rules.quorum)


def must_have_day_left(state: State, at: datetime) -> None:
    """Raise RuleBroken `day-over` past the day's limit (he-attestation-2020/p21)."""
    limit, sat = state.rules.day_limit, minutes_sat(state, at)
    if limit is None or local_day(state, at) in state.extended or sat < limit:
        return
    raise RuleBroken("day-over", "he-attestation-2020/p21", minutes=sat, limit=limit)


def must_be_carried(state: State, hearing: Hearing, ayes: int, noes: int) -> None:
    """Refuse a decision that the commission did not take, or could not.

    Raises:
        RuleBroken: `no-quorum`; `votes-impossible` when more hands were counted than
            members are seated; `not-carried` when the noes prevail.
    """
    seated = state.seated & set(state.voters(hearing))
    if ayes < 0 or noes < 0 or ayes + noes > len(seated):
        raise RuleBroken("votes-impossible", votes=ayes + noes, seated=len(seated))
    base = state.quorum_base(hearing)
    must_have_quorum(ayes + noes, base, state.rules.quorum)
    if ayes <= noes:
        raise RuleBroken("not-carried", ayes=ayes, noes=noes)


def must_have_open_ballot(hearing: Hearing, matter: Matter) -> Ballot:
    """Return the open ballot; else RuleBroken `ballot-closed` or `no-ballot`."""
    ballot = hearing.ballot(matter)
    if ballot is None or ballot.annulled is not None:
        raise RuleBroken("no-ballot")
    if ballot.closed is not None:
        raise RuleBroken("ballot-closed")
    return ballot


def must_not_be_voting(hearing: Hearing) -> None:
    """Raise RuleBroken `ballot-open` while papers are taken on this student."""
    if any(ballot.is_open for ballot in hearing.ballots):
        raise RuleBroken("ballot-open")


def must_come_after(at: datetime, earliest: datetime, code: str, *norms: str) -> None:
    """Raise RuleBroken `code` with `earliest` when it is too soon."""
    if at < earliest:
        raise RuleBroken(code, *norms, earliest=earliest)
