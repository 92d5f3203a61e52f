"""The agenda of a sitting that has not begun."""

from datetime import datetime, timedelta

from hattama.final.models import Candidate, Hearing, Sitting


def add_hearing(
    sitting: Sitting, candidate: Candidate, at: datetime | None = None
) -> Hearing:
    """Put a candidate at the end of the agenda.

    Args:
        sitting: not convened yet.
        candidate: who is to be heard.
        at: planned time, aware; None for right after the last hearing.
    """
    last = (
        sitting.hearings.select_related("candidate__attestation")
        .order_by("position")
        .last()
    )
    return Hearing.objects.create(
        sitting=sitting,
        candidate=candidate,
        position=last.position + 1 if last else 1,
        planned_at=at or (_end_of(last) if last else sitting.starts_at),
    )


def _end_of(hearing: Hearing) -> datetime:
    minutes = hearing.candidate.attestation.minutes
    return hearing.planned_at + timedelta(minutes=minutes)
