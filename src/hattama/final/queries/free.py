"""Who may be given a time before the commission."""

from hattama.core.rules import RuleBroken
from hattama.core.sitting.events import Ending
from hattama.documents.models import Document
from hattama.final.models import Application, Candidate, Hearing, Result
from hattama.final.queries.log import state_of


def may_be_heard(candidate: Candidate) -> bool:
    """Whether nothing stands against giving a candidate a time."""
    try:
        must_be_free(candidate)
    except RuleBroken:
        return False
    return True


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
    for hearing in candidate.hearings.select_related("sitting"):
        _must_not_have_missed(hearing, name)


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


def _must_not_have_missed(hearing: Hearing, name: str) -> None:
    if hearing.outcome == Hearing.Outcome.ABSENT and not is_excused(hearing):
        raise RuleBroken(
            "absence-not-excused",
            "he-attestation-2020/p22c",
            "tve-process-2020/p21-4c",
            name=name,
        )
    if hearing.outcome == Hearing.Outcome.STOPPED and _was_ended(hearing):
        raise RuleBroken("attestation-ended", "he-attestation-2020/p46c", name=name)


def is_excused(hearing: Hearing) -> bool:
    """Whether the chair accepted application and evidence of an absence.

    Norms: he-attestation-2020/p22b, p22c, tve-process-2020/p21-4e.
    """
    return hearing.applications.filter(
        kind=Application.Kind.ABSENCE, state=Application.State.GRANTED
    ).exists()


def _was_ended(hearing: Hearing) -> bool:
    state = state_of(hearing.sitting)
    read = state.hearings.get(str(hearing.pk)) if state else None
    return read is not None and read.ending is Ending.TERMINATED
