"""Consultations, preliminary defences and the instruction webinar."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Attendance, Attestation, Candidate, Meeting
from hattama.final.queries.meetings import expected, required_topics, webinar_window
from hattama.notices import actions as notices
from hattama.people.models import Person

SUBJECTS = {
    Meeting.Kind.CONSULTATION: _("Consultation on %(when)s"),
    Meeting.Kind.PREDEFENCE: _("Preliminary defence on %(when)s"),
    Meeting.Kind.WEBINAR: _("Instruction webinar on %(when)s"),
}
BODY = _("Programme %(programme)s. Time: %(when)s. Link: %(link)s")


@transaction.atomic
def schedule_meeting(
    *,
    attestation: Attestation,
    kind: str,
    starts_at: datetime,
    link: str,
    by: Person,
    now: datetime,
) -> Meeting:
    """Set a meeting and invite those it is for.

    A webinar outside its window is possible; that it lies outside is recorded.

    Args:
        attestation: which.
        kind: of `Meeting.Kind`.
        starts_at: aware, in the future and before the first sitting.
        link: of the outside video room; may be empty.
        by: who sets it.
        now: aware.

    Sources: tve-attestation-2020/p18a, p18b, p18f, p19a;
    he-attestation-2020/p70f, p73b.

    Raises:
        RuleBroken: `meeting-at-wrong-time`; `no-predefence-in-this-form`.
    """
    if not now < starts_at < attestation.first_sitting:
        raise RuleBroken(
            "meeting-at-wrong-time", first=now, last=attestation.first_sitting
        )
    defends = attestation.form == Attestation.Form.DEFENCE
    if kind == Meeting.Kind.PREDEFENCE and not defends:
        raise RuleBroken("no-predefence-in-this-form")
    meeting = Meeting.objects.create(
        attestation=attestation, kind=kind, starts_at=starts_at, link=link
    )
    _invite(meeting, by, now)
    facts: dict[str, object] = {"kind": kind, "starts_at": starts_at.isoformat()}
    window = webinar_window(attestation)
    if kind == Meeting.Kind.WEBINAR and window:
        facts["outside_window"] = not window[0] <= starts_at <= window[1]
    record(attestation, "meeting-scheduled", by, now, facts)
    return meeting


@transaction.atomic
def record_meeting(
    *,
    meeting: Meeting,
    topics: Collection[str],
    present: Collection[Person],
    passed: Collection[Candidate],
    by: Person,
    now: datetime,
) -> None:
    """Write down who was there, what was explained, who passed a preliminary defence.

    Recording again corrects the record; the ledger keeps both.

    Args:
        meeting: begun.
        topics: codes of `queries.words.TOPICS`.
        present: who was there.
        passed: of a preliminary defence, present.
        by: who writes it down.
        now: aware.

    Sources: tve-attestation-2020/p18f, p19b; tve-process-2020/p21-3k;
    he-attestation-2020/p70f, p74e.

    Raises:
        RuleBroken: `meeting-not-begun`; `webinar-topics-missing`; `passed-but-absent`.
    """
    if now < meeting.starts_at:
        raise RuleBroken("meeting-not-begun", start=meeting.starts_at)
    if meeting.kind == Meeting.Kind.WEBINAR:
        _must_cover(meeting, topics)
    _must_be_there(passed, present)
    meeting.topics, meeting.held_at, meeting.held_by = sorted(topics), now, by
    meeting.save(update_fields=["topics", "held_at", "held_by"])
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=person) for person in present
    )
    if meeting.kind == Meeting.Kind.PREDEFENCE:
        _note_passed(meeting, passed)
    facts = {
        "meeting": meeting.pk,
        "kind": meeting.kind,
        "topics": meeting.topics,
        "present": sorted(person.key for person in present),
        "passed": sorted(candidate.pk for candidate in passed),
    }
    record(meeting.attestation, "meeting-held", by, now, facts)


def _must_be_there(passed: Collection[Candidate], present: Collection[Person]) -> None:
    people = {person.pk for person in present}
    for candidate in passed:
        if candidate.student.person_id not in people:
            name = candidate.student.person.full_name
            raise RuleBroken("passed-but-absent", name=name)


def _must_cover(meeting: Meeting, topics: Collection[str]) -> None:
    required, norms = required_topics(meeting.attestation)
    if required - set(topics):
        raise RuleBroken("webinar-topics-missing", *norms)


def _note_passed(meeting: Meeting, passed: Collection[Candidate]) -> None:
    zone = ZoneInfo(meeting.attestation.campaign.institution.zone)
    on = meeting.starts_at.astimezone(zone).date()
    candidates = Candidate.objects.filter(attestation=meeting.attestation)
    candidates.filter(predefended_on=on).update(predefended_on=None)
    candidates.filter(pk__in=[one.pk for one in passed]).update(predefended_on=on)


def _invite(meeting: Meeting, by: Person, now: datetime) -> None:
    attestation = meeting.attestation
    notices.notify(
        institution=attestation.campaign.institution,
        kind=f"meeting-{meeting.kind}",
        about=attestation.stream,
        subject=said(SUBJECTS[Meeting.Kind(meeting.kind)], when=meeting.starts_at),
        body=said(
            BODY,
            programme=attestation.programme.name,
            when=meeting.starts_at,
            link=meeting.link or "—",
        ),
        people=expected(meeting),
        by=by,
        now=now,
        link=reverse("my_attestation"),
    )
