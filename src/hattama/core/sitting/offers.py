"""What a person may do now, asked of the very function that decides it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import product
from typing import Any

from hattama.core.ballots import DEGREE
from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import COMMANDS, Command
from hattama.core.sitting.decide import decide
from hattama.core.sitting.events import Cause, Matter
from hattama.core.sitting.state import Hearing, State
from hattama.core.sitting.steps import Step

#: Nobody but the installation knows the seed: it is no reason to hide the button.
_UNKNOWN_TO_THE_PAGE = frozenset({"weak-seed", "wrong-seed"})
_SOME_TEXT = "…"


def why_not(state: State, command: Command, now: datetime) -> RuleBroken | None:
    """Return the rule that forbids the command now, or None."""
    try:
        decide(state, command, now)
    except RuleBroken as broken:
        return broken
    return None


def available(
    state: State, person: str, now: datetime, hearing: str | None = None
) -> list[str]:
    """Return the names of the commands that a person may give now.

    A name is in the list when `decide` takes the command with some filling of its form.

    Args:
        state: of the sitting.
        person: who would give them.
        now: server time, aware.
        hearing: id; the commands on that hearing. None: those on the whole sitting.
    """
    values = _values(state, person, hearing, now)
    return [
        name
        for name, kind in COMMANDS.items()
        if _concerns(kind, hearing)
        and any(_may(state, one, now) for one in _fillings(kind, person, values))
    ]


def _may(state: State, command: Command, now: datetime) -> bool:
    broken = why_not(state, command, now)
    return broken is None or broken.code in _UNKNOWN_TO_THE_PAGE


def _concerns(kind: type[Command], hearing: str | None) -> bool:
    names = {each.name for each in fields(kind)}
    if "plan" in names:
        return False
    return ("hearing" in names) == (hearing is not None) or kind is COMMANDS[
        "note-breach"
    ]


def _fillings(
    kind: type[Command], person: str, values: Mapping[str, Sequence[Any]]
) -> Iterator[Command]:
    names = [each.name for each in fields(kind) if each.name != "by"]
    for chosen in product(*(values.get(name, (_SOME_TEXT,)) for name in names)):
        yield kind(person, *chosen)


def _values(
    state: State, person: str, hearing: str | None, now: datetime
) -> dict[str, Sequence[Any]]:
    """Return what is worth trying in each field; any text will do elsewhere."""
    voters = state.commission.voters
    students = [one.turn.student for one in state.hearings.values()]
    return {
        "hearing": (hearing,),
        "person": (person, *voters, *students),
        "asker": (person, *voters),
        "member": (person, *voters),
        "place": (0, 1),
        "step": tuple(Step),
        "matter": tuple(Matter),
        "cause": (Cause.OTHER,),
        "go_on": (True, False),
        "suspend": (True,),
        "lost": (False,),
        "original_shown": (True,),
        "chair_told": (True,),
        "noes": (0,),
        "since": (now,),
        "until": (now,),
        "day": (None,),
        "inputs": (((_SOME_TEXT, _SOME_TEXT),),),
        "grade": state.rules.grades.codes[:1],
        **(_values_of(state, state.hearings[hearing]) if hearing else {}),
    }


def _values_of(state: State, hearing: Hearing) -> dict[str, Sequence[Any]]:
    seated = state.seated & set(state.voters(hearing))
    best = [state.rules.grades.codes[0], DEGREE.codes[0]]
    tied = [choice for ballot in hearing.ballots for choice in ballot.tied]
    papers = [
        ((choice, len(ballot.votes)),) for ballot in hearing.ballots for choice in best
    ]
    return {
        "ayes": (len(seated),),
        "number": range(1, len(hearing.questions) + 1),
        "choice": (*best, *tied),
        "counts": (*papers, ()),
    }
