"""Notices: reads."""

from django.db.models import QuerySet

from hattama.notices.models import Delivery


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
