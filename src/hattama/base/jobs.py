"""Due work: what is due and not done is a WHERE clause, not a queue.

Every room with due work has `jobs.py` with SWEEPS: functions that take the time, do
what is due at that time and give back how much that was. Running one twice does no
harm; a failing row is put off and never blocks the rest.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

Sweep = Callable[[datetime], int]
log = logging.getLogger(__name__)


def sweeps() -> Iterator[Sweep]:
    """Collect the sweeps of every room."""
    for room in apps.get_app_configs():
        if room.name.startswith("hattama.") and find_spec(f"{room.name}.jobs"):
            yield from getattr(import_module(f"{room.name}.jobs"), "SWEEPS", ())


def run_due(now: datetime) -> int:
    """Do everything that is due; one failing sweep does not stop the others."""
    done = 0
    for sweep in sweeps():
        try:
            done += sweep(now)
        except Exception:
            log.exception("sweep %s failed", sweep.__qualname__)
    return done
