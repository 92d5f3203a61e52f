"""Random sequences of commands keep every rule; a crash at any point loses nothing."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.sittings import (
    CHAIR,
    COLLEGE,
    DEAN,
    NINE,
    SECRETARY,
    SEED,
    STUDENTS,
    UNIVERSITY,
    VOTERS,
    asked,
    convened,
    discussed,
    gathered,
    opened,
    planned,
    shown,
    talking,
    voting,
    with_tickets,
)

from hattama.core import ballots
from hattama.core.rules import RuleBroken
from hattama.core.sitting import (
    Kind,
    Step,
    available,
    evolve,
    fold,
    from_line,
    to_facts,
)
from hattama.core.sitting import commands as c
from hattama.core.sitting.decide.ballot import scale_of
from hattama.core.sitting.events import Cause, Ending, Matter

PLANS = [
    planned(replace(UNIVERSITY, grade_secrecy="secret")),
    planned(replace(UNIVERSITY, degree_secrecy="open", tie="revote")),
    planned(replace(COLLEGE, grade_rule="mean")),
    with_tickets(rules=COLLEGE, kind=Kind.ORAL),
    with_tickets(rules=UNIVERSITY, kind=Kind.WRITTEN),
    planned(replace(COLLEGE, scale="points"), kind=Kind.TEST),
]
PEOPLE = [*VOTERS, SECRETARY, DEAN, *STUDENTS.values(), c.SYSTEM]
CHOICES = ["A", "A", "B", "5", "5", "2", "award", "award", "refuse", "FX"]
FORMS = {
    "by": PEOPLE,
    "hearing": ["h1", "h2", "h3"],
    "person": PEOPLE,
    "member": VOTERS,
    "asker": VOTERS,
    "step": list(Step),
    "matter": list(Matter),
    "choice": CHOICES,
    "grade": [*CHOICES, "87"],
    "counts": [()],
    "place": [0, 1, 2],
    "number": [1, 2],
    "ayes": [0, 3, 4],
    "noes": [0, 1],
    "seed": [SEED],
    "cause": list(Cause),
    "since": [NINE],
    "until": [NINE],
    "day": [None, NINE.date() + timedelta(days=3)],
    "inputs": [(("Physics", "B"),)],
    "lost": [True, False],
    "go_on": [True, True, False],
    "suspend": [True, False],
    "original_shown": [True, False],
    "chair_told": [True],
}
TEXTS = ["said", "said", "said", ""]
DISTURBING = {
    "leave-sitting",
    "note-breach",
    "record-refusal",
    "report-object",
    "interrupt-hearing",
    "grade-by-exception",
    "declare-conflict",
    "annul-ballot",
    "permit-another-day",
    "call-recess",
    "move-in-queue",
    "turn-to-writing",
    "draw-up-act",
    "reschedule",
    "record-absence",
    "refuse-identification",
    "extend-day",
}


def filled(rng, kind, **known):
    chosen = {name: rng.choice(FORMS.get(name, TEXTS)) for name in kind.__match_args__}
    return kind(**chosen | {name: known[name] for name in known if name in chosen})


def any_command(rng):
    kinds = [kind for kind in c.COMMANDS.values() if kind is not c.ConveneSitting]
    return filled(rng, rng.choice(kinds))


def offered(rng, log):
    """Fill in a form that somebody is offered now: such commands lead further."""
    for _ in range(6):
        who = rng.choice([SECRETARY, SECRETARY, CHAIR, *PEOPLE])
        hearing = rng.choice([None, "h1", "h1", *STUDENTS])
        names = available(log.state, who, log.now, hearing)
        calm = [name for name in names if name not in DISTURBING]
        if names and (calm or rng.random() < 0.05):
            break
    else:
        return any_command(rng)
    kind = c.COMMANDS[rng.choice(calm if calm and rng.random() < 0.97 else names)]
    step = log.hearing(hearing).next_step if hearing else None
    likely = {"by": who, "hearing": hearing} | ({"step": step} if step else {})
    return filled(rng, kind, **likely)


def with_papers(log, command):
    """Give the count of a secret ballot as many papers as there are votes."""
    if not isinstance(command, c.CloseBallot):
        return command
    ballot = log.hearing(command.hearing).ballot(command.matter)
    if ballot is None or not ballot.secret or len(ballot.votes) < 2:
        return command
    best, other, *_ = scale_of(log.state, command.matter).codes
    half = len(ballot.votes) // 2
    return replace(command, counts=((best, half), (other, len(ballot.votes) - half)))


@st.composite
def logs(draw):
    plan = draw(st.sampled_from(PLANS))
    scenes = [convened, gathered, opened, shown]
    if plan.agenda[0].kind is Kind.DEFENCE:
        scenes += [talking, asked, discussed, voting]
    log = draw(st.sampled_from(scenes))(plan)
    rng = Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.sampled_from([5, 40, 120]))):
        log.wait(seconds=rng.choice([0] * 25 + [20, 200, 900, -400]))
        command = offered(rng, log) if rng.random() < 0.97 else any_command(rng)
        command = with_papers(log, command)
        before = log.state
        try:
            log.do(command)
        except RuleBroken:
            assert log.state == before
        else:
            must_not_count_twice(log, command)
    return log


def must_not_count_twice(log, command):
    """The second click on what counts is refused."""
    once = (c.CastVote, c.CloseBallot, c.OpenBallot, c.DrawTicket, c.CallStudent)
    if isinstance(command, (*once, c.BeginStep, c.AnnounceResult, c.JoinSitting)):
        assert log.code(command) is not None


def from_disk(line):
    return from_line(line.act, line.at, line.by, json.loads(json.dumps(to_facts(line))))


@settings(max_examples=30, deadline=None)
@given(logs())
def test_every_rule_is_kept(log):
    state = fold(log.lines[:1])
    for line in log.lines[1:]:
        after = evolve(state, line)
        assert line.at >= state.last
        assert state.closed is None or line.act in AFTER_THE_CLOSE
        RULES.get(line.act, nothing)(state, line)
        must_be_in_order(after)
        must_end_once(state, after)
        state = after
    assert state == log.state


@settings(max_examples=15, deadline=None)
@given(logs())
def test_after_a_crash_at_any_point_the_log_gives_the_state(log):
    states, state = [], None
    for line in log.lines:
        state = evolve(state, line)
        states.append(state)
    kept = [from_disk(line) for line in log.lines]
    assert kept == log.lines
    for number, reached in enumerate(states, start=1):
        assert fold(kept[:number]) == reached


AFTER_THE_CLOSE = {"result-announced", "clock-found-behind"}


def nothing(state, line):
    pass


def student_called(state, line):
    hearing = state.hearings[line.hearing]
    assert line.hearing == state.queue[0]
    assert hearing.turn.student in state.present & state.identified
    must_have_quorum(state, hearing, state.seated)


def step_begun(state, line):
    hearing = state.hearings[line.hearing]
    assert hearing.interruption is None
    assert hearing.halted is None
    assert hearing.room == "passed"


def ballot_opened(state, line):
    hearing = state.hearings[line.hearing]
    assert line.by == SECRETARY
    assert not any(one.is_open for one in hearing.ballots)
    assert Step.DISCUSSION in {one.step for one in hearing.steps} or hearing.grade
    must_have_quorum(state, hearing, state.seated)


def vote_cast(state, line):
    hearing = state.hearings[line.hearing]
    ballot = hearing.ballot(line.matter)
    assert ballot.is_open
    assert line.by in set(ballot.voters) & state.seated
    assert line.by not in ballot.voted
    assert (line.choice is None) == ballot.secret
    must_have_quorum(state, hearing, state.seated | ballot.voted)


def ballot_closed(state, line):
    hearing = state.hearings[line.hearing]
    ballot = hearing.ballot(line.matter)
    assert (line.by, ballot.is_open) == (SECRETARY, True)
    assert sum(number for _, number in line.counts) == len(ballot.votes)
    assert len(ballot.votes) == len(ballot.voted)
    must_have_quorum(state, hearing, ballot.voted)


def ticket_drawn(state, line):
    assert line.ticket not in state.tickets_drawn


def result_announced(state, line):
    hearing = state.hearings[line.hearing]
    decided = [one.choice for one in hearing.ballots if one.matter is Matter.GRADE]
    scored = Step.SCORE in {one.step for one in hearing.steps}
    assert line.grade == hearing.grade
    assert scored or hearing.by_exception or decided[-1] == line.grade
    assert line.protocol or not state.rules.signed_first


def sitting_closed(state, line):
    assert all(one.ending for one in state.hearings.values())
    assert not any(
        ballot.is_open for one in state.hearings.values() for ballot in one.ballots
    )
    assert state.seed == (SEED if state.plan.commitment else "")


RULES = {
    "student-called": student_called,
    "step-begun": step_begun,
    "ballot-opened": ballot_opened,
    "vote-cast": vote_cast,
    "ballot-closed": ballot_closed,
    "ticket-drawn": ticket_drawn,
    "result-announced": result_announced,
    "sitting-closed": sitting_closed,
}


def must_have_quorum(state, hearing, members):
    taking_part = set(members) & set(state.voters(hearing))
    share = state.rules.quorum
    assert ballots.may_open(len(taking_part), state.quorum_base(hearing), share)


def must_be_in_order(state):
    assert sum(one.stands_alone for one in state.hearings.values()) <= 1
    for hearing in state.hearings.values():
        if hearing.by_exception:
            continue
        gone = [one.step for one in hearing.steps]
        gone = [step for step in gone if step is not Step.RESULT]
        left_out = {step for step, _ in hearing.skipped}
        kept = [step for step in hearing.course.steps if step not in left_out]
        assert gone == kept[: len(gone)]
        assert left_out <= hearing.course.optional


def must_end_once(before, after):
    may_follow = {
        None: set(Ending),
        Ending.ABSENT: {None, Ending.RESCHEDULED, Ending.GRADED},
        Ending.STOPPED: {None, Ending.RESCHEDULED, Ending.GRADED},
        Ending.SUSPENDED: {None, Ending.RESCHEDULED, Ending.GRADED},
    }
    for name, hearing in before.hearings.items():
        now = after.hearings[name].ending
        assert now == hearing.ending or now in may_follow.get(hearing.ending, set())
        assert hearing.grade is None or after.hearings[name].grade == hearing.grade
