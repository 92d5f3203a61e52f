"""A student's application to the chair, and what the chair decides."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, files, ledger
from hattama.base.models import StoredFile
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import PermitAnotherDay
from hattama.documents import actions as documents
from hattama.documents.facts import Application as ApplicationFacts
from hattama.final.actions.log import give
from hattama.final.models import Application, Hearing, Seat
from hattama.notices import actions as notices
from hattama.people.models import Institution, Person

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

    Papers about health that come after an unsatisfactory grade are registered and not
    considered (tve-process-2020/p21-4f).

    Args:
        hearing: the student's own.
        kind: of `Application.Kind`.
        text: free form (he-attestation-2020/p22a, tve-process-2020/p21-4a).
        evidence: name and content of the confirming paper, needed for an absence
            (he-attestation-2020/p22b, tve-process-2020/p21-4b).
        medical: whether the paper is about the student's health.
        now: aware.

    Raises:
        RuleBroken: "no-application-text", "no-evidence", "application-pending"; as
            `base.files.must_be_acceptable`.
    """
    if not text.strip():
        raise RuleBroken("no-application-text", "he-attestation-2020/p22a")
    if kind == Application.Kind.ABSENCE and evidence is None:
        raise RuleBroken(
            "no-evidence", "he-attestation-2020/p22b", "tve-process-2020/p21-4b"
        )
    open_states = (Application.State.LODGED, Application.State.GRANTED)
    if hearing.applications.filter(kind=kind, state__in=open_states).exists():
        raise RuleBroken("application-pending")
    student = hearing.candidate.student.person
    kept = _keep(student.institution_id, evidence)
    document = documents.file_application(
        institution=student.institution,
        template="application",
        title=said(TITLES[Application.Kind(kind)]),
        about=hearing.sitting.stream,
        facts=dict(_facts(hearing, text, evidence)),
        applicant=student,
        now=now,
        readers=[_seat(hearing, Seat.Role.CHAIR), _seat(hearing, Seat.Role.SECRETARY)],
    )
    application = Application.objects.create(
        hearing=hearing,
        kind=kind,
        document=document,
        evidence=kept,
        medical=medical,
        lodged_at=now,
    )
    if medical and hearing.candidate.results.filter(passed=False).exists():
        _decide(application, Application.State.NOT_CONSIDERED, None, "", now)
    else:
        _ask_chair(application, now)
    bell.ring(hearing.sitting.stream)
    return application


@transaction.atomic
def grant_absence(application: Application, by: Person, now: datetime) -> None:
    """Permit another day of the commission (he-attestation-2020/p22c).

    Raises:
        RuleBroken: "application-decided"; as `PermitAnotherDay` in `core.sitting`.
    """
    _must_be_pending(application)
    hearing = application.hearing
    give(
        hearing.sitting,
        PermitAnotherDay(
            by.key,
            str(hearing.pk),
            str(application.document.number),
            application.evidence.sha256 if application.evidence else "",
        ),
        now,
    )
    _decide(application, Application.State.GRANTED, by, "", now)


@transaction.atomic
def refuse_application(
    application: Application, by: Person, reason: str, now: datetime
) -> None:
    """Refuse an application, with the reason.

    Raises:
        RuleBroken: "application-decided", "not-chair", "no-reason".
    """
    _must_be_pending(application)
    if by != _seat(application.hearing, Seat.Role.CHAIR):
        raise RuleBroken("not-chair", "he-attestation-2020/p22c")
    if not reason.strip():
        raise RuleBroken("no-reason")
    _decide(application, Application.State.REFUSED, by, reason.strip(), now)


def _must_be_pending(application: Application) -> None:
    if application.state != Application.State.LODGED:
        raise RuleBroken("application-decided")


def _decide(
    application: Application, state: str, by: Person | None, reason: str, now: datetime
) -> None:
    changed = Application.objects.filter(
        pk=application.pk, state=Application.State.LODGED
    ).update(state=state, decided_by=by, decided_at=now, reason=reason)
    if not changed:
        raise RuleBroken("application-decided")
    application.refresh_from_db()
    student = application.hearing.candidate.student.person
    ledger.append(
        institution=student.institution_id,
        stream=f"candidate:{application.hearing.candidate_id}",
        act="application-decided",
        by=by.key if by else "system",
        at=now,
        facts={"application": application.document_id, "state": str(state)},
        texts={"reason": reason} if reason else None,
    )
    notices.notify(
        institution=student.institution,
        kind="application-decided",
        about=application.hearing.sitting.stream,
        subject=said(_("Your application is decided")),
        body=said(
            _("%(state)s. %(reason)s"),
            state=Application.State(state).label,
            reason=reason,
        ),
        people=[student],
        by=by,
        now=now,
    )


def _ask_chair(application: Application, now: datetime) -> None:
    hearing = application.hearing
    student = hearing.candidate.student.person
    notices.notify(
        institution=student.institution,
        kind="application",
        about=hearing.sitting.stream,
        subject=said(_("An application waits for your decision")),
        body=said(_("%(name)s has applied to you."), name=student.full_name),
        people=[_seat(hearing, Seat.Role.CHAIR)],
        by=student,
        now=now,
    )


def _keep(institution: int, evidence: Evidence | None) -> StoredFile | None:
    if evidence is None:
        return None
    name, data = evidence
    kind = files.must_be_acceptable(name, data)
    return files.keep(institution=institution, name=name, data=data, kind=kind)


def _seat(hearing: Hearing, role: str) -> Person:
    return hearing.sitting.commission.seats.get(role=role).person


def _facts(hearing: Hearing, text: str, evidence: Evidence | None) -> ApplicationFacts:
    student = hearing.candidate.student
    chair = _seat(hearing, Seat.Role.CHAIR)
    institution: Institution = student.person.institution
    return {
        "addressee": said(
            _("To the chair of the attestation commission of %(place)s, %(name)s"),
            place=institution.name,
            name=chair.full_name,
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
