"""Everything before the first sitting, each deed on the day it is due or earlier."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hattama.calendars.queries import calendar_of
from hattama.demo.case import Case, sign_all
from hattama.demo.days import moment
from hattama.demo.papers import paper
from hattama.final.actions.acquaintance import (
    confirm_acquaintance,
    send_acquaintance,
)
from hattama.final.actions.admission import draft_admission_order
from hattama.final.actions.checks import record_technical_check
from hattama.final.actions.commission import (
    Composition,
    appoint_commission,
    draft_commission_order,
)
from hattama.final.actions.meetings import record_meeting, schedule_meeting
from hattama.final.actions.packs import hand_in
from hattama.final.actions.tickets import set_tickets
from hattama.final.actions.topics import (
    Assignment,
    draft_topics_order,
    enrol_candidates,
    set_topics,
)
from hattama.final.models import Candidate, Meeting
from hattama.final.queries.candidates import examined, undecided
from hattama.final.queries.meetings import required_topics
from hattama.final.queries.packs import kinds_of

LINK = "https://meet.example/hattama"
ITEMS = ("camera", "microphone", "network", "power", "screen", "sound")
SLOW = 6  # every sixth student is slow
HOUR = timedelta(hours=1)
Deed = Callable[[Case, datetime], None]


def prepare(case: Case, until: datetime) -> None:
    """Do what is done by a moment; what lies after it waits."""
    calendar = calendar_of(case.house.institution)
    for days, deed in DEEDS:
        at = moment(calendar, case.attestation.first_sitting, days)
        if at < until:
            deed(case, at)


def appoint(case: Case, at: datetime) -> None:
    """Enrol the graduates, put the commission together, have its order signed."""
    by, team, told = case.house.preparer, case.team, case.house.told["commission"]
    enrol_candidates(attestation=case.attestation, groups=[team.group], by=by, now=at)
    if tickets := team.told.get("tickets"):
        set_tickets(attestation=case.attestation, tickets=tickets, by=by, now=at)
    case.commission = appoint_commission(
        campaign=case.campaign,
        name={code: told[code].format(name=team.told["name"][code]) for code in told},
        attestations=[case.attestation],
        composition=Composition(team.chair, team.members, team.secretary),
        by=by,
        now=at,
    )
    order = draft_commission_order(commission=case.commission, by=by, now=at)
    sign_all(order, at + HOUR)
    case.commission.refresh_from_db()


def acquaint(case: Case, at: datetime) -> None:
    """Tell everybody the procedure; the slow ones do not confirm."""
    send_acquaintance(
        attestation=case.attestation,
        confirm_by=at + timedelta(days=10),
        by=case.house.preparer,
        now=at,
    )
    for number, candidate in enumerate(case.candidates(), 1):
        if number % SLOW:
            confirm_acquaintance(
                candidate=candidate,
                how="app",
                by=candidate.student.person,
                now=at + number * HOUR,
            )


def approve_topics(case: Case, at: datetime) -> None:
    """Give everybody topic, supervisor and reviewer; have the order signed."""
    if not case.defends:
        return
    by = case.team.department_head
    assignments = {
        candidate: _assignment(case, number)
        for number, candidate in enumerate(case.candidates())
    }
    set_topics(attestation=case.attestation, assignments=assignments, by=by, now=at)
    sign_all(draft_topics_order(attestation=case.attestation, by=by, now=at), at + HOUR)


def _assignment(case: Case, number: int) -> Assignment:
    told, supervisors = case.team.told, case.team.supervisors
    thing = told["things"][number % len(told["things"])]
    pattern = told["topics"][number // len(told["things"])]
    return Assignment(
        topic={code: pattern[code].format(thing[code]) for code in thing},
        supervisor=supervisors[number % len(supervisors)],
        reviewer=case.team.reviewer,
    )


def consult(case: Case, at: datetime) -> None:
    """Hold a consultation."""
    meeting = _met(case, Meeting.Kind.CONSULTATION, at)
    _record(case, meeting, ["formatting"], passed=False)


def predefend(case: Case, at: datetime) -> None:
    """Hold the preliminary defence, where there is one."""
    if case.defends:
        meeting = _met(case, Meeting.Kind.PREDEFENCE, at)
        _record(case, meeting, ["formatting"], passed=True)


def instruct(case: Case, at: datetime) -> None:
    """Hold the instruction webinar."""
    meeting = _met(case, Meeting.Kind.WEBINAR, at)
    topics, _norms = required_topics(case.attestation)
    _record(case, meeting, [*topics, "equipment"], passed=False)


def _met(case: Case, kind: str, at: datetime) -> Meeting:
    return schedule_meeting(
        attestation=case.attestation,
        kind=kind,
        starts_at=at + HOUR,
        link=LINK,
        by=case.team.secretary,
        now=at - timedelta(days=2),
    )


def _record(case: Case, meeting: Meeting, topics: list[str], *, passed: bool) -> None:
    there = case.candidates()
    record_meeting(
        meeting=meeting,
        topics=topics,
        present=[candidate.student.person for candidate in there],
        passed=there if passed else [],
        by=case.team.secretary,
        now=meeting.starts_at + 2 * HOUR,
    )


def admit(case: Case, at: datetime) -> None:
    """Have the admission order drawn up; one that lies ahead waits for the head."""
    order = draft_admission_order(
        attestation=case.attestation,
        chosen=[one.pk for one in _admissible(case)],
        by=case.house.leaders["vice_head"],
        now=at,
    )
    if not case.ahead:
        sign_all(order, at + HOUR)


def _admissible(case: Case) -> list[Candidate]:
    rows = examined(case.attestation, undecided(case.attestation))
    return [row.candidate for row in rows if not row.reasons]


def hand_in_packs(case: Case, at: datetime) -> None:
    """Let students hand in what is asked for; for one that lies ahead, half of them."""
    for number, candidate in enumerate(case.candidates()[:: 1 + case.ahead]):
        for kind in kinds_of(case.attestation):
            hand_in(
                candidate=candidate,
                kind=kind,
                name=f"{kind}-{candidate.pk}.pdf",
                data=paper(candidate, kind),
                by=candidate.student.person,
                now=at + number * timedelta(minutes=3),
            )


def check_equipment(case: Case, at: datetime) -> None:
    """Look at the room and at everybody's equipment."""
    for candidate in [None, *case.candidates()]:
        record_technical_check(
            attestation=case.attestation,
            candidate=candidate,
            passed=ITEMS,
            failed=(),
            remark="",
            by=case.team.secretary,
            now=at,
        )


# Working days before the first sitting.
DEEDS: tuple[tuple[int, Deed], ...] = (
    (-33, appoint),
    (-24, acquaint),
    (-22, approve_topics),
    (-18, consult),
    (-15, predefend),
    (-13, admit),
    (-12, hand_in_packs),
    (-4, instruct),
    (-2, check_equipment),
)
