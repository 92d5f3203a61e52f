"""What follows in the tables and for the people from a line of a sitting's log."""

from functools import singledispatch
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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
from hattama.final.models import Hearing, Sitting
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
    """Let the tables follow the log; `state` is the one after the event."""
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
    if event.day is None:
        return
    zone = ZoneInfo(sitting.commission.campaign.institution.zone)
    for other in sitting.commission.sittings.exclude(pk=sitting.pk):
        on = other.starts_at.astimezone(zone).date()
        if on == event.day and state_of(other) is None:
            hearing = sitting.hearings.get(pk=int(event.hearing))
            add_hearing(other, hearing.candidate)
            return


@_follow.register
def _draw_up_act(event: ActDrawnUp, sitting: Sitting, state: State) -> None:
    """Make the act a document and send everybody a copy at once.

    The secretary signs it afterwards; the copy need not wait for that, for it is due
    the same day (he-attestation-2020/p23b, p23c, tve-process-2020/p21-3ak, p21-3al).
    """
    hearing = sitting.hearings.get(pk=int(event.hearing))
    seats = list(sitting.commission.seats.select_related("person"))
    secretary = next(seat.person for seat in seats if seat.role == "secretary")
    members = [seat.person for seat in seats if seat.role != "secretary"]
    institution = sitting.commission.campaign.institution
    act = documents.draft(
        institution=institution,
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
    notices.notify(
        institution=institution,
        kind="technical-act",
        about=sitting.stream,
        subject=said(_("Copy of the act on a technical failure")),
        body=said(_("%(what)s\n%(cause)s"), what=event.what, cause=event.cause),
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
