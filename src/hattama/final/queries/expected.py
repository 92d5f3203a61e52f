"""The one deed that a sitting waits for, and whose turn it is."""

from hattama.core.sitting import Hearing, State, Step
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Ballot, Room

_SOMETHING = "…"


def current(state: State) -> Hearing | None:
    """Who is heard now; else whose turn comes next; None when nobody is left."""
    begun = under_way(state)
    if before := [one for one in begun if one.stands_alone or one.interruption]:
        return before[0]
    if begun:
        return begun[0]
    return state.hearings[state.queue[0]] if state.queue else None


def under_way(state: State) -> list[Hearing]:
    """The hearings that were begun and have not ended, in the order of the agenda."""
    hearings = state.hearings.values()
    return [one for one in hearings if one.was_called and one.ending is None]


def unannounced(state: State) -> list[Hearing]:
    """Those with a grade that the student was not told yet."""
    hearings = state.hearings.values()
    return [one for one in hearings if one.grade is not None and not one.announced]


def expected(state: State, hearing: Hearing | None) -> c.Command | None:
    """The command that brings the sitting on, given by whoever gives it.

    Args:
        state: of the sitting.
        hearing: the one to go on with.

    Returns:
        None when nothing is left to do.
    """
    if hearing is not None and hearing.grade is not None and hearing.ending:
        return _announcement(state, hearing)
    if state.closed is not None:
        return None
    if state.opened is None:
        return c.OpenSitting(state.commission.secretary)
    if state.in_recess:
        return c.EndRecess(state.commission.chair)
    if hearing is None or hearing.ending is not None:
        return None if state.queue else c.CloseSitting(state.commission.secretary)
    if hearing.was_called:
        return _in_hearing(state, hearing)
    return _before_call(state, hearing)


def still_to_vote(state: State, ballot: Ballot) -> list[str]:
    """Who is here, has a vote and has not used it, the chair first."""
    return [
        one for one in ballot.voters if one in state.seated and one not in ballot.voted
    ]


def _announcement(state: State, hearing: Hearing) -> c.Command | None:
    if hearing.announced is not None:
        return None
    return c.AnnounceResult(state.commission.chair, hearing.turn.id, _SOMETHING)


def _before_call(state: State, hearing: Hearing) -> c.Command:
    secretary, student = state.commission.secretary, hearing.turn.student
    if hearing.step is Step.IDENTIFICATION:
        return c.CallStudent(secretary, hearing.turn.id)
    if student not in state.present:
        return c.JoinSitting(student, student)
    return c.IdentifyStudent(
        secretary, hearing.turn.id, _SOMETHING, original_shown=True
    )


def _in_hearing(state: State, hearing: Hearing) -> c.Command:
    secretary, key = state.commission.secretary, hearing.turn.id
    here = len(state.seated & set(state.voters(hearing)))
    if hearing.halted is not None:
        return c.DecideRefusal(secretary, key, True, here, 0, _SOMETHING)  # noqa: FBT003
    if hearing.interruption is not None:
        if hearing.interruption.asked is None:
            return c.AskToContinue(hearing.turn.student, key)
        return c.DecideInterruption(secretary, key, True, here, 0)  # noqa: FBT003
    if hearing.room is Room.OBJECT:
        return c.RecordRemoval(secretary, key)
    if hearing.room is not Room.PASSED:
        return c.PassRoom(secretary, key)
    return _on_course(state, hearing)


def _on_course(state: State, hearing: Hearing) -> c.Command:
    secretary, key = state.commission.secretary, hearing.turn.id
    step = hearing.next_step
    if hearing.early_asked and not hearing.early_granted and hearing.step is Step.WORK:
        return c.GrantEarlyFinish(state.commission.chair, key)
    if hearing.step is Step.REVIEWS and not hearing.reviews:
        return c.ReadReview(secretary, key, _SOMETHING, "review")
    match step:
        case Step.TICKET if state.plan.tickets:
            return c.DrawTicket(secretary, key, "")
        case Step.TICKET:
            return c.SkipStep(secretary, key, Step.TICKET, _SOMETHING)
        case Step.SHEET:
            return c.KeepSheet(secretary, key, _SOMETHING)
        case Step.SCORE:
            best = state.rules.grades.codes[0]
            return c.RecordScore(secretary, key, best)
        case Step.BALLOT | Step.RESULT | None:
            return _vote(state, hearing)
    return c.BeginStep(secretary, key, step)


def _vote(state: State, hearing: Hearing) -> c.Command:
    matter = Matter.GRADE if hearing.grade is None else Matter.DEGREE
    secretary, key = state.commission.secretary, hearing.turn.id
    ballot = hearing.ballot(matter)
    if ballot is None or ballot.annulled is not None:
        return c.OpenBallot(secretary, key, matter)
    if ballot.is_open:
        if left := still_to_vote(state, ballot):
            return c.CastVote(left[0], key, matter, "")
        return c.CloseBallot(secretary, key, matter, chair_told=True)
    chair = state.commission.chair
    if state.rules.tie == "chair" and chair in ballot.voters:
        return c.DecideTie(chair, key, matter, ballot.tied[0])
    return c.OpenBallot(secretary, key, matter)
