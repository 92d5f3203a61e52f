"""Ticket, answer sheet, early finish and score of an exam."""

from datetime import datetime

from hattama.core import draw
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.assembly import must_fit_commitment
from hattama.core.sitting.decide.course import (
    must_follow,
    must_have_finished_work,
    overruns,
)
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_chair,
    must_be_running,
    must_be_secretary,
    must_say,
)
from hattama.core.sitting.state import State
from hattama.core.sitting.steps import Step


@deed.register
def draw_ticket(command: c.DrawTicket, state: State, at: datetime) -> list[e.Event]:
    """Draw a ticket; the time of preparation begins with it.

    Raises:
        RuleBroken: `not-secretary` (tve-attestation-2020/p25b), `already-drawn`,
            what `must_follow` raises, `no-tickets`, `wrong-seed`.
    """
    must_be_secretary(state, command.by, "tve-attestation-2020/p25b")
    hearing = must_be_running(state, command.hearing)
    if hearing.ticket is not None:
        raise RuleBroken("already-drawn", ticket=hearing.ticket)
    must_follow(hearing, Step.TICKET)
    if not state.plan.tickets:
        raise RuleBroken("no-tickets", "tve-attestation-2020/p25a")
    must_fit_commitment(state, command.seed)
    ordinal = len(state.tickets_drawn) + 1
    ticket = draw.draw(command.seed, state.plan.sitting, ordinal, state.tickets_left)
    drawn = e.TicketDrawn(at, command.by, command.hearing, ordinal, ticket)
    if Step.PREPARATION not in hearing.course.steps:
        return [drawn]
    return [drawn, e.StepBegun(at, command.by, command.hearing, Step.PREPARATION)]


@deed.register
def keep_sheet(command: c.KeepSheet, state: State, at: datetime) -> list[e.Event]:
    """Keep the picture of the answer sheet (tve-attestation-2020/p27a, p27b).

    Raises:
        RuleBroken: `not-secretary`, what `must_follow` raises, `no-digest`.
    """
    must_be_secretary(state, command.by, "tve-attestation-2020/p27b")
    hearing = must_be_running(state, command.hearing)
    must_follow(hearing, Step.SHEET)
    must_say(command.digest, "no-digest", "tve-attestation-2020/p27b")
    kept = e.SheetKept(at, command.by, command.hearing, command.digest)
    return [*overruns(state, hearing, Step.SHEET, at), kept]


@deed.register
def ask_early_finish(
    command: c.AskEarlyFinish, state: State, at: datetime
) -> list[e.Event]:
    """Ask to finish the work before its time.

    Raises:
        RuleBroken: `not-the-student`, `not-working`, `already-asked`.
    """
    hearing = must_be_running(state, command.hearing)
    if command.by != hearing.turn.student:
        raise RuleBroken("not-the-student")
    if hearing.step is not Step.WORK:
        raise RuleBroken("not-working", "tve-process-2020/p21-3ai")
    if hearing.early_asked:
        raise RuleBroken("already-asked")
    return [e.EarlyFinishAsked(at, command.by, command.hearing)]


@deed.register
def grant_early_finish(
    command: c.GrantEarlyFinish, state: State, at: datetime
) -> list[e.Event]:
    """Let the student finish early: the chair alone may (tve-process-2020/p21-3ai).

    Raises:
        RuleBroken: `not-chair`, `not-asked`, `already-granted`, `not-working`.
    """
    must_be_chair(state, command.by, "tve-process-2020/p21-3ai")
    hearing = must_be_running(state, command.hearing)
    if hearing.step is not Step.WORK:
        raise RuleBroken("not-working", "tve-process-2020/p21-3ai")
    if not hearing.early_asked:
        raise RuleBroken("not-asked", "tve-process-2020/p21-3ai")
    if hearing.early_granted:
        raise RuleBroken("already-granted")
    return [e.EarlyFinishGranted(at, command.by, command.hearing)]


@deed.register
def record_score(command: c.RecordScore, state: State, at: datetime) -> list[e.Event]:
    """Record a test's automatic score as the grade (tve-process-2020/p21-3ag).

    Raises:
        RuleBroken: `not-secretary`, what `must_follow` raises, `work-goes-on`,
            `not-on-scale`.
    """
    must_be_secretary(state, command.by)
    hearing = must_be_running(state, command.hearing)
    must_follow(hearing, Step.SCORE)
    must_have_finished_work(state, hearing, at)
    grade = state.rules.grades.grade(command.grade).code
    scored = e.ScoreRecorded(at, command.by, command.hearing, grade)
    return [*overruns(state, hearing, Step.SCORE, at), scored]
