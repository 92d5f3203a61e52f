"""A grade without a hearing."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_carried,
    must_be_chair,
    must_be_in_session,
    must_have_hearing,
    must_not_be_voting,
    must_say,
)
from hattama.core.sitting.events import Ending
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Kind

EXCEPTION = (
    "he-attestation-2020/p41a",
    "tve-attestation-2020/p31a",
    "tve-process-2020/p21-5e",
)


@deed.register
def grade_by_exception(
    command: c.GradeByException, state: State, at: datetime
) -> list[e.Event]:
    """Set a grade without a hearing, by the commission's decision.

    It rests on current and interim results or, for a defence at a college, on the
    work handed in before.

    Raises:
        RuleBroken: `not-chair`, `hearing-ended`, `already-decided`, `ballot-open`,
            `no-ground`, `no-application` (he-attestation-2020/p41b), `no-inputs`
            (p41a, tve-attestation-2020/p31b), `no-work` (p31c), `not-on-scale`,
            `no-quorum`, `votes-impossible`, `not-carried`.
    """
    must_be_chair(state, command.by, *EXCEPTION)
    must_be_in_session(state)
    hearing = must_have_hearing(state, command.hearing)
    _must_lack_grade(hearing)
    must_not_be_voting(hearing)
    _must_rest_on_papers(state, hearing, command)
    grade = state.rules.grades.grade(command.grade).code
    must_be_carried(state, hearing, command.ayes, command.noes)
    return [
        e.GradedByException(
            at,
            command.by,
            command.hearing,
            grade,
            command.ground.strip(),
            command.application,
            command.inputs,
            command.work,
            command.ayes,
            command.noes,
        )
    ]


def _must_lack_grade(hearing: Hearing) -> None:
    if hearing.grade is not None:
        raise RuleBroken("already-decided")
    if hearing.ending in (Ending.RESCHEDULED, Ending.TERMINATED):
        raise RuleBroken("hearing-ended", ending=str(hearing.ending))


def _must_rest_on_papers(
    state: State, hearing: Hearing, command: c.GradeByException
) -> None:
    must_say(command.ground, "no-ground", *EXCEPTION)
    if state.rules.exception_by_application:
        must_say(command.application, "no-application", "he-attestation-2020/p41b")
    if hearing.turn.kind is Kind.DEFENCE and state.rules.book == "kz-tve":
        must_say(
            command.work,
            "no-work",
            "tve-attestation-2020/p31c",
            "tve-process-2020/p21-5g",
        )
    elif not command.inputs:
        raise RuleBroken(
            "no-inputs",
            "he-attestation-2020/p41a",
            "tve-attestation-2020/p31b",
            "tve-process-2020/p21-5f",
        )
