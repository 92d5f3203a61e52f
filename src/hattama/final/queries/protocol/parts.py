"""What is read of a sitting once for all its protocols, and the parts they share."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hattama.core.ballots import POINTS
from hattama.core.rules import RuleBroken
from hattama.core.sitting import State, fold
from hattama.core.sitting.events import Event
from hattama.documents.facts import Entry, Member
from hattama.final.models import Seat, Sitting
from hattama.final.queries import papers
from hattama.final.queries.log import events
from hattama.final.queries.names import Names, names_in
from hattama.final.queries.sentences import sentence
from hattama.people.models import Institution

PLATFORM = "Hattama"


@dataclass(frozen=True)
class Reading:
    """A sitting's log, read and folded.

    Attributes:
        sitting: whose log it is.
        log: every line, in order.
        state: what the lines come to.
        names: of everybody whom the lines can name.
    """

    sitting: Sitting
    log: tuple[Event, ...]
    state: State
    names: Names

    @property
    def institution(self) -> Institution:
        """Whose sitting it is."""
        return self.sitting.commission.campaign.institution


def reading_of(sitting: Sitting) -> Reading:
    """Read a sitting's log, with two queries however many hearings it has.

    Raises:
        RuleBroken: "sitting-not-convened".
    """
    log = events(sitting)
    if not log:
        raise RuleBroken("sitting-not-convened")
    state = fold(log)
    return Reading(sitting, tuple(log), state, names_in(state))


def of_hearing(read: Reading, hearing: str, acts: Collection[str]) -> list[Event]:
    """The lines of these acts that are about a hearing, in order."""
    return [
        event
        for event in read.log
        if event.act in acts and getattr(event, "hearing", None) == hearing
    ]


def entries(read: Reading, events: Iterable[Event]) -> list[Entry]:
    """Lines as sentences; one with a text that somebody typed is marked as such."""
    return [
        {
            "at": papers.moment(event.at, read.institution),
            "what": sentence(event, read.names),
            "by_hand": bool(event.texts),
        }
        for event in events
    ]


def voters(read: Reading, seen: Collection[str], *, here: bool) -> list[Member]:
    """Chair and members as convened, chair first: who was seen, or who was not."""
    commission = read.state.commission
    return [
        papers.member(
            read.names.people[key],
            Seat.Role.CHAIR if key == commission.chair else Seat.Role.MEMBER,
        )
        for key in commission.voters
        if (key in seen) is here
    ]


def points(state: State, grade: str) -> int | None:
    """The grade as a number where the scale is one of points."""
    return int(grade) if grade and state.rules.scale == POINTS.name else None
