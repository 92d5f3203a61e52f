"""Due work: letters and reminders."""

import logging
from datetime import datetime

from django.core.mail import get_connection

from hattama.notices import actions, queries
from hattama.people.queries import letters_due

AT_ONCE = 200
log = logging.getLogger(__name__)


def send_due_letters(now: datetime) -> int:
    """Send what is due; a letter that fails is put off and blocks nobody."""
    sent = 0
    post = get_connection()
    for letter in queries.due_letters(now).select_related(
        "delivery__notice__institution"
    )[:AT_ONCE]:
        try:
            sent += actions.send_letter(letter, post, now)
        except Exception:
            log.exception("letter %s failed", letter.pk)
    post.close()
    return sent


def remind_due(now: datetime) -> int:
    """Remind who has not confirmed and has three days left or fewer."""
    return sum(
        actions.remind(delivery, now)
        for delivery in queries.due_reminders(now)[:AT_ONCE]
    )


def invite_due(now: datetime) -> int:
    """Write to whoever was invited to sign in and has no letter yet."""
    return sum(
        actions.send_invitation(invitation, now)
        for invitation in letters_due()[:AT_ONCE]
    )


SWEEPS = (invite_due, remind_due, send_due_letters)
