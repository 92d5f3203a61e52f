"""The chair decides."""

from datetime import datetime

from django.db import transaction

from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import PermitAnotherDay
from hattama.final.actions.applications.telling import decide, in_seat
from hattama.final.actions.log import give
from hattama.final.models import Application, Hearing, Seat
from hattama.final.queries.log import state_of
from hattama.people.models import Person


@transaction.atomic
def grant_absence(application: Application, by: Person, now: datetime) -> None:
    """Permit another day of the commission (he-attestation-2020/p22c).

    While the sitting lasts its log says so, and there the chair sets the day. After
    the close the student waits to be laid out in another sitting of the commission.

    Args:
        application: for another day, with evidence.
        by: the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair", "application-decided", "not-about-absence"; before the
            close as `PermitAnotherDay` in `core.sitting`, after it "not-absent".
    """
    _must_chair(application, by)
    _hold(application)
    if application.kind != Application.Kind.ABSENCE:
        raise RuleBroken("not-about-absence")
    hearing = application.hearing
    state = state_of(hearing.sitting)
    if state and state.closed:
        _must_have_been_absent(hearing)
    else:
        give(hearing.sitting, _permission(application, by), now)
    decide(application, Application.State.GRANTED, by, now)


@transaction.atomic
def refuse_application(
    application: Application, by: Person, reason: str, now: datetime
) -> None:
    """Refuse an application, with the reason.

    Raises:
        RuleBroken: "not-chair" (he-attestation-2020/p22c), "application-decided",
            "no-reason".
    """
    _must_chair(application, by)
    _hold(application)
    if not reason.strip():
        raise RuleBroken("no-reason")
    decide(application, Application.State.REFUSED, by, now, reason.strip())


def _must_chair(application: Application, by: Person) -> None:
    if by != in_seat(application.hearing, Seat.Role.CHAIR):
        raise RuleBroken("not-chair", "he-attestation-2020/p22c")


def _hold(application: Application) -> None:
    """Take the application for the transaction: whoever decides second is refused."""
    row = Application.objects.select_for_update().get(pk=application.pk)
    if row.state != Application.State.LODGED:
        raise RuleBroken("application-decided")


def _must_have_been_absent(hearing: Hearing) -> None:
    hearing.refresh_from_db(fields=["outcome"])
    if hearing.outcome != Hearing.Outcome.ABSENT:
        raise RuleBroken("not-absent", "he-attestation-2020/p22c")


def _permission(application: Application, by: Person) -> PermitAnotherDay:
    return PermitAnotherDay(
        by=by.key,
        hearing=str(application.hearing_id),
        application=str(application.document.number),
        evidence=application.evidence.sha256 if application.evidence else "",
    )
