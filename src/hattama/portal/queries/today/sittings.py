"""Sittings of today and of the coming days."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hattama.base.texts import pick
from hattama.final.models import Seat, Sitting
from hattama.people.models import Person
from hattama.people.queries import offices
from hattama.portal.queries.today.due import Due

AHEAD = timedelta(days=7)
TODAY = timedelta(hours=12)
BEHIND = timedelta(hours=12)
IDENTIFY = {"department_head", "dean", "vice_head"}
NORMS = ("he-attestation-2020/p42", "he-attestation-2020/p44b")


def sittings(person: Person, now: datetime) -> Iterator[Due]:
    """The sittings of the person's commissions that are near, and not closed yet."""
    roles = dict(Seat.objects.filter(person=person).values_list("commission", "role"))
    for sitting in _near(now, AHEAD).filter(commission__in=roles):
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


def identifications(person: Person, now: datetime) -> Iterator[Due]:
    """The sittings of the day whose chair and members the person may identify."""
    if not offices(person, timezone.localdate(now)) & IDENTIFY:
        return
    coming = _near(now, TODAY).filter(
        state=Sitting.State.ANNOUNCED,
        commission__campaign__institution=person.institution_id,
    )
    for sitting in coming:
        yield Due(
            _("Identify chair and members"),
            reverse("sitting_identification", args=[sitting.pk]),
            sitting.starts_at,
            NORMS if person.institution.kind == "he" else (),
            note=pick(sitting.commission.name),
            icon="user",
        )


def _near(now: datetime, ahead: timedelta) -> QuerySet[Sitting]:
    return (
        Sitting.objects.filter(starts_at__gt=now - BEHIND, starts_at__lt=now + ahead)
        .exclude(state=Sitting.State.CLOSED)
        .select_related("commission")
    )
