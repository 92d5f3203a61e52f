"""Documents to sign, notices to confirm."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.base.texts import pick
from hattama.documents.queries import to_sign
from hattama.notices.models import Delivery
from hattama.people.models import Person
from hattama.portal.queries.today.due import Due

ONE_BY_ONE = 6  # from here on they stand on one line


def signatures(person: Person, now: datetime) -> Iterator[Due]:
    """Documents that wait for the person's signature."""
    waiting = list(to_sign(person)[:ONE_BY_ONE])
    if len(waiting) == ONE_BY_ONE:
        yield Due(
            _("Sign %(count)s documents") % {"count": to_sign(person).count()},
            reverse("documents_to_sign"),
            icon="pencil",
        )
        return
    for signature in waiting:
        yield Due(
            _("Sign: %(title)s") % {"title": pick(signature.document.title)},
            reverse("sign_document", args=[signature.pk]),
            note=signature.get_role_display(),
            icon="pencil",
        )


def notices(person: Person, now: datetime) -> Iterator[Due]:
    """Notices that the person must confirm (tve-attestation-2020/p17c)."""
    waiting = (
        Delivery.objects.filter(
            person=person, notice__confirm_by__isnull=False, confirmed_at=None
        )
        .select_related("notice")
        .order_by("notice__confirm_by")
    )
    for delivery in waiting:
        yield Due(
            _("Confirm that you have read: %(title)s")
            % {"title": pick(delivery.notice.subject)},
            reverse("delivery", args=[delivery.pk]),
            delivery.notice.confirm_by,
            ("tve-attestation-2020/p17c",)
            if person.institution.kind == "tve"
            else ("he-attestation-2020/p74b",),
            icon="mail",
            late=bool(delivery.notice.confirm_by and delivery.notice.confirm_by < now),
        )
