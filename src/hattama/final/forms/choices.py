"""What may be chosen in a command's form, what stands in it, what its button says."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.core.ballots import DEGREE
from hattama.core.sitting import Hearing, Step
from hattama.core.sitting.events import Matter
from hattama.core.sitting.state import Ballot
from hattama.final.forms.commands import Choices
from hattama.final.forms.words import DEEDS
from hattama.final.queries.board import Board
from hattama.final.queries.sentences import MATTERS, METHODS, OPINIONS, STEPS

Words = str | Promise
DEGREES: dict[str, Words] = {
    "award": _("award the degree"),
    "refuse": _("refuse the degree"),
}
NOTHING = ("", "—")  # where no choice may be made by not choosing
_BEGIN = _("Begin: %(step)s")
_SKIP = _("Leave out: %(step)s")
_OPEN = _("Open the vote: %(matter)s")
_CLOSE = _("Close the vote and count: %(matter)s")


def choices(board: Board, name: str) -> dict[str, Choices]:
    """Give what a command's fields may be, by field."""
    state, queue = board.state, enumerate(board.state.queue)
    seated = [one for one in state.commission.voters if one in state.seated]
    known: dict[str, Choices] = {
        "asker": _named(board, seated),
        "member": _named(board, state.commission.voters),
        "method": list(METHODS.items()),
        "opinion": list(OPINIONS.items()),
        "grade": [NOTHING, *((code, code) for code in state.rules.grades.codes)],
        "place": [
            (str(place), f"{place + 1}. {board.names.student(key)}")
            for place, key in queue
        ],
    }
    if board.hearing is not None:
        known |= _of_hearing(board, board.hearing)
        if name == "cast-vote":
            known["choice"] = votes(board, board.hearing)
        if name == "decide-tie":
            known["choice"] = [NOTHING, *votes(board, board.hearing)]
    return known


def votes(board: Board, hearing: Hearing) -> list[tuple[str, Words]]:
    """Give the choices of the form: the whole scale, or those with equal votes."""
    matter = matter_of(hearing)
    ballot = hearing.ballot(matter)
    scale = DEGREE if matter is Matter.DEGREE else board.state.rules.grades
    codes = ballot.tied if ballot and ballot.is_tied else scale.codes
    return [(code, DEGREES.get(code, code)) for code in codes]


def initial(board: Board) -> dict[str, object]:
    """Give what stands in a form at first: as if all who are seated agreed."""
    voters = set(board.state.voters(board.hearing)) if board.hearing else set()
    return {
        "ayes": len(board.state.seated & voters),
        "noes": 0,
        "since": board.now,
        "until": board.now,
    }


def matter_of(hearing: Hearing) -> Matter:
    """What the commission votes on now: first the grade, then the degree."""
    return Matter.GRADE if hearing.grade is None else Matter.DEGREE


def ballot_of(hearing: Hearing | None) -> Ballot | None:
    """The ballot to show: the latest one."""
    return hearing.ballots[-1] if hearing and hearing.ballots else None


def label(name: str, given: dict[str, str]) -> Words:
    """Say what the button of a command says."""
    if name in ("begin-step", "skip-step"):
        words = _BEGIN if name == "begin-step" else _SKIP
        return str(words) % {"step": STEPS[Step(given["step"])]}
    if name in ("open-ballot", "close-ballot"):
        words = _OPEN if name == "open-ballot" else _CLOSE
        return str(words) % {"matter": MATTERS[Matter(given["matter"])]}
    return DEEDS[name]


def _of_hearing(board: Board, hearing: Hearing) -> dict[str, Choices]:
    turn = hearing.turn
    known: dict[str, Choices] = {
        "person": _named(board, (turn.student, *board.state.commission.voters))
    }
    if authors := _named(board, (*turn.guests, *turn.supervisors)):
        known["author"] = authors
    return known


def _named(board: Board, keys: Iterable[str]) -> list[tuple[str, Words]]:
    return [(key, board.names.person(key)) for key in keys]
