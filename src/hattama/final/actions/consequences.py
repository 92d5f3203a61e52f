"""What follows in the tables and for the people from a line of a sitting's log."""

from datetime import date
from functools import singledispatch
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import ledger
from hattama.base.texts import said
from hattama.core.sitting import State
from hattama.core.sitting.events import (
    ActDrawnUp,
    Ending,
    Event,
    HearingRescheduled,
    SittingClosed,
    SittingOpened,
)
from hattama.documents import actions as documents
from hattama.documents.facts import TechnicalAct
from hattama.documents.models import Document
from hattama.final.actions.agenda import add_hearing
from hattama.final.models import Hearing, Seat, Sitting
from hattama.final.queries import papers
from hattama.final.queries.log import state_of
from hattama.notices import actions as notices
from hattama.people.models import Person

OUTCOMES = {
    Ending.GRADED: Hearing.Outcome.HEARD,
    Ending.ABSENT: Hearing.Outcome.ABSENT,
    Ending.RESCHEDULED: Hearing.Outcome.MOVED,
    Ending.SUSPENDED: Hearing.Outcome.MOVED,
    Ending.STOPPED: Hearing.Outcome.STOPPED,
    Ending.TERMINATED: Hearing.Outcome.STOPPED,
}


def follow(event: Event, sitting: Sitting, state: State) -> None:
    """Let the tables and the people follow the log.

    Args:
        event: a line that was just written.
        sitting: whose log it is.
        state: after all lines of the same command.
    """
    _keep_outcome(event, sitting, state)
    _follow(event, sitting, state)


def _keep_outcome(event: Event, sitting: Sitting, state: State) -> None:
    hearing = state.hearings.get(str(getattr(event, "hearing", "")))
    if hearing and hearing.ending:
        sitting.hearings.filter(pk=int(hearing.turn.id)).update(
            outcome=OUTCOMES[hearing.ending]
        )


@singledispatch
def _follow(event: Event, sitting: Sitting, state: State) -> None:
    """Most lines have no consequence outside the log."""


@_follow.register
def _open(event: SittingOpened, sitting: Sitting, state: State) -> None:
    Sitting.objects.filter(pk=sitting.pk).update(state=Sitting.State.OPEN)


@_follow.register
def _close(event: SittingClosed, sitting: Sitting, state: State) -> None:
    Sitting.objects.filter(pk=sitting.pk).update(state=Sitting.State.CLOSED)


@_follow.register
def _move(event: HearingRescheduled, sitting: Sitting, state: State) -> None:
    """Put the student at the end of the commission's sitting on the new day.

    Where no sitting of that day is open to changes any more, the student waits to be
    laid out anew (he-attestation-2020/p22d, tve-process-2020/p21-4c).
    """
    candidate = sitting.hearings.get(pk=int(event.hearing)).candidate
    other = _sitting_on(event.day, sitting) if event.day else None
    if other:
        add_hearing(other, candidate)
    _tell_of_move(event, sitting, candidate.student.person)


def _sitting_on(day: date, sitting: Sitting) -> Sitting | None:
    """Another sitting of the commission on a day, held until it has its new hearing."""
    institution = sitting.commission.campaign.institution
    zone = ZoneInfo(institution.zone)
    for other in sitting.commission.sittings.exclude(pk=sitting.pk):
        if other.starts_at.astimezone(zone).date() != day or state_of(other):
            continue
        ledger.hold(institution=institution.pk, stream=other.stream)
        if state_of(other) is None:
            return other
    return None


def _tell_of_move(event: HearingRescheduled, sitting: Sitting, student: Person) -> None:
    body = (
        said(_("The commission hears you on %(day)s."), day=event.day)
        if event.day
        else said(_("The commission hears you on another day; you are told which."))
    )
    notices.notify(
        institution=sitting.commission.campaign.institution,
        kind="hearing-moved",
        about=sitting.stream,
        subject=said(_("Your hearing is moved to another day")),
        body=body,
        people=[student],
        by=None,
        now=event.at,
        link=reverse("my_attestation"),
    )


@_follow.register
def _draw_up_act(event: ActDrawnUp, sitting: Sitting, state: State) -> None:
    """Make the act a document and send everybody a copy at once.

    The secretary signs it afterwards; the copy need not wait for that, for it is due
    the same day (he-attestation-2020/p23b, p23c, tve-process-2020/p21-3ak, p21-3al).
    """
    hearing = sitting.hearings.get(pk=int(event.hearing))
    seats = list(sitting.commission.seats.select_related("person"))
    secretary = next(one.person for one in seats if one.role == Seat.Role.SECRETARY)
    members = [one.person for one in seats if one.role != Seat.Role.SECRETARY]
    act = documents.draft(
        institution=sitting.commission.campaign.institution,
        kind=Document.Kind.ACT,
        template="technical-act",
        title=said(
            _("Act on a technical failure: %(name)s"),
            name=hearing.candidate.student.person.full_name,
        ),
        about=sitting.stream,
        facts=dict(_act_facts(event, hearing, members)),
        signers=[(secretary, "secretary")],
        by=secretary,
        now=event.at,
        readers=[*members, hearing.candidate.student.person],
    )
    documents.start_signing(act, secretary, event.at)
    _send_copy(event, sitting, act, members, secretary)


def _send_copy(
    event: ActDrawnUp,
    sitting: Sitting,
    act: Document,
    members: list[Person],
    secretary: Person,
) -> None:
    notices.notify(
        institution=sitting.commission.campaign.institution,
        kind="technical-act",
        about=sitting.stream,
        subject=said(_("Copy of the act on a technical failure")),
        body=said(
            _("What failed: %(what)s. Cause: %(cause)s."),
            what=event.what.rstrip("."),
            cause=event.cause.rstrip("."),
        ),
        people=members,
        by=secretary,
        now=event.at,
        link=reverse("document", args=[act.pk]),
    )


def _act_facts(
    event: ActDrawnUp, hearing: Hearing, members: list[Person]
) -> TechnicalAct:
    sitting = hearing.sitting
    institution = sitting.commission.campaign.institution
    student = hearing.candidate.student
    return {
        "programme": papers.programme_line(hearing.candidate.attestation),
        "commission_order": papers.reference(sitting.commission.order),
        "sitting_at": papers.moment(sitting.starts_at, institution),
        "student": student.person.full_name,
        "group": student.group.name,
        "what": event.what,
        "cause": event.cause,
        "since": papers.moment(event.since, institution),
        "until": papers.moment(event.until, institution),
        "measures": [],
        "decision": {},
        "next_at": "",
        "copies": [member.full_name for member in members],
    }
