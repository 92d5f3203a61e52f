"""Lists of people: searched, narrowed, sorted the Kazakh way."""

import re
from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from hattama.core.sorting import search_key
from hattama.people.models import Group, Institution, Person, Post, Student

SORTS = {
    "name": "person__sort_key",
    "group": "group__name",
    "course": "course",
    "status": "status",
}


def students(institution: Institution, wanted: Mapping[str, str]) -> QuerySet[Student]:
    """The institution's students.

    Args:
        institution: whose.
        wanted: any of q (part of a name, Kazakh letters as typed or as Russian),
            programme, group (numbers), status, sort ("name", "-group" …).
    """
    found = Student.objects.filter(person__institution=institution).select_related(
        "person", "group__programme"
    )
    for word in search_key(wanted.get("q", "")).split():
        found = found.filter(person__search_key__contains=word)
    if programme := number(wanted, "programme"):
        found = found.filter(group__programme=programme)
    if group := number(wanted, "group"):
        found = found.filter(group=group)
    if status := wanted.get("status"):
        found = found.filter(status=status)
    return found.order_by(*_order(wanted.get("sort", "name")))


def staff(institution: Institution, words: str, on: date) -> QuerySet[Person]:
    """Everybody who is no student, with the posts held on a day."""
    held = Post.objects.filter(since__lte=on).filter(
        Q(until__isnull=True) | Q(until__gte=on)
    )
    found = Person.objects.filter(institution=institution, student__isnull=True)
    for word in search_key(words).split():
        found = found.filter(search_key__contains=word)
    return found.prefetch_related(
        Prefetch("posts", held.select_related("unit"), to_attr="held")
    ).order_by("sort_key", "pk")


def held(person: Person) -> list[Post]:
    """The posts that `staff` fetched along with a person."""
    found: list[Post] = getattr(person, "held", [])
    return found


def groups(institution: Institution) -> QuerySet[Group]:
    """The institution's groups with the number of students who study."""
    return (
        Group.objects.filter(programme__institution=institution)
        .select_related("programme", "curator")
        .annotate(size=Count("students", Q(students__status="studying")))
        .order_by("name", "pk")
    )


def appointments(institution: Institution) -> QuerySet[Post]:
    """All posts that were ever held, by office, the latest first."""
    return (
        Post.objects.filter(person__institution=institution)
        .select_related("person", "unit")
        .order_by("office", "-since", "pk")
    )


def number(wanted: Mapping[str, str], name: str) -> int:
    """A row's number as a form or an address gives it; 0 where it is none."""
    given = wanted.get(name, "")
    return int(given) if re.fullmatch(r"[0-9]{1,18}", given) else 0


def _order(sort: str) -> tuple[str, ...]:
    sign = "-" if sort.startswith("-") else ""
    field = SORTS.get(sort.removeprefix("-"), SORTS["name"])
    return f"{sign}{field}", "person__sort_key", "pk"
