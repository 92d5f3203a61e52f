"""A sitting is its log.

`decide(state, command, now)` says what comes of a command, `evolve` and `fold` what the
log comes to; `clock`, `available` and `protocol` read the state. Nothing is kept here.
"""

from hattama.core.sitting.clock import Clock, clock, minutes_sat
from hattama.core.sitting.decide import decide
from hattama.core.sitting.evolve import evolve, fold
from hattama.core.sitting.lines import from_line, to_facts
from hattama.core.sitting.offers import available, why_not
from hattama.core.sitting.plan import Commission, Plan, Rules, Turn
from hattama.core.sitting.reading import (
    HearingProtocol,
    SittingProtocol,
    protocol,
    sitting_protocol,
)
from hattama.core.sitting.state import Ballot, Hearing, State
from hattama.core.sitting.steps import Kind, Step

__all__ = [
    "Ballot",
    "Clock",
    "Commission",
    "Hearing",
    "HearingProtocol",
    "Kind",
    "Plan",
    "Rules",
    "SittingProtocol",
    "State",
    "Step",
    "Turn",
    "available",
    "clock",
    "decide",
    "evolve",
    "fold",
    "from_line",
    "minutes_sat",
    "protocol",
    "sitting_protocol",
    "to_facts",
    "why_not",
]
