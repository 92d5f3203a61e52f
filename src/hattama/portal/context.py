"""What the frame of every page shows: where one can go."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.appeals.access import may_list
from hattama.base import clock
from hattama.base.context import Entry
from hattama.documents.queries import to_sign
from hattama.final.models import Candidate, Seat
from hattama.notices.queries import waiting
from hattama.people.access import OFFICE_STAFF
from hattama.people.models import Person
from hattama.people.queries import offices

Place = tuple[str, str | Promise, int]
READERS = OFFICE_STAFF | {"inspector"}


def navigation(request: HttpRequest) -> list[Entry]:
    """Where the asking person can go, by offices, seats and studies."""
    person: Person | None = getattr(request, "person", None)
    if person is None:
        return []
    places = [(reverse(name), label, count) for name, label, count in _places(person)]
    here = _here(request.path, [url for url, _label, _count in places])
    return [Entry(str(label), url, url == here, count) for url, label, count in places]


def _places(person: Person) -> Iterable[Place]:
    held = offices(person, clock.today())
    yield "home", _("Today"), 0
    if hasattr(person, "student"):
        yield from _student(person)
    else:
        yield from _worker(person, held)
    yield "inbox", _("Notices"), waiting(person)
    if held & READERS:
        yield "student_list", _("People"), 0
        yield "records", _("Records"), 0
    yield "help_pages", _("Help"), 0


def _student(person: Person) -> Iterable[Place]:
    if Candidate.objects.filter(student__person=person).exists():
        yield "my_attestation", _("My attestation"), 0
        yield "appeals", _("Results and appeals"), 0


def _worker(person: Person, held: frozenset[str]) -> Iterable[Place]:
    reads = bool(held & READERS)
    if reads or "technical_secretary" in held:
        yield "campaigns", _("Campaigns"), 0
    if reads or Seat.objects.filter(person=person).exists():
        yield "sittings", _("Sittings"), 0
    if Candidate.objects.filter(supervisor=person).exists():
        yield "my_students", _("My students"), 0
    unsigned = to_sign(person).count()
    if reads:
        yield "document_register", _("Documents"), unsigned
    elif unsigned:
        yield "documents_to_sign", _("To sign"), unsigned
    if may_list(person):
        yield "appeals", _("Appeals"), 0


def _here(path: str, urls: Sequence[str]) -> str:
    """The entry in whose part of the site a page lies: the longest that fits."""
    around = [url for url in urls if path.startswith(url) and url != "/"]
    return max(around, key=len, default=path)
