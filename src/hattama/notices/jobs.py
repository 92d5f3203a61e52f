"""Due work: letters and reminders."""

from datetime import datetime

from django.core.mail import get_connection

from hattama.base.jobs import each
from hattama.notices import actions, queries
from hattama.people.queries import letters_due

AT_ONCE = 200


def send_due_letters(now: datetime) -> int:
    """Send what is due; a letter that fails is put off and blocks nobody."""
    post = get_connection()
    due = queries.due_letters(now).select_related("delivery__notice__institution")
    sent = each(due[:AT_ONCE], lambda letter: actions.send_letter(letter, post, now))
    post.close()
    return sent


def remind_due(now: datetime) -> int:
    """Remind who has not confirmed and has three days left or fewer."""
    due = queries.due_reminders(now)[:AT_ONCE]
    return each(due, lambda delivery: actions.remind(delivery, now))


def invite_due(now: datetime) -> int:
    """Write to whoever was invited to sign in and has no letter yet."""
    due = letters_due()[:AT_ONCE]
    return each(due, lambda invitation: actions.send_invitation(invitation, now))


SWEEPS = (invite_due, remind_due, send_due_letters)
