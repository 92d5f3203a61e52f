"""Lost connections and returns, noted by the installation itself."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from hattama.core.rules import RuleBroken
from hattama.core.sitting import State
from hattama.core.sitting.commands import SYSTEM, JoinSitting, LeaveSitting
from hattama.final.actions.log import give
from hattama.final.models import Sitting
from hattama.final.queries.log import state_of


@transaction.atomic
def note_lost(pk: int, person: str, now: datetime) -> None:
    """Note that a person's connection is lost; a hearing of theirs is interrupted.

    he-attestation-2020/p31a, p40a; tve-process-2020/p21-3ac. Whoever had left before,
    or a sitting that has ended, is passed over.
    """
    sitting, state = _open(pk)
    if state is None or person not in state.present:
        return
    with suppress(RuleBroken):  # they left at this very moment
        give(sitting, LeaveSitting(SYSTEM, person, lost=True), now)


@transaction.atomic
def note_return(pk: int, person: str, now: datetime) -> None:
    """Note that a person who was lost is back; whoever left on purpose stays away."""
    sitting, state = _open(pk)
    if state is None or not was_lost(state, person):
        return
    with suppress(RuleBroken):  # two pages came back at the same moment
        give(sitting, JoinSitting(SYSTEM, person), now)


def was_lost(state: State, person: str) -> bool:
    """Whether a person's latest stay ended with a lost connection."""
    stays = [stay for stay in state.presences if stay.person == person]
    return bool(stays) and stays[-1].until is not None and stays[-1].lost


def _open(pk: int) -> tuple[Sitting, State | None]:
    sitting = Sitting.objects.select_related("commission__campaign").get(pk=pk)
    state = state_of(sitting)
    return sitting, state if state and state.closed is None else None
