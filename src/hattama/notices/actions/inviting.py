"""The letter with the way in, for whoever was invited to sign in."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.notices.actions.notifying import TOKEN_BYTES
from hattama.notices.actions.writing import write_letter
from hattama.notices.models import Delivery, Notice
from hattama.people.actions.accounts import told
from hattama.people.models import Invitation
from hattama.people.queries.accounts import way_in


@transaction.atomic
def send_invitation(invitation: Invitation, now: datetime) -> bool:
    """Write the letter by which a person sets a password (he-attestation-2020/p70g).

    The link stands in the letter alone: nobody else may read it in a list of notices.

    Returns:
        Whether it was written; False when another worker has just done it, or the
        account is gone again.
    """
    person = invitation.person
    if not told(invitation, now) or person.user is None:
        return False
    notice = Notice.objects.create(
        institution=person.institution,
        kind="invitation",
        about=f"person:{person.pk}",
        subject=said(_("Your way into Hattama")),
        body=said(
            _(
                "%(institution)s holds final attestation in Hattama. Set your password "
                "by the link in this letter; it is good once, and for three days."
            ),
            institution=person.institution.name,
        ),
        by=invitation.by,
        at=now,
    )
    delivery = Delivery.objects.create(
        notice=notice, person=person, token=secrets.token_urlsafe(TOKEN_BYTES)
    )
    write_letter(delivery, now, link=way_in(person.user)).save()
    return True
