"""Lay out a sitting, announce it, convene it."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from hattama.base import bell, ledger
from hattama.core.draw import SEED_BYTES, commitment
from hattama.core.rules import RuleBroken
from hattama.core.sitting import decide
from hattama.core.sitting.commands import ConveneSitting
from hattama.core.slots import Day, lay_out
from hattama.final.actions.agenda import add_hearing
from hattama.final.actions.log import institution_of, seed_sealed, write
from hattama.final.models import Candidate, Commission, Seat, Sitting
from hattama.final.queries.free import must_be_free
from hattama.final.queries.log import state_of
from hattama.final.queries.plan import has_tickets, must_have_order, plan_of
from hattama.people.models import Person


@transaction.atomic
def lay_out_sittings(
    *,
    commission: Commission,
    candidates: Sequence[Candidate],
    days: Sequence[datetime],
    day: Day,
    meeting_link: str = "",
) -> list[Sitting]:
    """Make a sitting a day and give every candidate a time.

    Whoever lays out for the same commission at the same moment comes after.

    Args:
        commission: with a registered order.
        candidates: in the order of the queue; each admitted and not heard yet.
        days: the first hearing's time on each day, aware.
        day: how each day is divided.
        meeting_link: the outside video room.

    Raises:
        RuleBroken: as `core.slots.lay_out`; "commission-without-order";
            "candidate-twice"; as `queries.free.must_be_free`.
    """
    Commission.objects.select_for_update().get(pk=commission.pk)
    must_have_order(commission)
    by_key = {str(one.pk): one for one in candidates}
    if len(by_key) < len(candidates):
        raise RuleBroken("candidate-twice")
    for candidate in candidates:
        must_be_free(candidate)
    dates = [moment.astimezone(day.zone).date() for moment in days]
    sittings: dict[date, Sitting] = {}
    for slot in lay_out(list(by_key), dates, day):
        on = slot.starts.date()
        if on not in sittings:
            sittings[on] = _planned(commission, slot.starts, meeting_link)
        add_hearing(sittings[on], by_key[slot.hearing], slot.starts)
    return list(sittings.values())


def _planned(commission: Commission, at: datetime, meeting_link: str) -> Sitting:
    return Sitting.objects.create(
        commission=commission, starts_at=at, meeting_link=meeting_link, seed=b""
    )


def must_be_secretary(sitting: Sitting, person: Person) -> None:
    """Refuse whoever is not the sitting's technical secretary.

    Raises:
        RuleBroken: "not-secretary" (he-attestation-2020/p73e).
    """
    if not sitting.commission.seats.filter(
        person=person, role=Seat.Role.SECRETARY
    ).exists():
        raise RuleBroken("not-secretary", "he-attestation-2020/p73e")


def must_be_chair_or_secretary(sitting: Sitting, person: Person) -> None:
    """Refuse whoever neither chairs the sitting nor is its technical secretary.

    Raises:
        RuleBroken: "not-chair-or-secretary" (he-attestation-2020/p62a).
    """
    roles = (Seat.Role.CHAIR, Seat.Role.SECRETARY)
    if not sitting.commission.seats.filter(person=person, role__in=roles).exists():
        raise RuleBroken("not-chair-or-secretary", "he-attestation-2020/p62a")


@transaction.atomic
def convene(*, sitting: Sitting, by: Person, now: datetime) -> None:
    """Begin the sitting's log: who sits, who is heard, by which rules.

    From here on the plan does not change; the seed of the draw is made and kept
    sealed, and its commitment stands in the first line. Of two who convene at the
    same moment the second one is refused.

    Args:
        sitting: with its hearings laid out.
        by: the technical secretary, or the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair-or-secretary" (he-attestation-2020/p73a),
            "already-convened"; as `queries.plan.plan_of` and `core.sitting.decide`.
    """
    must_be_chair_or_secretary(sitting, by)
    ledger.hold(institution=institution_of(sitting), stream=sitting.stream)
    if state_of(sitting) is not None:
        raise RuleBroken("already-convened")
    seed = secrets.token_hex(SEED_BYTES) if has_tickets(sitting) else ""
    plan = plan_of(sitting, commitment(seed) if seed else "")
    write(sitting, decide(None, ConveneSitting(by.key, plan), now))
    if seed:
        sitting.seed = seed_sealed(sitting, seed)
        sitting.save(update_fields=["seed"])
    bell.ring(sitting.stream)
