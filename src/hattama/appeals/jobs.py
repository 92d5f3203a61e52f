"""Due work: sittings to be set, answers to be given."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.actions.telling import tell
from hattama.appeals.models import Appeal
from hattama.base.jobs import each
from hattama.core.deadlines import Deadline
from hattama.notices.queries import deliveries
from hattama.people.models import Person
from hattama.people.queries import holders

AHEAD = timedelta(days=1)


def remind_of_sittings(now: datetime) -> int:
    """Remind who must meet on an appeal, a day before it is due and once it is late.

    Norm: he-attestation-2020/p66.
    """
    return each(
        queries.appeals().filter(state=Appeal.State.LODGED),
        lambda appeal: _remind(
            appeal,
            "appeal-sitting",
            queries.hearing_deadline(appeal),
            _("The sitting on the appeal of %(name)s must be held by %(until)s"),
            now,
        ),
    )


def remind_of_answers(now: datetime) -> int:
    """Remind who must answer the student (he-attestation-2020/p67)."""
    return each(
        queries.appeals().filter(state=Appeal.State.DECIDED),
        lambda appeal: _remind(
            appeal,
            "appeal-answer",
            queries.answer_deadline(appeal),
            _("The answer to %(name)s must be given by %(until)s"),
            now,
        ),
    )


SWEEPS = (remind_of_sittings, remind_of_answers)


def _remind(
    appeal: Appeal,
    matter: str,
    deadline: Deadline | None,
    sentence: Promise | str,
    now: datetime,
) -> int:
    if deadline is None or now < (until := deadline.at) - AHEAD:
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
    institution = queries.institution_of(appeal.result)
    today = now.astimezone(ZoneInfo(institution.zone)).date()
    return list(holders(institution, "head", today))
