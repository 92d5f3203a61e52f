"""Due work: sittings to be set, answers to be given."""

from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.actions.telling import tell
from hattama.appeals.models import Appeal
from hattama.notices.queries import deliveries
from hattama.people.models import Person
from hattama.people.queries import holders

AHEAD = timedelta(days=1)


def remind_of_sittings(now: datetime) -> int:
    """Remind who must meet on an appeal, a day before it is due and once it is late.

    Norm: he-attestation-2020/p66.
    """
    waiting = queries.appeals().filter(state=Appeal.State.LODGED)
    return sum(
        _remind(
            appeal,
            "appeal-sitting",
            queries.hearing_deadline(appeal).at,
            _("The sitting on the appeal of %(name)s must be held by %(until)s"),
            now,
        )
        for appeal in waiting
    )


def remind_of_answers(now: datetime) -> int:
    """Remind who must answer the student (he-attestation-2020/p67)."""
    waiting = queries.appeals().filter(state=Appeal.State.DECIDED)
    return sum(
        _remind(
            appeal,
            "appeal-answer",
            deadline.at,
            _("The answer to %(name)s must be given by %(until)s"),
            now,
        )
        for appeal in waiting
        if (deadline := queries.answer_deadline(appeal))
    )


SWEEPS = (remind_of_sittings, remind_of_answers)


def _remind(
    appeal: Appeal, matter: str, until: datetime, sentence: Promise | str, now: datetime
) -> int:
    if now < until - AHEAD:
        return 0
    kind = f"{matter}-{'late' if now > until else 'due'}"
    if deliveries(appeal.stream, kind).exists():
        return 0
    name = appeal.student.full_name
    tell(
        appeal,
        kind,
        _reminded(appeal, now),
        sentence,
        sentence,
        now,
        name=name,
        until=until,
    )
    return 1


def _reminded(appeal: Appeal, now: datetime) -> list[Person]:
    """Chair and secretary; the head while there is no appeals commission."""
    seats = queries.seats_of(queries.commission_of(appeal))
    if seats:
        return [seat.person for seat in seats if seat.role != "member"]
    return list(holders(queries.institution_of(appeal.result), "head", now.date()))
