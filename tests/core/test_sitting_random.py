"""Random sequences of commands keep every rule; a crash at any point loses nothing."""

import json
from dataclasses import replace
from datetime import timedelta

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
    Log,
    gathered,
    planned,
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
CHOICES = ["A", "B", "FX", "5", "2", "award", "refuse"]
FIELDS = {
    "by": st.sampled_from([*PEOPLE, SECRETARY, SECRETARY, CHAIR]),
    "hearing": st.sampled_from(["h1", "h1", "h2", "h3"]),
    "person": st.sampled_from(PEOPLE),
    "member": st.sampled_from(VOTERS),
    "asker": st.sampled_from(VOTERS),
    "step": st.sampled_from(Step),
    "matter": st.sampled_from(Matter),
    "choice": st.sampled_from(CHOICES),
    "grade": st.sampled_from(CHOICES),
    "counts": st.just(()),
    "place": st.integers(0, 2),
    "number": st.integers(1, 2),
    "ayes": st.integers(0, 4),
    "noes": st.integers(0, 2),
    "seed": st.just(SEED),
    "cause": st.sampled_from(Cause),
    "since": st.just(NINE),
    "until": st.just(NINE),
    "day": st.sampled_from([None, NINE.date() + timedelta(days=3)]),
    "inputs": st.just((("Physics", "B"),)),
    "lost": st.booleans(),
    "go_on": st.booleans(),
    "suspend": st.booleans(),
    "original_shown": st.booleans(),
    "chair_told": st.just(True),
}
TEXT = st.sampled_from(["said", "said", ""])


def any_command():
    kinds = [kind for kind in c.COMMANDS.values() if kind is not c.ConveneSitting]
    return st.sampled_from(kinds).flatmap(
        lambda kind: st.builds(
            kind, **{name: FIELDS.get(name, TEXT) for name in kind.__match_args__}
        )
    )


def offered(draw, log):
    """Draw a filling of a command that somebody is offered now: it leads further."""
    who = draw(st.sampled_from([SECRETARY, SECRETARY, CHAIR, *PEOPLE]))
    hearing = draw(st.sampled_from([None, *STUDENTS]))
    names = available(log.state, who, log.now, hearing)
    if not names:
        return draw(any_command())
    kind = c.COMMANDS[draw(st.sampled_from(names))]
    fields = {name: FIELDS.get(name, TEXT) for name in kind.__match_args__}
    return draw(
        st.builds(kind, **fields | {"by": st.just(who), "hearing": st.just(hearing)})
        if "hearing" in fields
        else st.builds(kind, **fields | {"by": st.just(who)})
    )


def with_papers(log, command):
    """Give the count of a secret ballot as many papers as there are votes."""
    if not isinstance(command, c.CloseBallot):
        return command
    ballot = log.hearing(command.hearing).ballot(command.matter)
    if ballot is None or not ballot.secret or not ballot.votes:
        return command
    best = (
        "award" if command.matter is Matter.DEGREE else log.state.rules.grades.codes[0]
    )
    return replace(command, counts=((best, len(ballot.votes)),))


@st.composite
def logs(draw):
    plan = draw(st.sampled_from(PLANS))
    log = draw(st.sampled_from([Log, gathered]))(plan)
    for _ in range(draw(st.integers(0, 60))):
        log.wait(seconds=draw(st.sampled_from([0, 0, 20, 200, 3000, -400])))
        likely = draw(st.integers(0, 9)) < 8
        command = offered(draw, log) if likely else draw(any_command())
        before = log.state
        try:
            log.do(with_papers(log, command))
        except RuleBroken:
            assert log.state == before
        else:
            must_not_count_twice(log, with_papers(log, command))
    return log


def must_not_count_twice(log, command):
    """The second click on what counts is refused."""
    once = (c.CastVote, c.CloseBallot, c.OpenBallot, c.DrawTicket, c.CallStudent)
    if isinstance(command, (*once, c.BeginStep, c.AnnounceResult, c.JoinSitting)):
        assert log.code(command) is not None


def from_disk(line):
    return from_line(line.act, line.at, line.by, json.loads(json.dumps(to_facts(line))))


@settings(max_examples=100, deadline=None)
@given(logs())
def test_every_rule_is_kept(log):
    state = fold(log.lines[:1])
    for line in log.lines[1:]:
        after = evolve(state, line)
        assert line.at >= state.last
        assert state.closed is None or line.act == "result-announced"
        RULES.get(line.act, nothing)(state, line)
        must_be_in_order(after)
        must_end_once(state, after)
        state = after
    assert state == log.state


@settings(max_examples=40, deadline=None)
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
