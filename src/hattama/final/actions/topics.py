"""Who is a candidate, on what topic, with whom; and the order that approves it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import Topic, TopicsOrder
from hattama.documents.models import Document
from hattama.final.actions.record import hold, record
from hattama.final.models import Attestation, Candidate
from hattama.final.queries.candidates import without_topic_order
from hattama.final.queries.orders import head_of, school_year
from hattama.final.queries.papers import programme_line
from hattama.people.models import Group, Person, Student

TITLE = _("On the topics of diploma works (projects)")
DEFENCE_ONLY = ("tve-attestation-2020/p18e", "he-attestation-2020/p27")


@dataclass(frozen=True)
class Assignment:
    """A candidate's topic in Kazakh and Russian, supervisor and reviewer."""

    topic: Mapping[str, str]
    supervisor: Person | None
    reviewer: Person | None


@transaction.atomic
def enrol_candidates(
    *, attestation: Attestation, groups: Iterable[Group], by: Person, now: datetime
) -> int:
    """Make the students of groups candidates; those who are already stay as they are.

    Args:
        attestation: which.
        groups: of its programme.
        by: who does it.
        now: aware.

    Returns:
        how many were added.
    """
    hold(attestation)
    students = Student.objects.filter(
        group__in=groups,
        group__programme=attestation.programme,
        status=Student.Status.STUDYING,
    ).exclude(candidacies__attestation=attestation)
    commission = attestation.commissions.first()
    added = Candidate.objects.bulk_create(
        Candidate(attestation=attestation, student=student, commission=commission)
        for student in students
    )
    if added:
        record(attestation, "candidates-enrolled", by, now, {"count": len(added)})
    return len(added)


@transaction.atomic
def set_topics(
    *,
    attestation: Attestation,
    assignments: Mapping[Candidate, Assignment],
    by: Person,
    now: datetime,
) -> int:
    """Write down topics, supervisors and reviewers; what did not change stays.

    A changed topic leaves the order it stood in: it needs a new one.

    Sources: he-attestation-2020/p27; tve-attestation-2020/p18e.

    Raises:
        RuleBroken: `no-topics-in-this-form`; `reviewer-is-supervisor`;
            `order-under-way` for a candidate whose topic is being signed.
    """
    _must_be_defence(attestation)
    changed = [
        candidate
        for candidate, assignment in assignments.items()
        if _assigned(candidate) != assignment
    ]
    for candidate in changed:
        _assign(attestation, candidate, assignments[candidate], by, now)
    return len(changed)


def _assign(
    attestation: Attestation,
    candidate: Candidate,
    assignment: Assignment,
    by: Person,
    now: datetime,
) -> None:
    supervisor, reviewer = assignment.supervisor, assignment.reviewer
    name = candidate.student.person.full_name
    if supervisor and supervisor == reviewer:
        raise RuleBroken("reviewer-is-supervisor", name=name)
    order = candidate.topic_order
    if order and order.state in (Document.State.DRAFT, Document.State.SIGNING):
        raise RuleBroken("topic-being-signed", name=name)
    before = dict(candidate.topic)
    candidate.topic = dict(assignment.topic)
    candidate.supervisor, candidate.reviewer = supervisor, reviewer
    candidate.topic_order = None
    candidate.save(update_fields=["topic", "supervisor", "reviewer", "topic_order"])
    record(
        attestation,
        "topic-set",
        by,
        now,
        {
            "student": candidate.student.person.key,
            "topic": candidate.topic,
            "before": before,
            "supervisor": supervisor.key if supervisor else "",
            "reviewer": reviewer.key if reviewer else "",
        },
    )


@transaction.atomic
def draft_topics_order(
    *, attestation: Attestation, by: Person, now: datetime
) -> Document:
    """Draw up the order on every topic that stands in none yet.

    Candidates without topic or supervisor are left out; they need a later order.

    Raises:
        RuleBroken: `no-topics-in-this-form`; `no-topics-to-approve`; `no-head`.
    """
    _must_be_defence(attestation)
    hold(attestation)
    ready = list(without_topic_order(attestation).with_people())
    if not ready:
        raise RuleBroken("no-topics-to-approve", *DEFENCE_ONLY)
    institution = attestation.campaign.institution
    order = documents.draft(
        institution=institution,
        kind=Document.Kind.ORDER,
        template="topics-order",
        title=said(TITLE),
        about=attestation.stream,
        facts=_facts(attestation, ready),
        signers=[(head_of(institution, now), "head")],
        by=by,
        now=now,
        public=True,
    )
    documents.start_signing(order, by, now)
    pks = [candidate.pk for candidate in ready]
    Candidate.objects.filter(pk__in=pks).update(topic_order=order)
    drafted = {"document": order.pk, "candidates": pks}
    record(attestation, "topics-order-drafted", by, now, drafted)
    return order


def _must_be_defence(attestation: Attestation) -> None:
    if attestation.form != Attestation.Form.DEFENCE:
        raise RuleBroken("no-topics-in-this-form")


def _assigned(candidate: Candidate) -> Assignment:
    return Assignment(candidate.topic, candidate.supervisor, candidate.reviewer)


def _facts(attestation: Attestation, ready: Sequence[Candidate]) -> TopicsOrder:
    return {
        "campaign": attestation.campaign.title,
        "school_year": school_year(attestation.campaign),
        "programme": programme_line(attestation),
        "topics": [_line(candidate) for candidate in ready],
        "control": "",
    }


def _line(candidate: Candidate) -> Topic:
    return {
        "name": candidate.student.person.full_name,
        "group": candidate.student.group.name,
        "topic": candidate.topic,
        "supervisor": candidate.supervisor.full_name if candidate.supervisor else "",
        "reviewer": candidate.reviewer.full_name if candidate.reviewer else "",
    }
