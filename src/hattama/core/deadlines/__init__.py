"""Periods of the regulations: how they are counted and what they leave possible."""

from hattama.core.deadlines.counting import Deadline, Step, count
from hattama.core.deadlines.planning import earliest_start

__all__ = ["Deadline", "Step", "count", "earliest_start"]
