"""One command, one deed: the modules beside this one register a deed per command."""

from datetime import datetime
from functools import singledispatch

from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import Command
from hattama.core.sitting.events import Event
from hattama.core.sitting.state import State


@singledispatch
def deed(command: Command, state: State, at: datetime) -> list[Event]:
    """Return what comes of a command at a time not before the last line.

    Raises:
        RuleBroken: what the deed's own docstring names; `already-convened` for the
            only command that has no deed here.
    """
    raise RuleBroken("already-convened")
