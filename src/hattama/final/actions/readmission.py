"""Let a student come once more, by a decision of the commission."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hattama.base import ledger
from hattama.base.texts import said
from hattama.core.ballots import must_have_quorum
from hattama.core.readmission import Why, must_be_readmissible
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import CommissionDecision
from hattama.documents.models import Document, Signature
from hattama.final.models import Candidate, Commission, Hearing, Seat
from hattama.final.queries import papers
from hattama.final.queries.free import unexcused_absences
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

GROUNDS = {
    "failed": _("the unsatisfactory result of final attestation"),
    "absent": _("absence for a documented valid reason"),
}


@dataclass(frozen=True)
class Vote:
    """How the commission voted.

    Attributes:
        present: chair and members who were there.
        ayes, noes: votes for and against; who abstained is in neither.
    """

    present: Collection[Person]
    ayes: int
    noes: int


@transaction.atomic
def readmit(
    *, candidate: Candidate, again_on: date, vote: Vote, by: Person, now: datetime
) -> Candidate:
    """Decide that a student comes once more; the decision is signed like a protocol.

    The new candidacy may be heard once the decision is registered. Of two who
    readmit at the same moment the second one is refused.

    Args:
        candidate: who failed, or was absent for a valid reason.
        again_on: when the student is to be heard.
        vote: of the commission.
        by: the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair", "already-readmitted", "candidate-has-sitting",
            "not-heard-yet", "votes-impossible", "no-quorum", "not-carried"; as
            `core.readmission.must_be_readmissible`.
    """
    commission = _must_chair(candidate, by)
    _must_be_new(candidate)
    last = _must_have_been_due(candidate)
    why = _why(candidate, last)
    must_be_readmissible(
        book=by.institution.book,
        why=why,
        documented=not unexcused_absences().filter(pk=last.pk).exists(),
        passed=_results_of(candidate, passed=True),
        held_on=timezone.localdate(last.sitting.starts_at),
        again_on=again_on,
    )
    _must_be_carried(commission, vote, now)
    facts = _facts(candidate, commission, why, again_on, vote, now)
    decision = _decided(candidate, commission, facts, by, now)
    return _new_candidacy(candidate, decision, by, now)


@transaction.atomic
def hear_anew(
    candidate: Candidate, decision: Document, by: Person, now: datetime
) -> Candidate:
    """Let a student be heard once more because the appeals commission decided so.

    The old result stays readable with its protocol; the new hearing gives another one.

    Args:
        candidate: whose result was appealed against.
        decision: the registered protocol of the appeals commission.
        by: who delivers the decision.
        now: aware.

    Raises:
        RuleBroken: "protocol-not-signed", "already-readmitted".
    """
    if decision.state != Document.State.REGISTERED:
        raise RuleBroken("protocol-not-signed", "he-attestation-2020/p67")
    _must_be_new(candidate)
    return _new_candidacy(candidate, decision, by, now)


def _must_chair(candidate: Candidate, by: Person) -> Commission:
    commission = candidate.commission
    chairs = Seat.objects.filter(commission=commission, person=by, role=Seat.Role.CHAIR)
    if commission is None or not chairs.exists():
        raise RuleBroken("not-chair", "tve-process-2020/p21-4d")
    return commission


def _must_be_new(candidate: Candidate) -> None:
    """Refuse a second decision, unless somebody refused to sign the first one.

    The candidate's row is held, so that of two at once the second one finds the first.
    """
    Candidate.objects.select_for_update().get(pk=candidate.pk)
    later = Candidate.objects.filter(
        attestation=candidate.attestation,
        student=candidate.student,
        attempt__gt=candidate.attempt,
    ).exclude(readmitted_by__state=Document.State.REFUSED)
    if later.exists():
        raise RuleBroken("already-readmitted")


def _must_have_been_due(candidate: Candidate) -> Hearing:
    """Give the last hearing of who has none to come."""
    hearings = candidate.hearings.select_related("sitting")
    if hearings.filter(outcome=Hearing.Outcome.WAITING).exists():
        raise RuleBroken("candidate-has-sitting", name=str(candidate.student))
    last = hearings.order_by("sitting__starts_at").last()
    if last is None:
        raise RuleBroken("not-heard-yet")
    return last


def _why(candidate: Candidate, last: Hearing) -> Why:
    if candidate.results.filter(replaced_by=None).exists():
        return "failed"
    if last.outcome != Hearing.Outcome.ABSENT:
        raise RuleBroken("not-heard-yet")
    return "absent"


def _results_of(candidate: Candidate, *, passed: bool) -> bool:
    return candidate.results.filter(passed=passed, replaced_by=None).exists()


def _must_be_carried(commission: Commission, vote: Vote, now: datetime) -> None:
    voters = set(
        commission.seats.exclude(role=Seat.Role.SECRETARY).values_list(
            "person", flat=True
        )
    )
    here = {person.pk for person in vote.present} & voters
    votes = vote.ayes + vote.noes
    if min(vote.ayes, vote.noes) < 0 or votes > len(here):
        raise RuleBroken("votes-impossible", votes=votes, seated=len(here))
    book = rulebook_of(commission.campaign.institution, timezone.localdate(now))
    must_have_quorum(len(here), len(voters), book.share("quorum"))
    if vote.ayes <= vote.noes:
        raise RuleBroken("not-carried", ayes=vote.ayes, noes=vote.noes)


def _facts(
    candidate: Candidate,
    commission: Commission,
    why: Why,
    again_on: date,
    vote: Vote,
    now: datetime,
) -> CommissionDecision:
    names = {person.full_name for person in vote.present}
    members = papers.members_of(commission)
    decided = said(_("to readmit to final attestation on %(day)s"), day=again_on)
    return {
        "matter": "readmission",
        "programme": papers.programme_line(candidate.attestation),
        "commission_order": papers.reference(commission.order),
        "remote": True,
        "sitting_at": papers.moment(now, commission.campaign.institution),
        "present": [
            one
            for one in members
            if one["role"] != Seat.Role.SECRETARY and one["name"] in names
        ],
        "secretary": _secretary(commission).full_name,
        "grounds": [said(GROUNDS[why])],
        "ayes": vote.ayes,
        "noes": vote.noes,
        "decided": [
            {"what": decided, "students": [candidate.student.person.full_name]}
        ],
    }


def _secretary(commission: Commission) -> Person:
    return commission.seats.get(role=Seat.Role.SECRETARY).person


def _decided(
    candidate: Candidate,
    commission: Commission,
    facts: CommissionDecision,
    by: Person,
    now: datetime,
) -> Document:
    student = candidate.student.person
    decision = documents.draft(
        institution=by.institution,
        kind=Document.Kind.DECISION,
        template="commission-decision",
        title=said(_("Decision on readmission: %(name)s"), name=student.full_name),
        about=f"candidate:{candidate.pk}",
        facts=dict(facts),
        signers=[
            (by, Signature.Role.CHAIR),
            (_secretary(commission), Signature.Role.SECRETARY),
        ],
        by=by,
        now=now,
        readers=[student],
    )
    documents.start_signing(decision, by, now)
    return decision


def _new_candidacy(
    candidate: Candidate, decision: Document, by: Person, now: datetime
) -> Candidate:
    """Make the next candidacy; one whose decision was not signed is taken up again."""
    again, _new = Candidate.objects.update_or_create(
        attestation=candidate.attestation,
        student=candidate.student,
        attempt=candidate.attempt + 1,
        defaults={
            "commission": candidate.commission,
            "readmitted_by": decision,
            "topic": candidate.topic,
            "supervisor": candidate.supervisor,
            "reviewer": candidate.reviewer,
            "topic_order": candidate.topic_order,
            "admission": Candidate.Admission.ADMITTED,
            "admission_order": decision,
            "needs": candidate.needs,
        },
    )
    ledger.append(
        institution=by.institution_id,
        stream=f"candidate:{candidate.pk}",
        act="student-readmitted",
        by=by.key,
        at=now,
        facts={"decision": decision.pk, "candidate": again.pk},
    )
    return again
