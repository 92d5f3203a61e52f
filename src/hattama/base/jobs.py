"""Due work: what is due and not done is a WHERE clause, not a queue.

Every room with due work has `jobs.py` with SWEEPS: functions that take the time, do
what is due at that time and give back how much that was. Running one twice does no
harm; a failing row is put off and never blocks the rest.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from django.apps import apps
from django.db.models import Model

from hattama.base.models import SentForm

Sweep = Callable[[datetime], int]
Row = TypeVar("Row", bound=Model)
FORMS_KEPT = timedelta(days=30)
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


def each(rows: Iterable[Row], deed: Callable[[Row], int]) -> int:
    """Do a deed for every row; one that fails is told and does not stop the others.

    Returns:
        The sum of what the deeds gave back.
    """
    done = 0
    for row in rows:
        try:
            done += deed(row)
        except Exception:
            log.exception("%s %s failed", type(row).__name__, row.pk)
    return done


def forget_forms(now: datetime) -> int:
    """Forget forms that were sent so long ago that nobody sends them again."""
    old = SentForm.objects.filter(sent_at__lt=now - FORMS_KEPT)
    return old.delete()[0]


SWEEPS = (forget_forms,)
