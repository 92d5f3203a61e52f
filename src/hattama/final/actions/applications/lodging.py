"""The student applies."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, files
from hattama.base.models import StoredFile
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import Application as ApplicationFacts
from hattama.documents.models import Document
from hattama.final.actions.applications.telling import ask_chair, decide, in_seat
from hattama.final.models import Application, Hearing, Seat
from hattama.final.queries.log import state_of
from hattama.people.models import Person

TITLES = {
    Application.Kind.ABSENCE: _("Application: absence from final attestation"),
    Application.Kind.SUBSTITUTION: _("Application: grade from current results"),
}
Evidence = tuple[str, bytes]


@transaction.atomic
def lodge_application(
    *,
    hearing: Hearing,
    kind: str,
    text: str,
    evidence: Evidence | None,
    medical: bool,
    now: datetime,
) -> Application:
    """Hand an application to the chair, in free form, with what confirms it.

    Papers about health after a fail are not considered (tve-process-2020/p21-4f).

    Args:
        hearing: the student's own.
        kind: of `Application.Kind`.
        text: free form (he-attestation-2020/p22a, tve-process-2020/p21-4a).
        evidence: name and content, needed for an absence (p22b, tve p21-4b).
        medical: whether the paper is about the student's health.
        now: aware.

    Raises:
        RuleBroken: "no-application-text", "no-evidence", "application-pending"; as
            `base.files.must_be_acceptable`.
    """
    _must_be_complete(kind, text, evidence)
    _must_be_first(hearing, kind)
    application = Application.objects.create(
        hearing=hearing,
        kind=kind,
        evidence=_keep(hearing, evidence),
        document=_filed(hearing, kind, _facts(hearing, text, evidence), now),
        medical=medical,
        lodged_at=now,
    )
    if medical and _has_failed(hearing):
        decide(application, Application.State.NOT_CONSIDERED, None, now)
    else:
        ask_chair(application, now)
    bell.ring(hearing.sitting.stream)
    return application


def _must_be_complete(kind: str, text: str, evidence: Evidence | None) -> None:
    if not text.strip():
        raise RuleBroken(
            "no-application-text", "he-attestation-2020/p22a", "tve-process-2020/p21-4a"
        )
    if kind == Application.Kind.ABSENCE and evidence is None:
        raise RuleBroken(
            "no-evidence", "he-attestation-2020/p22b", "tve-process-2020/p21-4b"
        )


def _must_be_first(hearing: Hearing, kind: str) -> None:
    """Hold the hearing: of two applications at once the second one is refused."""
    Hearing.objects.select_for_update().get(pk=hearing.pk)
    pending = (Application.State.LODGED, Application.State.GRANTED)
    if hearing.applications.filter(kind=kind, state__in=pending).exists():
        raise RuleBroken("application-pending")


def _has_failed(hearing: Hearing) -> bool:
    """Whether the student has an unsatisfactory grade, with or without a protocol."""
    if hearing.candidate.results.filter(passed=False, replaced_by=None).exists():
        return True
    state = state_of(hearing.sitting)
    told = state.hearings.get(str(hearing.pk)) if state else None
    return bool(state and told and told.grade and not state.passes(told.grade))


def _filed(
    hearing: Hearing, kind: str, facts: ApplicationFacts, now: datetime
) -> Document:
    student = hearing.candidate.student.person
    return documents.file_application(
        institution=student.institution,
        template="application",
        title=said(TITLES[Application.Kind(kind)]),
        about=hearing.sitting.stream,
        facts=dict(facts),
        applicant=student,
        now=now,
        readers=_leads(hearing),
    )


def _keep(hearing: Hearing, evidence: Evidence | None) -> StoredFile | None:
    if evidence is None:
        return None
    name, data = evidence
    institution = hearing.candidate.student.person.institution_id
    kind = files.must_be_acceptable(name, data)
    return files.keep(institution=institution, name=name, data=data, kind=kind)


def _leads(hearing: Hearing) -> list[Person]:
    return [in_seat(hearing, role) for role in (Seat.Role.CHAIR, Seat.Role.SECRETARY)]


def _facts(hearing: Hearing, text: str, evidence: Evidence | None) -> ApplicationFacts:
    student = hearing.candidate.student
    return {
        "addressee": said(
            _("To the chair of the attestation commission of %(place)s, %(name)s"),
            place=student.person.institution.name,
            name=in_seat(hearing, Seat.Role.CHAIR).full_name,
        ),
        "applicant": student.person.full_name,
        "applicant_line": said(
            _("group %(group)s, %(code)s"),
            group=student.group.name,
            code=student.group.programme.code,
        ),
        "text": text.strip(),
        "grounds": [],
        "attachments": [evidence[0]] if evidence else [],
    }
