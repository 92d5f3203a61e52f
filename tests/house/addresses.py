"""Every address of the house, with a thing of the town for each number in it."""

import inspect
import re

from django.urls import URLPattern, get_resolver, reverse

from hattama.appeals.models import Appeal
from hattama.base import deeds
from hattama.calendars.models import Day, Period
from hattama.documents.models import Document, Signature
from hattama.final.models import (
    Application,
    Attestation,
    Campaign,
    Candidate,
    Commission,
    Meeting,
    PackPart,
    Result,
    Sitting,
)
from hattama.notices.models import Delivery, Notice
from hattama.people.models import (
    Group,
    Guardian,
    OwnValue,
    Post,
    Programme,
    RosterImport,
    Student,
    Unit,
)
from hattama.people.queries import stream
from hattama.portal.queries.helping import HELP

# What the first number of an address stands for; the first fitting line counts.
THINGS = (
    ("at/", Attestation, "campaign__institution"),
    ("publication/", Attestation, "campaign__institution"),
    ("people/guardians/", Guardian, "student__person__institution"),
    ("people/posts/", Post, "person__institution"),
    ("people/groups/", Group, "programme__institution"),
    ("people/programmes/", Programme, "institution"),
    ("people/units/", Unit, "institution"),
    ("people/imports/", RosterImport, "institution"),
    ("people/institution/values/", OwnValue, "institution"),
    ("people/", Student, "person__institution"),
    ("calendar/days/", Day, "institution"),
    ("calendar/periods/", Period, "institution"),
    ("notices/sent/", Notice, "institution"),
    ("notices/", Delivery, "notice__institution"),
    ("documents/sign/", Signature, "document__institution"),
    ("documents/", Document, "institution"),
    ("final/campaigns/", Campaign, "institution"),
    ("final/attestations/", Attestation, "campaign__institution"),
    ("final/commissions/", Commission, "campaign__institution"),
    ("final/candidates/", Candidate, "attestation__campaign__institution"),
    ("final/meetings/", Meeting, "attestation__campaign__institution"),
    ("final/pack-parts/", PackPart, "candidate__attestation__campaign__institution"),
    (
        "final/applications/",
        Application,
        "hearing__sitting__commission__campaign__institution",
    ),
    ("final/sittings/", Sitting, "commission__campaign__institution"),
    ("appeals/results/", Result, "candidate__attestation__campaign__institution"),
    ("appeals/report/", Commission, "campaign__institution"),
    ("appeals/commissions/", Campaign, "institution"),
    ("appeals/", Appeal, "result__candidate__attestation__campaign__institution"),
)


class Missing(LookupError):
    """The town has no such thing."""


def patterns():
    """Yield each address of our own rooms as (name, route, view)."""
    yield from walk(get_resolver().url_patterns, "")


def walk(entries, prefix):
    for entry in entries:
        route = prefix + str(entry.pattern)
        if not isinstance(entry, URLPattern):
            yield from walk(entry.url_patterns, route)
        elif entry.callback.__module__.startswith("hattama."):
            yield entry.name, route, entry.callback


def addresses(institution, *, lenient=False):
    """Give every address with the institution's own things: {name: path}.

    A thing that the town lacks is an error, or is passed over when `lenient`.
    """
    found = {}
    for name, route, _view in patterns():
        try:
            found[name] = reverse(name, kwargs=fillings(route, institution))
        except Missing:
            if not lenient:
                raise
    return found


def fillings(route, institution):
    """Give a value for each part of a route that varies."""
    names = re.findall(r"<(?:\w+:)?(\w+)>", route)
    thing = first_thing(route, institution) if "pk" in names else None
    return {name: filling(name, route, thing, institution) for name in names}


def first_thing(route, institution):
    model, owner = next(
        (model, owner) for start, model, owner in THINGS if route.startswith(start)
    )
    found = model.objects.filter(**{owner: institution}).order_by("pk").first()
    if found is None:
        raise Missing(f"the town has nothing for {route}")
    return found


def filling(name, route, thing, institution):
    if name == "pk":
        return thing.person_id if isinstance(thing, Student) else thing.pk
    others = {
        "seat": lambda: thing.seats.first().pk,
        "file": lambda: 1,
        "attestation": lambda: thing.attestations.first().pk,
        "code": lambda: code(route, institution),
        "language": lambda: "kk",
        "key": lambda: "quorum",
        "command": lambda: "open-sitting",
        "slug": lambda: institution.slug,
        "role": lambda: next(iter(HELP)),
        "stream": lambda: stream(institution),
        "token": lambda: (
            Delivery.objects.filter(notice__institution=institution)[0].token
        ),
    }
    return others[name]()


def code(route, institution):
    if "milestones" in route:
        return "commission-order"
    registered = Document.objects.filter(institution=institution, public=True)
    return registered.exclude(number=None).first().check_code


def takes_posts(view):
    """Whether a view does something with a posted form."""
    return "POST" in inspect.getsource(inspect.unwrap(view)) or is_deed(view)


def is_deed(view):
    """Whether `@deed` stands on a view."""
    while view:
        if view.__code__.co_filename == deeds.__file__:
            return True
        view = getattr(view, "__wrapped__", None)
    return False
