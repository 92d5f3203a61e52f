"""Who can sign in, and to whom a letter with the way in is due."""

from collections.abc import Iterable, Mapping

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db.models import QuerySet
from django.urls import reverse

from hattama.core.sorting import search_key
from hattama.people.models import Institution, Invitation, Person, User
from hattama.people.queries.lists import number


def accounts(institution: Institution, wanted: Mapping[str, str]) -> QuerySet[Person]:
    """People with their account and invitations.

    Args:
        institution: whose.
        wanted: any of q (part of a name), group (its number), without ("1": only
            those who have no account yet).
    """
    found = Person.objects.filter(institution=institution)
    for word in search_key(wanted.get("q", "")).split():
        found = found.filter(search_key__contains=word)
    if group := number(wanted, "group"):
        found = found.filter(student__group=group)
    if wanted.get("without"):
        found = found.filter(user__isnull=True)
    return (
        found.select_related("user", "student__group")
        .prefetch_related("invitations")
        .order_by("sort_key", "pk")
    )


def to_invite(
    institution: Institution, persons: Iterable[str], group: str
) -> QuerySet[Person]:
    """The chosen people, or those of a group who cannot sign in yet."""
    found = Person.objects.filter(institution=institution).select_related("user")
    if group:
        wanted = number({"group": group}, "group")
        return found.filter(student__group=wanted, user__isnull=True)
    return found.filter(pk__in=[number({"pk": pk}, "pk") for pk in persons])


def letters_due() -> QuerySet[Invitation]:
    """Invitations whose letter was not handed on yet, the oldest first."""
    return (
        Invitation.objects.filter(told_at__isnull=True)
        .select_related("person__institution", "person__user", "by")
        .order_by("at", "pk")
    )


def way_in(user: User) -> str:
    """The path at which a user sets a password; good once and for three days."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return reverse(
        "account_reset_password_from_key",
        kwargs=dict(zip(("uidb36", "key"), key.split("-", 1), strict=True)),
    )
