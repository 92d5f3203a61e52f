"""When a student who waits will be heard."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hattama.core.sitting import Hearing, State, clock
from hattama.final.queries.expected import under_way


@dataclass(frozen=True)
class Forecast:
    """A place in the queue.

    Attributes:
        before: students to be called earlier, the one heard now not counted.
        at: when the turn may come; never before the planned time of the sitting.
    """

    before: int
    at: datetime


def forecast(state: State, hearing: Hearing, now: datetime) -> Forecast | None:
    """Foretell a waiting student's turn; None for whoever is not in the queue.

    Everybody before takes the whole time of a hearing, the present one what is left
    of it; so the forecast moves with the queue and with every delay.
    """
    if hearing.turn.id not in state.queue:
        return None
    before = state.queue.index(hearing.turn.id)
    whole = timedelta(minutes=state.rules.whole(hearing.turn.kind))
    begins = max(now, state.plan.starts) + _rest(state, now) + before * whole
    return Forecast(before, begins if before else max(begins, now))


def _rest(state: State, now: datetime) -> timedelta:
    rest = timedelta()
    for one in under_way(state):
        if one.stands_alone:
            read = clock(state, one, now)
            limit = read.whole_limit or 0
            rest = max(rest, timedelta(seconds=limit - read.whole_seconds))
    return rest
