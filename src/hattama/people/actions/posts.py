"""Appoint to an office and relieve of it."""

from datetime import date, datetime

from django.db import transaction

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.people.models import Person, Post, Unit
from hattama.people.queries import stream


@transaction.atomic
def appoint(
    person: Person,
    *,
    office: str,
    unit: Unit | None,
    since: date,
    order: str,
    by: Person,
    now: datetime,
    until: date | None = None,
) -> Post:
    """Give a person an office from a day on, by an order.

    Raises:
        RuleBroken: `post-ends-before-it-begins`; `post-held-already`, where the person
            holds the same office there on one of these days.
    """
    if until and until < since:
        raise RuleBroken("post-ends-before-it-begins", since=since, until=until)
    for post in person.posts.filter(office=office, unit=unit):
        if (not until or post.since <= until) and (
            not post.until or post.until >= since
        ):
            raise RuleBroken("post-held-already", since=post.since)
    post = Post.objects.create(
        person=person, office=office, unit=unit, since=since, until=until, order=order
    )
    _tell(post, "appointed", by, now, order=order, since=since.isoformat())
    return post


@transaction.atomic
def relieve(post: Post, *, until: date, order: str, by: Person, now: datetime) -> Post:
    """End a post with a day; the post stays in the history.

    Raises:
        RuleBroken: `post-over`, `post-ends-before-it-begins`.
    """
    if post.until:
        raise RuleBroken("post-over", until=post.until)
    if until < post.since:
        raise RuleBroken("post-ends-before-it-begins", since=post.since, until=until)
    post.until = until
    post.save(update_fields=["until"])
    _tell(post, "relieved", by, now, order=order, until=until.isoformat())
    return post


def _tell(post: Post, act: str, by: Person, now: datetime, **facts: object) -> None:
    ledger.append(
        institution=post.person.institution_id,
        stream=stream(post.person.institution),
        act=act,
        by=by.key,
        at=now,
        facts={"post": post.pk, "person": post.person_id, "office": post.office}
        | facts,
    )
