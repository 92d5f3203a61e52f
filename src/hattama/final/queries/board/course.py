"""The course of a hearing, and the log of the sitting in plain words."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.text import capfirst

from hattama.base.models import LedgerLine
from hattama.core.sitting import Hearing as Turn
from hattama.core.sitting import Step
from hattama.final.queries.board.board import Board
from hattama.final.queries.log import event_of
from hattama.final.queries.sentences import STEPS, spoken

LINES = 30


@dataclass(frozen=True)
class LogLine:
    """One line of the log in plain words."""

    seq: int
    at: datetime
    words: str


def steps(hearing: Turn) -> list[dict[str, object]]:
    """A hearing's steps, as the part `_steps.html` shows them."""
    begun = {passage.step: passage.since for passage in hearing.steps}
    return [
        {
            "state": _step_state(hearing, step),
            "label": capfirst(str(STEPS[step])),
            "at": begun.get(step),
        }
        for step in hearing.course.steps
    ]


def _step_state(hearing: Turn, step: Step) -> str:
    if step is hearing.step and hearing.ending is None:
        return "now"
    if step in {passage.step for passage in hearing.steps}:
        return "done"
    return "skipped" if step in dict(hearing.skipped) else "not-yet"


def log_lines(board: Board, number: int | None = LINES) -> list[LogLine]:
    """The latest lines of the log, the newest first."""
    newest: QuerySet[LedgerLine] = (
        LedgerLine.objects.filter(stream__name=board.sitting.stream)
        .order_by("-seq")
        .prefetch_related("texts")
    )
    return [
        LogLine(line.seq, line.at, spoken(event_of(line), board.names))
        for line in newest[:number]
    ]
