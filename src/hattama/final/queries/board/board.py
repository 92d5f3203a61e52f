"""A sitting at one moment, for whoever looks at it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from hattama.core.sitting import Clock, State, clock, minutes_sat
from hattama.core.sitting import Hearing as Turn
from hattama.core.sitting.commands import Command
from hattama.documents.models import Document
from hattama.final.models import Hearing, Sitting
from hattama.final.queries.expected import current, expected
from hattama.final.queries.log import state_of
from hattama.final.queries.names import Names, names_in
from hattama.people.models import Person


@dataclass(frozen=True)
class Board:
    """A sitting at one moment, for one person.

    Attributes:
        person: key of who looks.
        now: server time.
        hearing: the one shown: chosen, under way, or next; None without any.
    """

    sitting: Sitting
    state: State
    person: str
    now: datetime
    names: Names
    hearing: Turn | None

    @cached_property
    def role(self) -> str:
        """What the person is here."""
        return role_of(self.state, self.person)

    @cached_property
    def row(self) -> Hearing | None:
        """The shown hearing's row in the tables, with candidate and protocol."""
        if self.hearing is None:
            return None
        rows = self.sitting.hearings.select_related(
            "candidate__attestation__programme", "protocol"
        )
        return rows.filter(pk=int(self.hearing.turn.id)).first()

    @cached_property
    def protocol_numbers(self) -> dict[str, str]:
        """Numbers of the registered protocols, by the key of their hearing."""
        signed = self.sitting.hearings.filter(
            protocol__state=Document.State.REGISTERED
        ).values_list("pk", "protocol__number")
        return {str(pk): str(number) for pk, number in signed}

    @cached_property
    def expected(self) -> Command | None:
        """What the sitting waits for."""
        return expected(self.state, self.hearing)

    @cached_property
    def clock(self) -> Clock | None:
        """The shown hearing's clock."""
        return clock(self.state, self.hearing, self.now) if self.hearing else None

    @property
    def minutes_sat(self) -> int:
        """Minutes the commission has sat today."""
        return minutes_sat(self.state, self.now)

    @property
    def student(self) -> str:
        """The shown hearing's student."""
        return self.names.student(self.hearing.turn.id) if self.hearing else ""

    @property
    def is_convened_late(self) -> bool:
        """Whether the planned time has passed without an opening."""
        return self.state.opened is None and self.now > self.state.plan.starts


def board_of(
    sitting: Sitting, person: Person, now: datetime, chosen: str = ""
) -> Board | None:
    """Read a sitting for a page; None while it is not convened.

    Args:
        sitting: loaded through access.
        person: who looks.
        now: server time, aware.
        chosen: key of the hearing to show; "" for the one under way.
    """
    state = state_of(sitting)
    if state is None:
        return None
    return Board(
        sitting=sitting,
        state=state,
        person=person.key,
        now=now,
        names=names_in(state),
        hearing=state.hearings.get(chosen) or current(state),
    )


def role_of(state: State, person: str) -> str:
    """Say what somebody is in a sitting: a key of ROLES."""
    commission = state.commission
    if person == commission.chair:
        return "chair"
    if person in commission.members:
        return "member"
    if person == commission.secretary:
        return "secretary"
    if person in commission.identifiers:
        return "identifier"
    if any(turn.student == person for turn in state.plan.agenda):
        return "student"
    if any(person in (*turn.supervisors, *turn.guests) for turn in state.plan.agenda):
        return "guest"
    return ""
