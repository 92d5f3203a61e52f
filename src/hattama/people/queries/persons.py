"""Who is who: reads."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from hattama.people.models import Institution, Person, Post, User


def person_of(user: User | AnonymousUser, chosen: int | None = None) -> Person | None:
    """The person that a user acts as.

    Args:
        user: who is signed in.
        chosen: the person chosen in this session, for a user at two institutions.
    """
    if not user.is_authenticated:
        return None
    persons = Person.objects.select_related("institution", "user").filter(user=user)
    own = persons.order_by("pk")
    return (own.filter(pk=chosen).first() if chosen else None) or own.first()


def posts_held(person: Person, on: date) -> QuerySet[Post]:
    """The posts that a person holds on a day."""
    return person.posts.filter(since__lte=on).filter(
        Q(until__isnull=True) | Q(until__gte=on)
    )


def offices(person: Person, on: date) -> frozenset[str]:
    """The offices that a person holds on a day, wherever in the institution."""
    return frozenset(posts_held(person, on).values_list("office", flat=True))


def holders(institution: Institution, office: str, on: date) -> QuerySet[Person]:
    """Who holds an office of an institution on a day."""
    return (
        Person.objects.filter(
            institution=institution, posts__office=office, posts__since__lte=on
        )
        .filter(Q(posts__until__isnull=True) | Q(posts__until__gte=on))
        .distinct()
    )


def stream(institution: Institution) -> str:
    """Where the ledger tells about an institution's people."""
    return f"people:{institution.pk}"
