"""Who learns of an application, and of what came of it."""

from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base import ledger
from hattama.base.texts import said
from hattama.final.models import Application, Hearing, Seat
from hattama.notices import actions as notices
from hattama.people.models import Person

DECISIONS: dict[str, str | Promise] = {
    Application.State.GRANTED: _("The chair permits you another day."),
    Application.State.REFUSED: _("The chair refuses your application: %(reason)s"),
    Application.State.NOT_CONSIDERED: _(
        "Documents about health that come after an unsatisfactory grade are not "
        "considered; yours are registered."
    ),
}


def ask_chair(application: Application, now: datetime) -> None:
    """Put the application before the chair."""
    hearing = application.hearing
    student = hearing.candidate.student.person
    notices.notify(
        institution=student.institution,
        kind="application",
        about=hearing.sitting.stream,
        subject=said(_("An application waits for your decision")),
        body=said(_("%(name)s has applied to you."), name=student.full_name),
        people=[in_seat(hearing, Seat.Role.CHAIR)],
        by=student,
        now=now,
        link=reverse("application", args=[application.pk]),
    )


def decide(
    application: Application,
    state: Application.State,
    by: Person | None,
    now: datetime,
    reason: str = "",
) -> None:
    """Write down what came of an application and tell the student.

    Args:
        application: lodged, and held by the transaction.
        state: what came of it.
        by: the chair; None where the rules themselves decide.
        now: aware.
        reason: of a refusal.
    """
    application.state = state
    application.decided_by = by
    application.decided_at = now
    application.reason = reason
    application.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    ledger.append(
        institution=application.hearing.candidate.student.person.institution_id,
        stream=f"candidate:{application.hearing.candidate_id}",
        act="application-decided",
        by=by.key if by else "system",
        at=now,
        facts={"application": application.document_id, "state": str(state)},
        texts={"reason": reason} if reason else None,
    )
    _tell_student(application, by, now)


def _tell_student(application: Application, by: Person | None, now: datetime) -> None:
    student = application.hearing.candidate.student.person
    notices.notify(
        institution=student.institution,
        kind="application-decided",
        about=application.hearing.sitting.stream,
        subject=said(_("Your application is decided")),
        body=said(DECISIONS[application.state], reason=application.reason),
        people=[student],
        by=by,
        now=now,
        link=reverse("application", args=[application.pk]),
    )


def in_seat(hearing: Hearing, role: Seat.Role) -> Person:
    """Who holds a seat in the commission of a hearing."""
    return hearing.sitting.commission.seats.get(role=role).person
