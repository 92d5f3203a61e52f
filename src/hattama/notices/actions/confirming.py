"""«I have read it»: an act with legal effect."""

from datetime import datetime

from django.db import transaction

from hattama.base import bell, ledger
from hattama.core.rules import RuleBroken
from hattama.notices.models import Delivery
from hattama.people.models import Person


def open_delivery(delivery: Delivery, now: datetime) -> None:
    """Note that the person has opened the notice; the first time counts."""
    Delivery.objects.filter(pk=delivery.pk, opened_at=None).update(opened_at=now)


@transaction.atomic
def confirm(delivery: Delivery, how: str, by: Person, now: datetime) -> None:
    """Note that the person has become acquainted (tve-attestation-2020/p17c).

    A second confirmation changes nothing: the first one stands. One after the
    deadline counts too; the ledger says that it was late.

    Args:
        delivery: what was told to whom.
        how: "link", "app" or "call".
        by: the person, or for a call whoever telephoned.
        now: aware.

    Raises:
        RuleBroken: "nothing-to-confirm".
    """
    confirm_by = delivery.notice.confirm_by
    if confirm_by is None:
        raise RuleBroken("nothing-to-confirm")
    fresh = Delivery.objects.filter(pk=delivery.pk, confirmed_at=None).update(
        confirmed_at=now, confirmed_how=how, confirmed_by=by
    )
    if not fresh:
        return
    open_delivery(delivery, now)
    ledger.append(
        institution=delivery.notice.institution_id,
        stream=delivery.notice.stream,
        act="acquaintance-confirmed",
        by=by.key,
        at=now,
        facts={
            "person": delivery.person.key,
            "how": how,
            "late": now > confirm_by,
        },
    )
    bell.ring(delivery.notice.stream)
