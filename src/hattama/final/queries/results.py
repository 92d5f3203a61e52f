"""What the page of a sitting's protocols shows."""

from dataclasses import dataclass

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
        result: valid result, once the protocol is drawn up.
    """

    hearing: Hearing
    grade: str
    result: Result | None


def protocols_of(sitting: Sitting, person: Person) -> dict[str, object]:
    """Rows and counts for the page, and which deeds the person may do there."""
    state = state_of(sitting)
    hearings = sitting.hearings.select_related(
        "candidate__student__person", "protocol"
    ).prefetch_related("protocol__signatures__person")
    results = {
        result.protocol_id: result
        for result in Result.objects.filter(candidate__hearings__sitting=sitting)
    }
    rows = []
    for hearing in hearings:
        read = state.hearings.get(str(hearing.pk)) if state else None
        grade = read.grade if read and read.ending is Ending.GRADED else None
        rows.append(Row(hearing, grade or "", results.get(hearing.protocol_id or 0)))
    roles = set(
        sitting.commission.seats.filter(person=person).values_list("role", flat=True)
    )
    signed = [row for row in rows if _is_signed(row.hearing)]
    return {
        "rows": rows,
        "missing": sum(1 for row in rows if row.grade and not row.hearing.protocol),
        "signed": len(signed),
        "unpublished": sum(
            1 for row in signed if row.result and row.result.published_at is None
        ),
        "closed": bool(state and state.closed),
        "is_secretary": Seat.Role.SECRETARY in roles,
        "may_publish": bool(roles & {Seat.Role.SECRETARY, Seat.Role.CHAIR}),
    }


def _is_signed(hearing: Hearing) -> bool:
    return hearing.protocol is not None and hearing.protocol.state == "registered"
