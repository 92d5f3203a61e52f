"""What must stand on the public site, and what does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.final.models import Attestation, Meeting
from hattama.portal.queries.public.programme import Programme, programme

NORM = "tve-process-2020/p21-3j"


@dataclass(frozen=True)
class Item:
    """One thing that must be published.

    Attributes:
        title: what.
        done: whether it stands on the public site.
        at: since when, where that is known.
    """

    title: str | Promise
    done: bool
    at: datetime | None = None

    @property
    def state(self) -> str:
        """For the badge: "done" or "due"."""
        return "done" if self.done else "due"


def checklist(attestation: Attestation) -> list[Item]:
    """The six things that colleges must publish (tve-process-2020/p21-3j)."""
    return list(_items(attestation, programme(attestation)))


def _items(attestation: Attestation, shown: Programme) -> Iterator[Item]:
    kinds = {meeting.kind for meeting in shown.meetings}
    orders = {order.template: order.registered_at for order in shown.orders}
    yield Item(
        _("Schedule of online consultations"), Meeting.Kind.CONSULTATION in kinds
    )
    if attestation.form == attestation.Form.DEFENCE:
        yield Item(
            _("Schedule of preliminary defences"), Meeting.Kind.PREDEFENCE in kinds
        )
    announced = [day.sitting.announced_at for day in shown.days]
    yield Item(
        _("Schedule of exams and defences"),
        bool(announced),
        next(iter(announced), None),
    )
    yield Item(
        _("Procedure of final attestation"),
        bool(attestation.campaign.institution.procedure),
    )
    yield Item(
        _("Admission order"), bool(shown.admitted), orders.get("admission-order")
    )
    if attestation.form == attestation.Form.DEFENCE:
        yield Item(_("Approved topics"), bool(shown.topics), orders.get("topics-order"))
