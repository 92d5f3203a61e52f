"""Sending letters, once each, and reminding.

A letter is claimed by an UPDATE that must change exactly one row, so two workers never
send the same one. A claim lasts some minutes: a worker that dies between claim and
note may make a second one send it again, under the same Message-ID.
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from hattama.base import files
from hattama.notices.actions.writing import write_letter
from hattama.notices.models import Delivery, Letter

CLAIM = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=4)
ERROR_LENGTH = 300


def send_letter(letter: Letter, post: BaseEmailBackend, now: datetime) -> bool:
    """Send one letter, or keep it where there is no mail server.

    A failure is noted and tried again after 2, 4, 8 … minutes, at most four hours.

    Args:
        letter: one of `queries.due_letters`.
        post: an open connection to the mail server.
        now: aware.

    Returns:
        Whether it is done; False when it failed or another worker has it.
    """
    claimed = Letter.objects.filter(
        pk=letter.pk, due_at=letter.due_at, sent_at=None, kept_at=None
    ).update(due_at=now + CLAIM, tries=F("tries") + 1)
    if not claimed:
        return False
    mine = Letter.objects.filter(pk=letter.pk)
    if settings.OUTBOX:
        return bool(mine.update(kept_at=now))
    try:
        post.send_messages([_message(letter, post)])
    except OSError as error:  # all of smtplib's are
        wait = min(timedelta(minutes=2 ** (letter.tries + 1)), LONGEST_WAIT)
        mine.update(due_at=now + wait, error=str(error)[:ERROR_LENGTH])
        post.close()
        return False
    return bool(mine.update(sent_at=now, error=""))


@transaction.atomic
def remind(delivery: Delivery, now: datetime) -> bool:
    """Write a reminder, at most one a day.

    Returns:
        Whether it was written; False when another worker has just done it.
    """
    fresh = Delivery.objects.filter(
        pk=delivery.pk, reminded_at=delivery.reminded_at, confirmed_at=None
    ).update(reminded_at=now)
    if not fresh:
        return False
    write_letter(delivery, now, reminder=True).save()
    return True


def _message(letter: Letter, post: BaseEmailBackend) -> EmailMessage:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    notice = letter.delivery.notice
    message = EmailMessage(
        letter.subject,
        letter.body,
        to=[letter.address],
        reply_to=[notice.institution.email] if notice.institution.email else None,
        headers={
            "Message-ID": f"<letter-{letter.pk}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=post,
    )
    for file in notice.files.all():
        message.attach(file.name, files.content(file), file.media_type)
    return message
