"""Accounts for commission members who have none yet (he-attestation-2020/p70g)."""

from datetime import datetime

from django.db import transaction

from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Seat
from hattama.people.actions.accounts import invite
from hattama.people.models import Person


@transaction.atomic
def invite_member(*, seat: Seat, by: Person, now: datetime) -> None:
    """Give a member an account and send a link to choose a password.

    Inviting again before the first sign-in sends a new link.

    Args:
        seat: whose.
        by: who invites.
        now: aware.

    Source: he-attestation-2020/p70g.

    Raises:
        RuleBroken: `member-without-address`; `member-has-account`.
    """
    person = seat.person
    if person.user and person.user.has_usable_password():
        raise RuleBroken("member-has-account", name=person.full_name)
    if not person.email:
        raise RuleBroken("member-without-address", name=person.full_name)
    campaign = seat.commission.campaign
    invite(campaign.institution, [person], by=by, now=now)
    record(campaign, "member-invited", by, now, {"person": person.key})
