"""Writing a letter; `posting` sends it."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from hattama.base.dates import moment_text
from hattama.base.texts import pick
from hattama.notices.models import Delivery, Letter

SUBJECT_LENGTH = 300


def write_letter(
    delivery: Delivery, now: datetime, *, reminder: bool = False, link: str = ""
) -> Letter:
    """Write a delivery's letter in the receiver's language; the caller keeps it.

    Args:
        delivery: whose person has an address.
        now: aware; the letter is due at once.
        reminder: say that it is one.
        link: path of a page; the notice's own when empty.
    """
    notice = delivery.notice
    with override(delivery.person.language):
        subject = pick(notice.subject)
        if reminder:
            subject = _("Reminder: %(subject)s") % {"subject": subject}
        body = render_to_string("notices/letter.txt", _said_in(delivery, link))
    return Letter(
        delivery=delivery,
        address=delivery.person.email,
        subject=" ".join(subject.split())[:SUBJECT_LENGTH],
        body=body,
        made_at=now,
        due_at=now,
    )


def _said_in(delivery: Delivery, link: str) -> dict[str, object]:
    notice = delivery.notice
    link = link or notice.link
    return {
        "notice": notice,
        "person": delivery.person,
        "institution": notice.institution,
        "confirm_by": notice.confirm_by and moment_text(notice.confirm_by),
        "link": _address(link) if link else "",
        "confirmation": _address(reverse("confirm_by_link", args=[delivery.token])),
    }


def _address(path: str) -> str:
    return settings.BASE_URL.rstrip("/") + path
