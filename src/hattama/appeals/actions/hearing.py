"""The appeals commission's deeds: set the sitting, decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.actions.holding import hold
from hattama.appeals.actions.telling import record, tell
from hattama.appeals.models import Appeal, AppealsCommission, AppealsSeat
from hattama.base.texts import said
from hattama.core.appeals import decided, must_be_impartial
from hattama.core.ballots import SCALES, must_have_quorum
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import AppealDecision
from hattama.documents.models import Document, Signature
from hattama.final.models import Result
from hattama.final.queries.papers import member, moment, programme_line, reference
from hattama.final.queries.protocol import grade_words
from hattama.people.models import Person

TITLE = _("Decision on the appeal of %(name)s")
UNDECIDED = (Appeal.State.LODGED, Appeal.State.SCHEDULED)


@dataclass(frozen=True)
class Verdict:
    """What the commission came to.

    Attributes:
        present: the seats that were there, the chair among them.
        votes: number of votes by decision, of `Appeal.Decision`.
        grade, points: the new grade where the result is changed.
        considered: what was looked at, one thing a line.
        reason: why it was decided so.
    """

    present: Sequence[AppealsSeat]
    votes: Mapping[str, int]
    considered: str
    reason: str
    grade: str = ""
    points: int | None = None


@transaction.atomic
def schedule_appeal(
    appeal: Appeal, *, at: datetime, link: str, by: Person, now: datetime
) -> None:
    """Set, or set anew, the sitting on an appeal and tell everybody.

    A sitting after the second working day is set all the same, and recorded as late:
    the student must be heard (he-attestation-2020/p66).

    Args:
        appeal: not decided yet.
        at: when the commission meets, aware.
        link: of the online meeting.
        by: the secretary or the chair.
        now: aware.

    Raises:
        RuleBroken: "appeal-over"; "appeals-commission-missing"
            (he-attestation-2020/p65a); "appeal-sitting-past"; as
            `core.appeals.must_be_impartial`, should a member have joined an
            attestation commission since.
    """
    hold(appeal)
    if appeal.state not in UNDECIDED:
        raise RuleBroken("appeal-over")
    commission = queries.commission_in_force(appeal.campaign)
    if commission is None:
        raise RuleBroken("appeals-commission-missing", "he-attestation-2020/p65a")
    if at <= now:
        raise RuleBroken("appeal-sitting-past")
    seats = queries.seats_of(commission)
    _must_still_be_impartial(appeal, seats, now)
    appeal.commission = commission
    appeal.sitting_at, appeal.meeting_link = at, link
    appeal.state = Appeal.State.SCHEDULED
    appeal.save(update_fields=["commission", "sitting_at", "meeting_link", "state"])
    _hand_over_papers(appeal, seats)
    late = at > queries.hearing_deadline(appeal).at
    record(
        appeal,
        "appeal-sitting-set",
        by,
        now,
        {"at": at.isoformat(), "commission": commission.pk, "late": late},
    )
    tell(
        appeal,
        "appeal-sitting",
        [appeal.student, *(seat.person for seat in seats)],
        _("Sitting on the appeal: %(at)s"),
        _("The appeals commission meets online on %(at)s. %(link)s"),
        now,
        at=at,
        link=link,
    )


def _hand_over_papers(appeal: Appeal, seats: Sequence[AppealsSeat]) -> None:
    people = [seat.person for seat in seats]
    appeal.application.readers.add(*people)
    appeal.result.protocol.readers.add(*people)


@transaction.atomic
def record_decision(
    appeal: Appeal, verdict: Verdict, *, by: Person, now: datetime
) -> Document:
    """Record the vote and draw up the protocol for chair and secretary to sign.

    Args:
        appeal: whose sitting has begun; also one whose protocol was not signed.
        verdict: what the commission came to.
        by: the secretary of the appeals commission.
        now: aware.

    Raises:
        RuleBroken: "appeal-over", "appeal-not-heard", "appeals-chair-absent",
            "no-quorum", "appeal-votes-wrong", "appeal-no-majority",
            "appeal-without-reason", "not-on-scale", "appeal-same-grade"; as
            `core.appeals.must_be_impartial`.

    Norms: he-attestation-2020/p65c, p66; tve-process-2020/p21-5d.
    """
    hold(appeal)
    _must_be_before_the_commission(appeal, now)
    seats = queries.seats_of(appeal.commission)
    _must_still_be_impartial(appeal, seats, now)
    decision = _decision(appeal, verdict, seats, now)
    _keep(appeal, verdict, decision, now)
    appeal.protocol = _protocol(appeal, verdict, seats, by, now)
    appeal.save(update_fields=["protocol"])
    record(
        appeal,
        "appeal-decided",
        by,
        now,
        {
            "decision": decision,
            "votes": dict(verdict.votes),
            "present": [seat.person.key for seat in verdict.present],
            "protocol": appeal.protocol.pk,
        },
        {"reason": appeal.reason},
    )
    documents.start_signing(appeal.protocol, by, now)
    return appeal.protocol


def _must_be_before_the_commission(appeal: Appeal, now: datetime) -> None:
    if queries.may_be_decided(appeal, now):
        return
    if appeal.state in UNDECIDED:
        raise RuleBroken("appeal-not-heard", "he-attestation-2020/p66")
    raise RuleBroken("appeal-over")


def _must_still_be_impartial(
    appeal: Appeal, seats: Sequence[AppealsSeat], now: datetime
) -> None:
    people = [(seat.person, seat.role) for seat in seats]
    must_be_impartial(
        queries.adjudicators(appeal.campaign, people),
        queries.rules_for(appeal.result, now),
    )


def _decision(
    appeal: Appeal, verdict: Verdict, seats: Sequence[AppealsSeat], now: datetime
) -> str:
    present = {seat.pk for seat in verdict.present if seat.role != "secretary"}
    voters = [seat for seat in seats if seat.role != "secretary"]
    if not any(seat.pk in present and seat.role == "chair" for seat in voters):
        raise RuleBroken("appeals-chair-absent")
    quorum = Fraction(str(queries.rules_for(appeal.result, now).value("quorum")))
    must_have_quorum(len(present), len(voters), quorum.as_integer_ratio())
    if not verdict.reason.strip():
        raise RuleBroken("appeal-without-reason")
    decision = decided(verdict.votes, len(present))
    if decision == Appeal.Decision.CHANGED:
        _must_change(appeal.result, verdict)
    return decision


def _must_change(result: Result, verdict: Verdict) -> None:
    passes(result, verdict.grade)
    if (verdict.grade, verdict.points) == (result.grade, result.points):
        raise RuleBroken("appeal-same-grade")


def passes(result: Result, grade: str) -> bool:
    """Say whether a grade passes, on the scale of the institution.

    Raises:
        RuleBroken: "not-on-scale".
    """
    return SCALES[queries.scale_of(result)].grade(grade).passes


def _keep(appeal: Appeal, verdict: Verdict, decision: str, now: datetime) -> None:
    changed = decision == Appeal.Decision.CHANGED
    appeal.decision = decision
    appeal.votes = dict(verdict.votes)
    appeal.grade = verdict.grade if changed else ""
    appeal.points = verdict.points if changed else None
    appeal.considered = verdict.considered.strip()
    appeal.reason = verdict.reason.strip()
    appeal.decided_at = now
    appeal.state = Appeal.State.DECIDED
    appeal.save()
    appeal.present.set(verdict.present)


def _protocol(
    appeal: Appeal,
    verdict: Verdict,
    seats: Sequence[AppealsSeat],
    by: Person,
    now: datetime,
) -> Document:
    chair = next(seat.person for seat in seats if seat.role == "chair")
    secretary = next(seat.person for seat in seats if seat.role == "secretary")
    return documents.draft(
        institution=queries.institution_of(appeal.result),
        kind=Document.Kind.PROTOCOL,
        template="appeal-decision",
        title=said(TITLE, name=appeal.student.full_name),
        about=appeal.stream,
        facts=_facts(appeal, verdict, secretary),
        signers=[(chair, Signature.Role.CHAIR), (secretary, Signature.Role.SECRETARY)],
        by=by,
        now=now,
        readers=[appeal.student, *(seat.person for seat in seats)],
    )


def _facts(appeal: Appeal, verdict: Verdict, secretary: Person) -> AppealDecision:
    result, institution = appeal.result, queries.institution_of(appeal.result)
    commission = appeal.commission or AppealsCommission()
    return {
        "order": reference(commission.order),
        "sitting_at": moment(appeal.sitting_at, institution),
        "application": reference(appeal.application),
        "student": appeal.student.full_name,
        "group": result.candidate.student.group.name,
        "programme": programme_line(result.candidate.attestation),
        "protocol": reference(result.protocol),
        "claim": appeal.text,
        "old_grade": result.grade,
        "old_points": result.points,
        "present": [
            member(seat.person, seat.role)
            for seat in verdict.present
            if seat.role != "secretary"
        ],
        "secretary": secretary.full_name,
        "considered": [
            {"kk": line, "ru": line} for line in appeal.considered.splitlines() if line
        ],
        "decision": appeal.decision,
        "tally": [
            {"choice": choice, "votes": votes}
            for choice, votes in verdict.votes.items()
            if votes
        ],
        "new_grade": appeal.grade,
        "new_grade_words": grade_words(appeal.grade) if appeal.grade else {},
        "new_points": appeal.points,
        "reason": appeal.reason,
    }
