"""Who may be given a time before the commission."""

from django.db.models import QuerySet

from hattama.core.rules import RuleBroken
from hattama.core.sitting.events import Ending
from hattama.documents.models import Document
from hattama.final.models import Application, Candidate, Hearing, Result
from hattama.final.queries.log import state_of


def must_be_free(candidate: Candidate) -> None:
    """Refuse a hearing of who is not admitted, has one to come, or had theirs.

    Raises:
        RuleBroken: "candidate-not-admitted" (tve-process-2020/p21-3f);
            "candidate-has-sitting"; "no-second-attempt" after a result in the same
            attestation (he-attestation-2020/p25 a grade, p26 a fail);
            "absence-not-excused" (p22c), "attestation-ended" (p46c).
    """
    name = str(candidate.student)
    if not _is_admitted(candidate):
        raise RuleBroken("candidate-not-admitted", "tve-process-2020/p21-3f", name=name)
    if candidate.hearings.filter(outcome=Hearing.Outcome.WAITING).exists():
        raise RuleBroken("candidate-has-sitting", name=name)
    _must_have_no_result(candidate, name)
    if unexcused_absences().filter(candidate=candidate).exists():
        raise RuleBroken(
            "absence-not-excused",
            "he-attestation-2020/p22c",
            "tve-process-2020/p21-4c",
            name=name,
        )
    stopped = candidate.hearings.filter(outcome=Hearing.Outcome.STOPPED)
    if any(_was_ended(hearing) for hearing in stopped.select_related("sitting")):
        raise RuleBroken("attestation-ended", "he-attestation-2020/p46c", name=name)


def unexcused_absences() -> QuerySet[Hearing]:
    """Hearings that a student missed without the chair's permission of another day.

    Norms: he-attestation-2020/p22b, p22c, tve-process-2020/p21-4c, p21-4e.
    """
    granted = Application.objects.filter(
        kind=Application.Kind.ABSENCE, state=Application.State.GRANTED
    )
    missed = Hearing.objects.filter(outcome=Hearing.Outcome.ABSENT)
    return missed.exclude(pk__in=granted.values("hearing"))


def _is_admitted(candidate: Candidate) -> bool:
    order = candidate.admission_order
    return (
        candidate.admission == Candidate.Admission.ADMITTED
        and order is not None
        and order.state == Document.State.REGISTERED
    )


def _must_have_no_result(candidate: Candidate, name: str) -> None:
    """Look at all candidacies of the student in this attestation.

    A decision that lets the student come again covers what was before it.
    """
    results = Result.objects.filter(
        candidate__attestation=candidate.attestation_id,
        candidate__student=candidate.student_id,
        replaced_by=None,
    )
    if candidate.readmitted_by_id is not None:
        results = results.filter(candidate=candidate)
    if results.filter(passed=True).exists():
        raise RuleBroken("no-second-attempt", "he-attestation-2020/p25", name=name)
    if results.exists():
        raise RuleBroken("no-second-attempt", "he-attestation-2020/p26", name=name)


def _was_ended(hearing: Hearing) -> bool:
    state = state_of(hearing.sitting)
    read = state.hearings.get(str(hearing.pk)) if state else None
    return read is not None and read.ending is Ending.TERMINATED
