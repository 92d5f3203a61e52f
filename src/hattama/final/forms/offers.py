"""What a page lets a person do now: each button or small form is one command.

What is shown and what is enforced come from the same function: `core.sitting.decide`.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.forms import Form
from django.utils.functional import Promise

from hattama.base.messages import Said, refusal
from hattama.core.sitting import available, why_not
from hattama.core.sitting.commands import COMMANDS, Command, RefuseIdentification
from hattama.final.forms.choices import choices, initial, label, matter_of
from hattama.final.forms.commands import ELSEWHERE, form_of
from hattama.final.forms.words import ICONS
from hattama.final.queries.board import Board

Words = str | Promise
SOMETHING = "…"
NEARLY = 30  # minutes before the day's limit
#: Hindrances worth saying before anybody has tried.
SAID_EARLY = frozenset(
    {
        "no-quorum",
        "not-all-present",
        "another-hearing",
        "student-absent",
        "day-over",
        "hearings-left",
        "date-not-set",
        "too-early-to-identify",
        "work-goes-on",
        "tie-waits-for-chair",
        "in-recess",
    }
)


@dataclass(frozen=True)
class Offer:
    """A command that a person may give now.

    Attributes:
        name: of the command.
        label: on the button.
        icon: of the button; "" for none.
        given: hidden fields, already filled in.
        form: what the person fills in.
    """

    name: str
    label: Words
    icon: str
    given: dict[str, str]
    form: Form

    @property
    def is_plain(self) -> bool:
        """Whether a click is all it takes."""
        return not self.form.fields

    @property
    def id(self) -> str:
        """Tells its place on the page."""
        return "-".join((self.name, *self.given.values()))


@dataclass(frozen=True)
class Now:
    """The one next deed of a sitting.

    Attributes:
        name: of the command.
        offer: for the person who looks; None when it is another one's turn.
        label: what the deed is called.
        waits_for: who has to do it.
        hindered: why it cannot be done yet.
    """

    name: str
    offer: Offer | None
    label: Words
    waits_for: str
    hindered: Said | None


class Offers:
    """All that one person may do at one moment, asked for by name.

    Args:
        board: the sitting and who looks at it.
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        self.hearing = board.hearing

    @cached_property
    def names(self) -> frozenset[str]:
        """The commands open to the person: on the sitting and on the shown hearing."""
        board = self.board
        if not board.role:
            return frozenset()
        key = self.hearing.turn.id if self.hearing else None
        found = set(available(board.state, board.person, board.now))
        if key:
            found |= set(available(board.state, board.person, board.now, key))
        return frozenset(found - ELSEWHERE)

    @cached_property
    def now(self) -> Now | None:
        """The next deed, whoever has to do it."""
        board, command = self.board, self.board.expected
        if command is None:
            return None
        broken = why_not(board.state, command, board.now)
        hindered = refusal(broken) if broken and broken.code in SAID_EARLY else None
        own = self._own(command)
        offer = self.offer(command.name, **_given(command)) if own else None
        return Now(
            command.name,
            offer,
            label(command.name, _given(command)),
            board.names.person(command.by),
            hindered,
        )

    def _own(self, command: Command) -> bool:
        board = self.board
        if command.name not in self.names:
            return False
        if command.by == board.person:
            return True
        leads = board.role == "chair" and command.by == board.state.commission.secretary
        return leads and self.may(replace(command, by=board.person))

    @property
    def entering(self) -> Offer | None:
        """The door of the room, for whoever has a place in it and is not there."""
        if "join-sitting" not in self.names:
            return None
        if self.board.person in self.board.state.present:
            return None
        return self.offer("join-sitting", person=self.board.person)

    def may(self, command: Command) -> bool:
        """Whether this very command would be taken."""
        return why_not(self.board.state, command, self.board.now) is None

    def some(self, *names: str) -> list[Offer]:
        """Those of the named commands that are open now, without the next one."""
        first = self.now.offer.name if self.now and self.now.offer else ""
        return [
            self.offer(name, **self._known(name))
            for name in names
            if name in self.names and name != first and self._fits(name)
        ]

    def _fits(self, name: str) -> bool:
        """Whether a command that is open to the person is about the shown student."""
        hearing = self.hearing
        if name == "turn-to-writing":
            return hearing is not None and hearing.stands_alone
        if name == "extend-day":
            return self._is_day_nearly_over()
        if name != "refuse-identification" or hearing is None:
            return True
        student = hearing.turn.student
        return self.may(RefuseIdentification(self.board.person, student, SOMETHING))

    def _is_day_nearly_over(self) -> bool:
        limit = self.board.state.rules.day_limit
        return limit is not None and self.board.minutes_sat >= limit - NEARLY

    def offer(self, name: str, **given: str) -> Offer:
        """Make the form of a command, what is given hidden in it."""
        if "hearing" not in given and self.hearing and _concerns_hearing(name):
            given = {"hearing": self.hearing.turn.id, **given}
        form = form_of(
            COMMANDS[name],
            given=given,
            choices=choices(self.board, name),
            initial=initial(self.board),
            prefix="-".join(given.values()),
        )
        return Offer(name, label(name, given), ICONS.get(name, ""), given, form)

    def _known(self, name: str) -> dict[str, str]:
        hearing = self.hearing
        if name in ("join-sitting", "leave-sitting"):
            return {"person": self.board.person}
        if hearing is None:
            return {}
        if name in ("begin-step", "skip-step") and hearing.next_step:
            return {"step": hearing.next_step.value}
        if name in ("open-ballot", "close-ballot", "annul-ballot", "decide-tie"):
            return {"matter": matter_of(hearing).value}
        if name == "declare-conflict" and self.board.role == "member":
            return {"member": self.board.person}
        if name == "refuse-identification":
            return {"person": hearing.turn.student}
        return {}


def _concerns_hearing(name: str) -> bool:
    return "hearing" in COMMANDS[name].__dataclass_fields__


def _given(command: Command) -> dict[str, str]:
    """What the next deed's form need not ask for."""
    known: dict[str, Any] = vars(command)
    names = ["hearing", "step", "matter"]
    if command.name == "join-sitting":
        names.append("person")
    return {name: str(known[name]) for name in names if name in known}
