"""What the page of a sitting's protocols shows."""

from dataclasses import dataclass

from django.db.models import QuerySet

from hattama.core.sitting import State
from hattama.core.sitting.events import Ending
from hattama.final.models import Hearing, Result, Seat, Sitting
from hattama.final.queries.log import state_of
from hattama.people.models import Person


@dataclass(frozen=True)
class Row:
    """One student of a sitting.

    Attributes:
        hearing: with its protocol and the protocol's signatures.
        grade: as voted; "" where there is none.
        result: as that protocol has it, once the protocol is drawn up.
    """

    hearing: Hearing
    grade: str
    result: Result | None


def protocols_of(sitting: Sitting, person: Person) -> dict[str, object]:
    """Rows and counts for the page, and which deeds the person may do there."""
    state = state_of(sitting)
    results = _results(sitting)
    rows = [_row(hearing, state, results) for hearing in _hearings(sitting)]
    seats = sitting.commission.seats.filter(person=person)
    roles = set(seats.values_list("role", flat=True))
    return {
        "rows": rows,
        "missing": sum(1 for row in rows if row.grade and not row.hearing.protocol),
        "unpublished": sum(1 for row in rows if _waits(row)),
        "closed": bool(state and state.closed),
        "is_secretary": Seat.Role.SECRETARY in roles,
        "may_publish": bool(roles & {Seat.Role.SECRETARY, Seat.Role.CHAIR}),
    }


def _hearings(sitting: Sitting) -> QuerySet[Hearing]:
    return sitting.hearings.select_related(
        "candidate__student__person", "protocol"
    ).prefetch_related("protocol__signatures__person")


def _results(sitting: Sitting) -> dict[int, Result]:
    """Results by the number of their protocol."""
    protocols = sitting.hearings.values("protocol")
    found = Result.objects.filter(protocol__in=protocols)
    return {result.protocol_id: result for result in found}


def _row(hearing: Hearing, state: State | None, results: dict[int, Result]) -> Row:
    told = state.hearings.get(str(hearing.pk)) if state else None
    grade = told.grade if told and told.ending is Ending.GRADED else None
    return Row(hearing, grade or "", results.get(hearing.protocol_id or 0))


def _waits(row: Row) -> bool:
    """Whether both have signed and nobody has published."""
    signed = row.hearing.protocol is not None and row.hearing.protocol.registered
    return signed and row.result is not None and row.result.published_at is None
