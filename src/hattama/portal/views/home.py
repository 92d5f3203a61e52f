"""The first page: what this is for a visitor, *Today* for who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import clock
from hattama.final.models import Candidate
from hattama.notices.queries import inbox
from hattama.people.models import Institution, Person
from hattama.portal.access import may_search
from hattama.portal.queries.public import public_code
from hattama.portal.queries.today import today

NEWEST = 5


def home(request: HttpRequest) -> HttpResponse:
    """Show the institutions to a visitor, and to a person what is due."""
    person: Person | None = getattr(request, "person", None)
    if person is None:
        institutions = Institution.objects.order_by("slug")
        return render(request, "portal/welcome.html", {"institutions": institutions})
    now = clock.now()
    return render(
        request,
        "portal/today.html",
        {
            "person": person,
            "now": now,
            "dues": today(person, now),
            "notices": inbox(person).filter(opened_at=None)[:NEWEST],
            "may_search": may_search(person),
            "codes": _codes(person),
            "topic": f"person:{person.pk}",
        },
    )


def _codes(person: Person) -> list[str]:
    """The student's own codes, where the public site names nobody."""
    if person.institution.public_names != Institution.Names.CODE:
        return []
    return [
        public_code(one) for one in Candidate.objects.filter(student__person=person)
    ]
