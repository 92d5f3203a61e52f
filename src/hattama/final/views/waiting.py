"""What waits in a sitting: questions to be answered, results to be announced."""

from dataclasses import dataclass

from hattama.base.messages import Said, refusal
from hattama.core.sitting import why_not
from hattama.core.sitting.commands import AnnounceResult
from hattama.core.sitting.state import Question
from hattama.final.forms.offers import Offer, Offers
from hattama.final.queries.board import Board
from hattama.final.queries.expected import unannounced


@dataclass(frozen=True)
class QuestionRow:
    """A question with what can be done about it."""

    question: Question
    asker: str
    offers: list[Offer]


@dataclass(frozen=True)
class Announcement:
    """A grade that the student has not been told."""

    name: str
    grade: str
    offer: Offer | None
    why: Said | None


def questions(board: Board, offers: Offers) -> list[QuestionRow]:
    """The questions put to the shown student, the newest first."""
    if board.hearing is None:
        return []
    rows = [
        QuestionRow(
            question, board.names.person(question.asker), _about(question, offers)
        )
        for question in board.hearing.questions
    ]
    return rows[::-1]


def announcements(board: Board, offers: Offers) -> list[Announcement]:
    """Grades to be announced; the chair alone announces."""
    return [
        Announcement(
            board.names.student(hearing.turn.id),
            hearing.grade or "",
            offers.offer("announce-result", hearing=hearing.turn.id)
            if broken is None
            else None,
            broken,
        )
        for hearing in unannounced(board.state)
        if hearing.ending is not None
        for broken in [_why_not_announced(board, hearing.turn.id)]
    ]


def _why_not_announced(board: Board, hearing: str) -> Said | None:
    number = board.protocol_numbers.get(hearing, "")
    broken = why_not(
        board.state, AnnounceResult(board.person, hearing, number), board.now
    )
    return refusal(broken) if broken else None


def _about(question: Question, offers: Offers) -> list[Offer]:
    wanted = ["read-out-question"] if question.written and not question.read_out else []
    if not question.answered and not wanted:
        wanted = ["answer-question"]
    return [
        offers.offer(name, number=str(question.number))
        for name in wanted
        if name in offers.names
    ]
