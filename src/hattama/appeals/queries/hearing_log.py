"""What happened at the hearing that an appeal is about, from the sitting's log."""

from dataclasses import dataclass
from datetime import datetime

from hattama.appeals.models import Appeal
from hattama.final.models import Hearing
from hattama.final.queries.log import events, state_of
from hattama.final.queries.names import names_in
from hattama.final.queries.sentences import spoken


@dataclass(frozen=True)
class Moment:
    """One line of the log, in the reader's language."""

    at: datetime
    words: str


def hearing_log(appeal: Appeal) -> list[Moment]:
    """The lines on the student's own hearing and on the sitting as a whole.

    What other students did, and their names, are no matter of this appeal. Empty where
    the result came about without a hearing.
    """
    hearing = _hearing(appeal)
    state = state_of(hearing.sitting) if hearing else None
    if hearing is None or state is None:
        return []
    names, own = names_in(state), str(hearing.pk)
    others = {turn.student for turn in state.plan.agenda if turn.id != own}
    return [
        Moment(event.at, spoken(event, names))
        for event in events(hearing.sitting)
        if getattr(event, "hearing", own) == own
        and not others & {event.by, getattr(event, "person", "")}
    ]


def _hearing(appeal: Appeal) -> Hearing | None:
    hearings = Hearing.objects.filter(candidate=appeal.result.candidate)
    return (
        hearings.select_related("sitting")
        .order_by("-sitting__starts_at", "-pk")
        .first()
    )
