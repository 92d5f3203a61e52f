"""Lists of candidates, and what admission depends on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from hattama.core.admission import Standing, doubts, reasons_against
from hattama.core.sorting import search_key
from hattama.documents.models import Document
from hattama.final.models import Attestation, Candidate
from hattama.final.models.candidate import CandidateQuerySet
from hattama.final.queries.orders import IN_FORCE, UNDER_WAY
from hattama.notices.models import Delivery
from hattama.people.models import Student
from hattama.people.queries import rulebook_of


@dataclass(frozen=True)
class Examined:
    """A candidate with what speaks against admission (codes) and what is doubtful."""

    candidate: Candidate
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


def candidates_of(attestation: Attestation, wanted: str = "") -> CandidateQuerySet:
    """An attestation's candidates in the order of the Kazakh alphabet.

    Args:
        attestation: which.
        wanted: part of a name, as typed; empty for all.
    """
    found = Candidate.objects.filter(attestation=attestation).with_people()
    found = found.order_by("student__person__sort_key", "pk")
    if not wanted:
        return found
    return found.filter(student__person__search_key__contains=search_key(wanted))


def without_topic_order(attestation: Attestation) -> CandidateQuerySet:
    """Those whose topic is ready and stands in no order that counts."""
    return candidates_of(attestation).filter(
        ~Q(topic_order__state__in=IN_FORCE) | Q(topic_order=None),
        ~Q(topic={}),
        supervisor__isnull=False,
    )


def undecided(attestation: Attestation) -> CandidateQuerySet:
    """Those whom no admission order that counts admits yet."""
    admitted = Q(
        admission=Candidate.Admission.ADMITTED, admission_order__state__in=IN_FORCE
    )
    return candidates_of(attestation).exclude(admitted)


def being_signed(attestation: Attestation) -> Document | None:
    """The admission order that waits for its signature."""
    return Document.objects.filter(
        about=attestation.stream, template="admission-order", state__in=UNDER_WAY
    ).first()


def examined(
    attestation: Attestation, candidates: Iterable[Candidate]
) -> list[Examined]:
    """Each candidate with reasons against and doubts (tve-process-2020/p21-3f)."""
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    standings = [(one, standing(attestation, one)) for one in candidates]
    return [
        Examined(one, reasons_against(found, rules), doubts(found))
        for one, found in standings
    ]


def with_acquaintance(found: CandidateQuerySet) -> CandidateQuerySet:
    """Candidates with `acquainted`: whether they confirmed to know the procedure."""
    confirmed = Delivery.objects.filter(
        notice__kind="acquaintance",
        person=OuterRef("student__person"),
        confirmed_at__isnull=False,
    )
    return found.annotate(acquainted=Exists(confirmed))


def standing(attestation: Attestation, candidate: Candidate) -> Standing:
    """What a candidate's admission depends on; `acquainted` from the list."""
    student, order = candidate.student, candidate.topic_order
    return Standing(
        studying=student.status == Student.Status.STUDYING,
        debts=student.debts,
        credits=student.credits,
        needed=attestation.programme.credits,
        defends=attestation.form == Attestation.Form.DEFENCE,
        topic=order is not None and order.state == Document.State.REGISTERED,
        supervisor=candidate.supervisor_id is not None,
        predefended=candidate.predefended_on is not None,
        acquainted=getattr(candidate, "acquainted", False),
    )
