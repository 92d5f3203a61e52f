"""Tell everybody when the hearings are, with an entry for their calendars."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, files, ledger
from hattama.base.models import StoredFile
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.final.actions.sittings import must_be_chair_or_secretary
from hattama.final.models import Hearing, Sitting
from hattama.final.queries.calendar_entries import (
    KIND,
    Entry,
    announcements,
    calendar_file,
    commission_of,
    entry_of_hearing,
    entry_of_sitting,
    notice_due,
)
from hattama.notices import actions as notices
from hattama.people.models import Person

MEDIA_TYPE = "text/calendar"


@transaction.atomic
def announce_sitting(*, sitting: Sitting, by: Person, now: datetime) -> None:
    """Tell students, commission and guides their times, at any change anew.

    A later announcement replaces the earlier one in everybody's calendar: the entries
    keep their identity and count up their sequence. What is told later than three
    working days before is told all the same, and recorded as late
    (tve-process-2020/p21-3z).

    Raises:
        RuleBroken: "not-chair-or-secretary", "nothing-to-announce",
            "sitting-already-began".
    """
    must_be_chair_or_secretary(sitting, by)
    hearings = _hearings(sitting)
    if not hearings:
        raise RuleBroken("nothing-to-announce")
    if sitting.state in (Sitting.State.OPEN, Sitting.State.CLOSED):
        raise RuleBroken("sitting-already-began")
    sequence = announcements(sitting)
    _tell(sitting, entry_of_sitting(sitting), commission_of(sitting), by, now, sequence)
    for hearing in hearings:
        people = _people(hearing)
        _tell(sitting, entry_of_hearing(hearing), people, by, now, sequence)
    _record(sitting, by, now, sequence)


def _hearings(sitting: Sitting) -> list[Hearing]:
    return list(
        sitting.hearings.select_related(
            "candidate__student__person",
            "candidate__supervisor",
            "candidate__reviewer",
            "sitting__commission",
        )
    )


def _people(hearing: Hearing) -> list[Person]:
    candidate = hearing.candidate
    guides = [candidate.supervisor, candidate.reviewer]
    return [candidate.student.person, *(guide for guide in guides if guide)]


def _tell(
    sitting: Sitting,
    entry: Entry,
    people: Iterable[Person],
    by: Person,
    now: datetime,
    sequence: int,
) -> None:
    notices.notify(
        institution=sitting.commission.campaign.institution,
        kind=KIND,
        about=sitting.stream,
        subject=entry.title,
        body=said(
            _("%(title)s: %(at)s. The entry for your calendar is attached."),
            title=entry.title,
            at=entry.starts,
        ),
        people=people,
        by=by,
        now=now,
        link=reverse("sitting", args=[sitting.pk]),
        files=[_kept(sitting, entry, sequence, now)],
    )


def _kept(sitting: Sitting, entry: Entry, sequence: int, now: datetime) -> StoredFile:
    return files.keep(
        institution=sitting.commission.campaign.institution_id,
        name=f"{entry.key}.ics",
        data=calendar_file([entry], sequence, now),
        kind=MEDIA_TYPE,
    )


def _record(sitting: Sitting, by: Person, now: datetime, sequence: int) -> None:
    due = notice_due(sitting)
    sitting.announced_at = now
    sitting.state = Sitting.State.ANNOUNCED
    sitting.save(update_fields=["announced_at", "state"])
    ledger.append(
        institution=sitting.commission.campaign.institution_id,
        stream=f"commission:{sitting.commission_id}",
        act="sitting-announced",
        by=by.key,
        at=now,
        facts={
            "sitting": sitting.pk,
            "sequence": sequence,
            "due": due.at.isoformat() if due else None,
            "late": due is not None and now > due.at,
        },
    )
    bell.ring(sitting.stream)
