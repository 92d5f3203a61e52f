"""A hearing on its course: the call and the steps."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.clock import MINUTE, limit_of, seconds
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_competent,
    must_be_pending,
    must_be_running,
    must_find_nobody_else,
    must_find_present,
    must_have_day_left,
    must_lead,
    must_say,
)
from hattama.core.sitting.state import Hearing, Room, State
from hattama.core.sitting.steps import TAKEN_BY_OWN_DEED, Step


@deed.register
def call_student(command: c.CallStudent, state: State, at: datetime) -> list[e.Event]:
    """Call the next student of the queue; the room check begins.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `sitting-not-open`, `hearing-ended`,
            `already-called`, `not-in-queue` (graded without a hearing),
            `not-next-in-queue`, `not-identified`
            (he-attestation-2020/p42, tve-attestation-2020/p24), `student-absent`,
            `another-hearing`, `no-quorum`, `day-over` (he-attestation-2020/p21).
    """
    must_lead(state, command.by)
    hearing = must_be_pending(state, command.hearing)
    if hearing.was_called:
        raise RuleBroken("already-called")
    if command.hearing not in state.queue:
        raise RuleBroken("not-in-queue")
    if command.hearing != state.queue[0]:
        raise RuleBroken("not-next-in-queue", next=state.queue[0])
    if hearing.step is not Step.IDENTIFICATION:
        raise RuleBroken(
            "not-identified", "he-attestation-2020/p42", "tve-attestation-2020/p24"
        )
    must_find_present(state, hearing.turn.student)
    if Step.ROOM_CHECK in hearing.course.alone:
        must_find_nobody_else(state, command.hearing)
    must_be_competent(state, hearing)
    must_have_day_left(state, at)
    return [e.StudentCalled(at, command.by, command.hearing)]


@deed.register
def begin_step(command: c.BeginStep, state: State, at: datetime) -> list[e.Event]:
    """Go on to the next step; time that ran past a limit is recorded with it.

    Raises:
        RuleBroken: `not-chair-or-secretary`, `step-by-own-deed`, what `must_follow`
            raises, `another-hearing`, `student-absent`, `no-review-read`,
            `work-goes-on` (tve-process-2020/p21-3ai).
    """
    must_lead(state, command.by)
    hearing = must_be_running(state, command.hearing)
    must_follow(hearing, command.step)
    if command.step in TAKEN_BY_OWN_DEED:
        raise RuleBroken("step-by-own-deed", step=str(command.step))
    if command.step in hearing.course.alone:
        must_find_nobody_else(state, command.hearing)
        must_find_present(state, hearing.turn.student)
    _must_have_heard(hearing)
    must_have_finished_work(state, hearing, at)
    begun = e.StepBegun(at, command.by, command.hearing, command.step)
    return [*overruns(state, hearing, command.step, at), begun]


@deed.register
def skip_step(command: c.SkipStep, state: State, at: datetime) -> list[e.Event]:
    """Leave out a step that may be left out, with the reason for it.

    Raises:
        RuleBroken: `not-chair-or-secretary`, what `must_follow` raises,
            `step-not-optional`, `no-reason`.
    """
    must_lead(state, command.by)
    hearing = must_be_running(state, command.hearing)
    must_follow(hearing, command.step)
    if command.step not in hearing.course.optional:
        raise RuleBroken("step-not-optional", step=str(command.step))
    must_say(command.reason, "no-reason")
    return [
        e.StepSkipped(
            at, command.by, command.hearing, command.step, command.reason.strip()
        )
    ]


def must_follow(hearing: Hearing, step: Step) -> None:
    """Refuse a step that is not the next one, or before the room was shown.

    Raises:
        RuleBroken: `already-begun`, `no-such-step`, `step-out-of-order` with the
            expected one, `object-in-room` (he-attestation-2020/p46b),
            `room-not-shown` (p46a).
    """
    if step in {passage.step for passage in hearing.steps}:
        raise RuleBroken("already-begun", step=str(step))
    if step not in hearing.course.steps:
        raise RuleBroken("no-such-step", step=str(step))
    if step is not hearing.next_step:
        raise RuleBroken(
            "step-out-of-order", step=str(step), expected=str(hearing.next_step)
        )
    if hearing.room is Room.OBJECT:
        raise RuleBroken("object-in-room", "he-attestation-2020/p46b")
    if hearing.room is not Room.PASSED:
        raise RuleBroken("room-not-shown", "he-attestation-2020/p46a")


def must_have_finished_work(state: State, hearing: Hearing, at: datetime) -> None:
    """Raise RuleBroken `work-goes-on` before time unless the chair let it end."""
    limit = limit_of(state, hearing, Step.WORK)
    if hearing.step is not Step.WORK or hearing.early_granted or limit is None:
        return
    left = limit - seconds(hearing, {Step.WORK}, at)
    if left > 0:
        raise RuleBroken("work-goes-on", "tve-process-2020/p21-3ai", seconds=left)


def overruns(state: State, hearing: Hearing, step: Step, at: datetime) -> list[e.Event]:
    """Return what ran past its limit: the step that ends and, at its end, the whole."""
    run = []
    if hearing.step and (limit := limit_of(state, hearing, hearing.step)):
        run.append((str(hearing.step), seconds(hearing, {hearing.step}, at) - limit))
    if hearing.course.timed and step not in hearing.course.timed:
        whole = seconds(hearing, hearing.course.timed, at)
        limit = state.rules.whole(hearing.turn.kind) * MINUTE
        run.append(("whole", whole - limit))
    return [
        e.OverrunNoted(at, c.SYSTEM, hearing.turn.id, what, over)
        for what, over in run
        if over > 0
    ]


def _must_have_heard(hearing: Hearing) -> None:
    if hearing.step is Step.REVIEWS and not hearing.reviews:
        raise RuleBroken("no-review-read")
