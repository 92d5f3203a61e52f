"""What the pages of a sitting show: its state with names, rows and clocks."""

from hattama.final.queries.board.board import Board, board_of, role_of
from hattama.final.queries.board.course import log_lines, steps
from hattama.final.queries.board.rows import agenda, quorum, seats

__all__ = [
    "Board",
    "agenda",
    "board_of",
    "log_lines",
    "quorum",
    "role_of",
    "seats",
    "steps",
]
