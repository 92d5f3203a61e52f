"""Notices: reads."""

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from hattama.notices.models import Delivery, Letter, Notice
from hattama.people.models import Person

REMIND_BEFORE = timedelta(days=3)
REMIND_EVERY = timedelta(days=1)
MOST_TRIES = 8


def deliveries(about: str, kind: str) -> QuerySet[Delivery]:
    """What was told about something, to whom, and what came of it.

    Args:
        about: "sitting:12".
        kind: "acquaintance", "defence-time" …
    """
    return (
        Delivery.objects.filter(notice__about=about, notice__kind=kind)
        .select_related("notice", "person")
        .order_by("person__sort_key", "pk")
    )


def inbox(person: Person) -> QuerySet[Delivery]:
    """What a person was told, the newest first."""
    return person.deliveries.select_related("notice").order_by("-notice__at", "-pk")


def waiting(person: Person) -> int:
    """How many notices a person has not opened, or must still confirm."""
    unread = Q(opened_at=None)
    unconfirmed = Q(notice__confirm_by__isnull=False, confirmed_at=None)
    return person.deliveries.filter(unread | unconfirmed).count()


def unread(person: Person, kind: str) -> bool:
    """Whether a person was told something of a kind and has not opened it yet."""
    return person.deliveries.filter(notice__kind=kind, opened_at=None).exists()


def with_counts(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """Notices with `told`, `opened` and `confirmed`: how many people."""
    return notices.annotate(
        told=Count("deliveries", distinct=True),
        opened=Count(
            "deliveries", filter=Q(deliveries__opened_at__isnull=False), distinct=True
        ),
        confirmed=Count(
            "deliveries",
            filter=Q(deliveries__confirmed_at__isnull=False),
            distinct=True,
        ),
    )


def call_list(told: QuerySet[Delivery]) -> QuerySet[Delivery]:
    """Who has not confirmed, group by group, to be telephoned by the curator."""
    return (
        told.filter(confirmed_at=None)
        .select_related("person__student__group__curator")
        .prefetch_related("person__student__guardians", "letters")
        .order_by("person__student__group__name", "person__sort_key")
    )


def due_letters(now: datetime) -> QuerySet[Letter]:
    """Letters that are to be sent now."""
    return Letter.objects.filter(
        due_at__lte=now, sent_at=None, kept_at=None, tries__lt=MOST_TRIES
    ).order_by("due_at", "pk")


def due_reminders(now: datetime) -> QuerySet[Delivery]:
    """Who must confirm within the next three days and was not reminded today."""
    fresh = Q(reminded_at=None) | Q(reminded_at__lte=now - REMIND_EVERY)
    return (
        Delivery.objects.filter(
            fresh,
            notice__confirm_by__gt=now,
            notice__confirm_by__lte=now + REMIND_BEFORE,
            notice__at__lte=now - REMIND_EVERY,
            confirmed_at=None,
        )
        .exclude(person__email="")
        .select_related("notice__institution", "person")
    )
