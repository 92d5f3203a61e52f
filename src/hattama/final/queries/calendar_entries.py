"""Entries for calendars: a sitting, and each student's own time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Event

from hattama.base.models import LedgerLine
from hattama.base.texts import pick, said
from hattama.calendars.queries import calendar_of
from hattama.core.deadlines import Deadline, count
from hattama.final.models import Hearing, Seat, Sitting
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

KIND = "defence-time"
RULE = "defence-notice"
_SLOT = timedelta(minutes=15)


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar.

    Attributes:
        key: keeps its identity when the time changes.
        title: by language.
    """

    key: str
    title: Mapping[str, str]
    starts: datetime
    ends: datetime
    link: str


def entry_of_sitting(sitting: Sitting) -> Entry:
    """The whole sitting, for the commission."""
    last = sitting.hearings.order_by("-planned_at").first()
    ends = (last.planned_at if last else sitting.starts_at) + _SLOT
    title = said(
        _("Sitting of the commission: %(commission)s"),
        commission=sitting.commission.name,
    )
    return Entry(
        f"sitting-{sitting.pk}", title, sitting.starts_at, ends, sitting.meeting_link
    )


def entry_of_hearing(hearing: Hearing) -> Entry:
    """A student's own time."""
    title = said(
        _("Hearing before the commission: %(student)s"),
        student=hearing.candidate.student.person.full_name,
    )
    starts, link = hearing.planned_at, hearing.sitting.meeting_link
    return Entry(f"hearing-{hearing.pk}", title, starts, starts + _SLOT, link)


def commission_of(sitting: Sitting) -> list[Person]:
    """Chair, members and secretary."""
    seats = Seat.objects.filter(commission=sitting.commission).select_related("person")
    return [seat.person for seat in seats]


def calendar_file(entries: Iterable[Entry], sequence: int, now: datetime) -> bytes:
    """Write entries as an iCalendar file (RFC 5545).

    Args:
        entries: what stands in it.
        sequence: how often it was announced before; a greater one replaces.
        now: when it is written, aware.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Hattama//kk")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.key}@{settings.BASE_URL.split('//')[-1]}")
        event.add("sequence", sequence)
        event.add("dtstamp", now)
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends)
        event.add("summary", pick(entry.title))
        if entry.link:
            event.add("url", entry.link)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def announcements(sitting: Sitting) -> int:
    """How often a sitting was announced."""
    lines = LedgerLine.objects.filter(
        stream__name=f"commission:{sitting.commission_id}", act="sitting-announced"
    )
    return sum(line.facts["sitting"] == sitting.pk for line in lines)


def notice_due(sitting: Sitting) -> Deadline | None:
    """Until when the times must be told; None where no rule says so.

    tve-process-2020/p21-3z: not later than three working days before.
    """
    institution = sitting.commission.campaign.institution
    book = rulebook_of(institution, timezone.localdate(sitting.starts_at))
    if RULE not in book.rules:
        return None
    return count(book.rule(RULE), sitting.starts_at, calendar_of(institution))
