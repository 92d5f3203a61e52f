"""Give people a way to sign in."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.people.models import Institution, Invitation, Person, User
from hattama.people.queries import stream


@transaction.atomic
def open_account(person: Person) -> User:
    """Give a person an account without a password; they set one by a link.

    Somebody who signs in at another institution with the same address keeps one
    account for both, where letters are really sent: only they show whose it is.

    Raises:
        RuleBroken: `account-needs-email`, `account-address-taken`.

    Source: he-attestation-2020/p70g.
    """
    if person.user:
        return person.user
    if not person.email:
        raise RuleBroken("account-needs-email", name=person.full_name)
    person.user = _account_elsewhere(person) or _fresh_account(person)
    person.save(update_fields=["user"])
    return person.user


def _account_elsewhere(person: Person) -> User | None:
    user = User.objects.filter(email__iexact=person.email).first()
    if user is None:
        return None
    if settings.OUTBOX or user.persons.filter(institution=person.institution).exists():
        raise RuleBroken("account-address-taken", name=person.full_name)
    return user


def _fresh_account(person: Person) -> User:
    name = f"{person.institution.slug}-{person.pk}"
    user = User(username=name, email=person.email.lower())
    user.set_unusable_password()
    user.save()
    return user


@transaction.atomic
def invite(
    institution: Institution, people: Iterable[Person], *, by: Person, now: datetime
) -> list[Invitation]:
    """Open accounts and note that a letter is due to each who has an address.

    Whoever has no address, or a letter on its way, is passed over. The letters are
    sent by the storey above, which finds them by `queries.letters_due`.

    Source: he-attestation-2020/p70g.
    """
    waiting = set(
        Invitation.objects.filter(
            person__institution=institution, told_at__isnull=True
        ).values_list("person", flat=True)
    )
    invited = [one for one in people if one.email and one.pk not in waiting]
    for person in invited:
        open_account(person)
    invitations = Invitation.objects.bulk_create(
        Invitation(person=person, by=by, at=now) for person in invited
    )
    if invited:
        ledger.append(
            institution=institution.pk,
            stream=stream(institution),
            act="people-invited",
            by=by.key,
            at=now,
            facts={"people": sorted(person.pk for person in invited)},
        )
    return invitations


def told(invitation: Invitation, now: datetime) -> bool:
    """Note that the letter was handed on; False when somebody noted it before."""
    untold = Invitation.objects.filter(pk=invitation.pk, told_at__isnull=True)
    return bool(untold.update(told_at=now))
