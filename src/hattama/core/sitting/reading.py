"""The protocol's facts, read from the log; no sentences, nothing typed by hand."""

from dataclasses import dataclass
from datetime import date, datetime

from hattama.core import draw
from hattama.core.sitting.clock import passages, seconds
from hattama.core.sitting.events import Ending, Ground
from hattama.core.sitting.state import (
    Act,
    Ballot,
    Conflict,
    Hearing,
    Interruption,
    Presence,
    Question,
    Review,
    Span,
    State,
)
from hattama.core.sitting.steps import Kind, Step


@dataclass(frozen=True)
class StepTaken:
    """A step as it went.

    Attributes:
        seconds: without interruptions.
        present: person ids of who was in the room at any moment of it, sorted.
    """

    step: Step
    since: datetime
    until: datetime
    seconds: int
    present: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """How a hearing came out.

    Attributes:
        degree: whether the degree was awarded; None where none was voted on.
        by_exception: the grade rests on papers, not on a hearing.
        ground, moved_to: of a hearing held another time.
        attempt: whether it counts as an attempt.
    """

    ending: Ending | None
    at: datetime | None
    grade: str | None
    passed: bool | None
    degree: bool | None
    by_exception: bool
    announced: datetime | None
    ground: Ground | None
    moved_to: date | None
    attempt: bool


@dataclass(frozen=True)
class HearingProtocol:
    """What the protocol of one student says."""

    hearing: str
    student: str
    kind: Kind
    remote: bool
    called: datetime | None
    original_shown: bool
    ticket: str | None
    sheet: str | None
    steps: tuple[StepTaken, ...]
    skipped: tuple[tuple[Step, str], ...]
    talk_seconds: int
    whole_seconds: int
    overruns: tuple[tuple[str, int], ...]
    questions: tuple[Question, ...]
    reviews: tuple[Review, ...]
    interruptions: tuple[Interruption, ...]
    acts: tuple[Act, ...]
    breaches: tuple[tuple[str, str], ...]
    voters: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    ballots: tuple[Ballot, ...]
    result: Result


@dataclass(frozen=True)
class SittingProtocol:
    """What the protocol of the whole sitting says.

    Attributes:
        present: every stay of every person in the room.
        recesses: with their ends.
        breaches: person, what happened, hearing.
        seed: of the ticket draw, revealed at the close; "" without one.
        draws_agree: the log's tickets are those that the seed gives; None before the
            seed is revealed or without tickets.
    """

    sitting: str
    opened: datetime | None
    closed: datetime | None
    remote: bool
    present: tuple[Presence, ...]
    recesses: tuple[Span, ...]
    breaches: tuple[tuple[str, str, str | None], ...]
    seed: str
    draws_agree: bool | None
    hearings: tuple[HearingProtocol, ...]


def protocol(state: State, hearing: str, now: datetime) -> HearingProtocol:
    """Read the facts of one hearing's protocol.

    Args:
        state: of the sitting.
        hearing: id.
        now: server time; the end of what still lasts.
    """
    one = state.hearings[hearing]
    called = [passage.since for passage in one.steps if passage.step is Step.ROOM_CHECK]
    return HearingProtocol(
        hearing=hearing,
        student=one.turn.student,
        kind=one.turn.kind,
        remote=state.rules.remote,
        called=called[0] if called else None,
        original_shown=one.original_shown,
        ticket=one.ticket,
        sheet=one.sheet,
        steps=_steps(state, one, now),
        skipped=one.skipped,
        talk_seconds=seconds(one, {Step.TALK}, now),
        whole_seconds=seconds(one, one.course.timed, now),
        overruns=one.overruns,
        questions=one.questions,
        reviews=one.reviews,
        interruptions=one.interruptions,
        acts=one.acts,
        breaches=tuple(
            (who, what) for who, what, of in state.breaches if of == hearing
        ),
        voters=state.voters(one),
        conflicts=one.conflicts,
        ballots=one.ballots,
        result=_result(state, one),
    )


def sitting_protocol(state: State, now: datetime) -> SittingProtocol:
    """Read the facts of the whole sitting's protocol, hearings in agenda order."""
    return SittingProtocol(
        sitting=state.plan.sitting,
        opened=state.opened,
        closed=state.closed,
        remote=state.rules.remote,
        present=state.presences,
        recesses=state.recesses,
        breaches=state.breaches,
        seed=state.seed,
        draws_agree=_draws_agree(state),
        hearings=tuple(protocol(state, turn.id, now) for turn in state.plan.agenda),
    )


def present_during(state: State, since: datetime, until: datetime) -> tuple[str, ...]:
    """Return who was in the room at any moment of a stretch of time, sorted."""
    here = {
        stay.person
        for stay in state.presences
        if stay.since <= until and (stay.until is None or stay.until > since)
    }
    return tuple(sorted(here))


def _steps(state: State, hearing: Hearing, now: datetime) -> tuple[StepTaken, ...]:
    return tuple(
        StepTaken(
            step,
            since,
            until,
            seconds(hearing, {step}, now),
            present_during(state, since, until),
        )
        for step, since, until in passages(hearing, now)
    )


def _result(state: State, hearing: Hearing) -> Result:
    return Result(
        ending=hearing.ending,
        at=hearing.ended,
        grade=hearing.grade,
        passed=state.passes(hearing.grade) if hearing.grade else None,
        degree=hearing.degree,
        by_exception=hearing.by_exception,
        announced=hearing.announced,
        ground=hearing.ground,
        moved_to=hearing.moved_to,
        attempt=hearing.ending in (Ending.GRADED, Ending.ABSENT, Ending.TERMINATED),
    )


def _draws_agree(state: State) -> bool | None:
    if not state.seed or not state.tickets_drawn:
        return None
    right = draw.drawn(
        state.seed, state.plan.sitting, state.plan.tickets, len(state.tickets_drawn)
    )
    return tuple(right) == state.tickets_drawn
