"""A sitting is its log: read the ledger, fold it, and know where the sitting stands."""

from collections import OrderedDict
from collections.abc import Iterable
from functools import reduce
from threading import Lock

from hattama.base import ledger
from hattama.base.models import LedgerLine
from hattama.core.sitting import State, evolve, from_line
from hattama.core.sitting.events import Event
from hattama.final.models import Sitting

# The state after a line never changes, for a line never does: so it may be kept. The
# hash tells whether a kept state belongs to the log that is there now.
_KEPT: OrderedDict[str, tuple[int, str, State]] = OrderedDict()
_KEPT_AT_MOST = 64
_KEEPING = Lock()


def event_of(line: LedgerLine) -> Event:
    """Read a line of a sitting's log."""
    return from_line(line.act, line.at, line.by, ledger.told(line))  # type: ignore[arg-type]


def events(sitting: Sitting) -> list[Event]:
    """Everything that happened in a sitting, in order."""
    return [event_of(line) for line in ledger.lines(sitting.stream)]


def state_of(sitting: Sitting) -> State | None:
    """Where a sitting stands; None while it is not convened."""
    kept = _KEPT.get(sitting.stream)
    if kept is None:
        return _folded(sitting.stream, ledger.lines(sitting.stream), None)
    seq, last_hash, state = kept
    newer = ledger.lines(sitting.stream, after=seq - 1)
    if not newer or newer[0].hash != last_hash:
        return _folded(sitting.stream, ledger.lines(sitting.stream), None)
    return _folded(sitting.stream, newer[1:], state)


def _folded(stream: str, lines: list[LedgerLine], state: State | None) -> State | None:
    state = reduce(evolve, _as_events(lines), state)
    if lines and state is not None:
        _keep(stream, lines[-1], state)
    return state


def _keep(stream: str, last: LedgerLine, state: State) -> None:
    with _KEEPING:
        _KEPT[stream] = (last.seq, last.hash, state)
        _KEPT.move_to_end(stream)
        while len(_KEPT) > _KEPT_AT_MOST:
            _KEPT.popitem(last=False)


def _as_events(lines: Iterable[LedgerLine]) -> Iterable[Event]:
    return map(event_of, lines)
