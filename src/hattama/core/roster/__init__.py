"""Lists of students and staff: a grid of texts → clean rows and named problems."""

from hattama.core.roster.columns import Column, Kind
from hattama.core.roster.problem import WARNINGS, Level, Problem
from hattama.core.roster.roster import Roster, read_roster
from hattama.core.roster.row import Row

__all__ = [
    "WARNINGS",
    "Column",
    "Kind",
    "Level",
    "Problem",
    "Roster",
    "Row",
    "read_roster",
]
