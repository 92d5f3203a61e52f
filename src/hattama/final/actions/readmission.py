"""Let a student come once more, by a decision of the commission."""

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
from hattama.documents.models import Document
from hattama.final.models import Application, Candidate, Commission, Hearing, Seat
from hattama.final.queries import papers
from hattama.people.models import Person
from hattama.people.queries import rulebook_of


@transaction.atomic
def readmit(
    *,
    candidate: Candidate,
    again_on: date,
    ayes: int,
    noes: int,
    by: Person,
    now: datetime,
) -> Candidate:
    """Decide that a student comes once more; the decision is signed like a protocol.

    The new candidacy may be heard once the decision is registered.

    Args:
        candidate: who failed, or was absent for a valid reason.
        again_on: when the student is to be heard.
        ayes, noes: votes of the commission, all present members voting.
        by: the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair", "not-heard-yet", "already-readmitted", "no-quorum",
            "not-carried"; as `core.readmission.must_be_readmissible`.
    """
    commission = _must_chair(candidate, by)
    last = _must_have_missed(candidate)
    why: Why = "failed" if candidate.results.exists() else "absent"
    must_be_readmissible(
        book=by.institution.book,
        why=why,
        documented=_is_documented(last),
        passed=candidate.results.filter(passed=True).exists(),
        held_on=timezone.localdate(last.sitting.starts_at),
        again_on=again_on,
    )
    _must_be_carried(commission, ayes, noes, now)
    decision = documents.draft(
        institution=by.institution,
        kind=Document.Kind.DECISION,
        template="commission-decision",
        title=said(
            _("Decision on readmission: %(name)s"),
            name=candidate.student.person.full_name,
        ),
        about=f"candidate:{candidate.pk}",
        facts=dict(_facts(candidate, commission, why, again_on, ayes, noes, now)),
        signers=[
            (by, "chair"),
            (commission.seats.get(role=Seat.Role.SECRETARY).person, "secretary"),
        ],
        by=by,
        now=now,
        readers=[candidate.student.person],
    )
    documents.start_signing(decision, by, now)
    return _new_candidacy(candidate, decision, by, now)


def _new_candidacy(
    candidate: Candidate, decision: Document, by: Person, now: datetime
) -> Candidate:
    again = Candidate.objects.create(
        attestation=candidate.attestation,
        student=candidate.student,
        commission=candidate.commission,
        attempt=candidate.attempt + 1,
        readmitted_by=decision,
        topic=candidate.topic,
        supervisor=candidate.supervisor,
        reviewer=candidate.reviewer,
        topic_order=candidate.topic_order,
        admission=Candidate.Admission.ADMITTED,
        admission_order=decision,
        needs=candidate.needs,
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


def _must_chair(candidate: Candidate, by: Person) -> Commission:
    commission = candidate.commission
    chairs = Seat.objects.filter(commission=commission, person=by, role=Seat.Role.CHAIR)
    if commission is None or not chairs.exists():
        raise RuleBroken("not-chair", "tve-process-2020/p21-4d")
    return commission


def _must_have_missed(candidate: Candidate) -> Hearing:
    """Give the last hearing of who failed or did not come."""
    if Candidate.objects.filter(
        attestation=candidate.attestation,
        student=candidate.student,
        attempt__gt=candidate.attempt,
    ).exists():
        raise RuleBroken("already-readmitted")
    last = (
        candidate.hearings.exclude(outcome=Hearing.Outcome.WAITING)
        .order_by("sitting__starts_at")
        .last()
    )
    if last is None:
        raise RuleBroken("not-heard-yet")
    return last


def _is_documented(hearing: Hearing) -> bool:
    return hearing.applications.filter(
        kind=Application.Kind.ABSENCE, state=Application.State.GRANTED
    ).exists()


def _must_be_carried(
    commission: Commission, ayes: int, noes: int, now: datetime
) -> None:
    voters = commission.seats.exclude(role=Seat.Role.SECRETARY).count()
    book = rulebook_of(commission.campaign.institution, timezone.localdate(now))
    if ayes + noes > voters:
        raise RuleBroken("votes-impossible", votes=ayes + noes, seated=voters)
    must_have_quorum(ayes + noes, voters, book.share("quorum"))
    if ayes <= noes:
        raise RuleBroken("not-carried", ayes=ayes, noes=noes)


def _facts(
    candidate: Candidate,
    commission: Commission,
    why: Why,
    again_on: date,
    ayes: int,
    noes: int,
    now: datetime,
) -> CommissionDecision:
    members = papers.members_of(commission)
    grounds = {
        "failed": _("the unsatisfactory result of final attestation"),
        "absent": _("absence for a documented valid reason"),
    }
    return {
        "matter": "readmission",
        "programme": papers.programme_line(candidate.attestation),
        "commission_order": papers.reference(commission.order),
        "remote": True,
        "sitting_at": papers.moment(now, commission.campaign.institution),
        "present": [one for one in members if one["role"] != "secretary"],
        "secretary": next(one["name"] for one in members if one["role"] == "secretary"),
        "grounds": [said(grounds[why])],
        "ayes": ayes,
        "noes": noes,
        "decided": [
            {
                "what": said(
                    _("to readmit to final attestation on %(day)s"), day=again_on
                ),
                "students": [candidate.student.person.full_name],
            }
        ],
    }
