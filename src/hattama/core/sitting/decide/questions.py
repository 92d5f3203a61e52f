"""Questions, answers and reviews."""

from datetime import datetime

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import events as e
from hattama.core.sitting.decide.deed import deed
from hattama.core.sitting.decide.must import (
    must_be_running,
    must_be_secretary,
    must_find_present,
    must_say,
)
from hattama.core.sitting.state import Hearing, Question, State
from hattama.core.sitting.steps import Step

WRITTEN = ("he-attestation-2020/p30c", "he-attestation-2020/p39a")
READ_OUT = ("he-attestation-2020/p30d", "he-attestation-2020/p39b")
ANSWERED = ("he-attestation-2020/p30e", "he-attestation-2020/p39c")


@deed.register
def turn_to_writing(
    command: c.TurnToWriting, state: State, at: datetime
) -> list[e.Event]:
    """Put questions in writing from now on, for a technical problem (p30c, p39a).

    Raises:
        RuleBroken: `not-secretary`, `already-writing`, `no-reason`.
    """
    must_be_secretary(state, command.by, *WRITTEN)
    hearing = must_be_running(state, command.hearing)
    if hearing.writing:
        raise RuleBroken("already-writing")
    must_say(command.reason, "no-reason", *WRITTEN)
    return [e.WritingBegan(at, command.by, command.hearing, command.reason.strip())]


@deed.register
def turn_to_speech(
    command: c.TurnToSpeech, state: State, at: datetime
) -> list[e.Event]:
    """Put questions by voice again.

    Raises:
        RuleBroken: `not-secretary`, `already-speaking`.
    """
    must_be_secretary(state, command.by, *WRITTEN)
    if not must_be_running(state, command.hearing).writing:
        raise RuleBroken("already-speaking")
    return [e.WritingEnded(at, command.by, command.hearing)]


@deed.register
def ask_question(command: c.AskQuestion, state: State, at: datetime) -> list[e.Event]:
    """Put a question; the log keeps who asked.

    Raises:
        RuleBroken: `not-yours`, `not-a-member`, `member-absent`, `no-questions-now`,
            `no-question`.
    """
    if command.by not in (command.asker, state.commission.secretary):
        raise RuleBroken("not-yours")
    if command.asker not in state.commission.voters:
        raise RuleBroken("not-a-member")
    hearing = must_be_running(state, command.hearing)
    if command.asker not in state.seated:
        raise RuleBroken("member-absent")
    if hearing.step is not Step.QUESTIONS:
        raise RuleBroken("no-questions-now")
    must_say(command.text, "no-question")
    return [
        e.QuestionAsked(
            at,
            command.by,
            command.hearing,
            len(hearing.questions) + 1,
            command.asker,
            command.text.strip(),
            hearing.writing,
        )
    ]


@deed.register
def read_out_question(
    command: c.ReadOutQuestion, state: State, at: datetime
) -> list[e.Event]:
    """Read a written question out: the technical secretary does (p30d, p39b).

    Raises:
        RuleBroken: `not-secretary`, `no-such-question`, `asked-aloud`,
            `already-read-out`.
    """
    must_be_secretary(state, command.by, *READ_OUT)
    hearing = must_be_running(state, command.hearing)
    question = _must_have_question(hearing, command.number)
    if not question.written:
        raise RuleBroken("asked-aloud", *READ_OUT)
    if question.read_out is not None:
        raise RuleBroken("already-read-out")
    return [e.QuestionReadOut(at, command.by, command.hearing, command.number)]


@deed.register
def answer_question(
    command: c.AnswerQuestion, state: State, at: datetime
) -> list[e.Event]:
    """Answer in writing (the student) or mark a spoken answer (the secretary).

    Raises:
        RuleBroken: `not-yours`, `student-absent`, `no-such-question`,
            `no-questions-now`, `already-answered`, `not-read-out` (p30d),
            `answer-aloud` when questions are not in writing, `no-answer` (p30e).
    """
    hearing = must_be_running(state, command.hearing)
    must_find_present(state, hearing.turn.student)
    student = command.by == hearing.turn.student
    if not student and command.by != state.commission.secretary:
        raise RuleBroken("not-yours")
    question = _must_have_question(hearing, command.number)
    if hearing.step is not Step.QUESTIONS:
        raise RuleBroken("no-questions-now")
    _must_wait_for_answer(question)
    if student and not hearing.writing:
        raise RuleBroken("answer-aloud", *ANSWERED)
    if student:
        must_say(command.text, "no-answer", *ANSWERED)
    return [
        e.QuestionAnswered(
            at,
            command.by,
            command.hearing,
            command.number,
            student,
            command.text.strip(),
        )
    ]


@deed.register
def read_review(command: c.ReadReview, state: State, at: datetime) -> list[e.Event]:
    """Record that a review or the supervisor's opinion was read.

    Raises:
        RuleBroken: `not-secretary`, `no-reviews-now`, `already-read`, `no-author`.
    """
    must_be_secretary(state, command.by)
    hearing = must_be_running(state, command.hearing)
    if hearing.step is not Step.REVIEWS:
        raise RuleBroken("no-reviews-now")
    must_say(command.author, "no-author")
    read = {(review.author, review.opinion) for review in hearing.reviews}
    if (command.author, command.opinion) in read:
        raise RuleBroken("already-read")
    return [
        e.ReviewRead(at, command.by, command.hearing, command.author, command.opinion)
    ]


def _must_have_question(hearing: Hearing, number: int) -> Question:
    if not 1 <= number <= len(hearing.questions):
        raise RuleBroken("no-such-question", number=number)
    return hearing.questions[number - 1]


def _must_wait_for_answer(question: Question) -> None:
    if question.answered is not None:
        raise RuleBroken("already-answered")
    if question.written and question.read_out is None:
        raise RuleBroken("not-read-out", *READ_OUT)
