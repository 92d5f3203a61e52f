"""Give a sitting a command: decide over its log, append what follows, ring the bell."""

from dataclasses import replace
from datetime import datetime
from functools import reduce

from django.db import transaction

from hattama.base import bell, ledger
from hattama.base.sealed import seal, unseal
from hattama.core.ballots import DEGREE, Counts, Scale
from hattama.core.rules import RuleBroken
from hattama.core.sitting import State, decide, evolve, to_facts
from hattama.core.sitting.commands import (
    CastVote,
    CloseBallot,
    CloseSitting,
    Command,
    DrawTicket,
)
from hattama.core.sitting.events import (
    BallotAnnulled,
    BallotOpened,
    Event,
    Matter,
    VoteCast,
)
from hattama.final.actions import ballots
from hattama.final.actions.consequences import follow
from hattama.final.models import Hearing, Sitting
from hattama.final.queries.log import state_of


@transaction.atomic
def give(sitting: Sitting, command: Command, now: datetime) -> list[Event]:
    """Carry out a command, whole or not at all.

    Args:
        sitting: whose log is written.
        command: from a page, or from a deed that rests on one.
        now: aware.

    Whoever gives commands at the same moment is decided one after the other, each over
    the log as the one before left it. What the person may not know (the seed of the
    draw, the papers of a secret ballot) is added here, never taken from a page.

    Raises:
        RuleBroken: "sitting-not-convened"; as `core.sitting.decide` says. Nothing is
            written then.
    """
    ledger.hold(institution=institution_of(sitting), stream=sitting.stream)
    state = state_of(sitting)
    if state is None:
        raise RuleBroken("sitting-not-convened")
    events = decide(state, _with_secrets(sitting, state, command), now)
    write(sitting, events)
    _keep_paper(sitting, command, events)
    after = reduce(evolve, events, state)
    for event in events:
        follow(event, sitting, after)
    bell.ring(sitting.stream)
    return events


def write(sitting: Sitting, events: list[Event]) -> None:
    """Append events to the sitting's log, personal texts beside the chain."""
    for event in events:
        facts = to_facts(event)
        texts = {name: str(facts.pop(name) or "") for name in event.texts}
        ledger.append(
            institution=institution_of(sitting),
            stream=sitting.stream,
            act=event.act,
            by=event.by,
            at=event.at,
            facts=facts,
            texts=texts,
        )


def institution_of(sitting: Sitting) -> int:
    """The number of the institution whose sitting it is."""
    return sitting.commission.campaign.institution_id


def seed_sealed(sitting: Sitting, seed: str) -> bytes:
    """Lock the seed of the draw until the sitting closes."""
    return seal(seed.encode(), about=f"seed:{sitting.pk}")


def _seed(sitting: Sitting) -> str:
    if not sitting.seed:
        return ""
    return unseal(bytes(sitting.seed), about=f"seed:{sitting.pk}").decode()


def _with_secrets(sitting: Sitting, state: State, command: Command) -> Command:
    match command:
        case DrawTicket() | CloseSitting():
            return replace(command, seed=_seed(sitting))
        case CloseBallot():
            return replace(command, counts=_counts(sitting, state, command))
    return command


def _counts(sitting: Sitting, state: State, command: CloseBallot) -> Counts:
    """Count the box of an open secret ballot; a refused close puts the papers back."""
    heard = state.hearings.get(command.hearing)
    ballot = heard.ballot(command.matter) if heard else None
    if ballot is None or not ballot.secret or not ballot.is_open:
        return ()
    hearing = _hearing(sitting, command.hearing)
    return ballots.take_count(hearing, command.matter, scale_of(state, command.matter))


def scale_of(state: State, matter: Matter) -> Scale:
    """The choices that the form on a matter offers."""
    return DEGREE if matter == Matter.DEGREE else state.rules.grades


def _keep_paper(sitting: Sitting, command: Command, events: list[Event]) -> None:
    """Let the box follow, in the same transaction as the fact of voting."""
    for event in events:
        match event, command:
            case BallotOpened(secret=True), _:
                ballots.set_up(_hearing(sitting, event.hearing), event.matter)
            case VoteCast(choice=None), CastVote():
                ballots.put_in(
                    _hearing(sitting, event.hearing), event.matter, command.choice
                )
            case BallotAnnulled(), _:
                ballots.throw_away(_hearing(sitting, event.hearing), event.matter)


def _hearing(sitting: Sitting, pk: str) -> Hearing:
    return sitting.hearings.get(pk=int(pk))
