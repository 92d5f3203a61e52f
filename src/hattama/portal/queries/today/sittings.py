"""Sittings of today and of the coming days."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.base.texts import pick
from hattama.final.models import Seat, Sitting
from hattama.people.models import Person
from hattama.portal.queries.today.due import Due

AHEAD = timedelta(days=7)
BEHIND = timedelta(hours=12)


def sittings(person: Person, now: datetime) -> Iterator[Due]:
    """The sittings of the person's commissions that are near, and not closed yet."""
    roles = dict(Seat.objects.filter(person=person).values_list("commission", "role"))
    near = (
        Sitting.objects.filter(
            commission__in=roles,
            starts_at__gt=now - BEHIND,
            starts_at__lt=now + AHEAD,
        )
        .exclude(state=Sitting.State.CLOSED)
        .select_related("commission")
    )
    for sitting in near:
        secretary = roles[sitting.commission_id] == Seat.Role.SECRETARY
        yield Due(
            _("Sitting in session")
            if sitting.state == Sitting.State.OPEN
            else _("Sitting of the commission"),
            reverse(
                "sitting_console" if secretary else "sitting_bench", args=[sitting.pk]
            ),
            sitting.starts_at,
            note=pick(sitting.commission.name),
            icon="people",
        )
