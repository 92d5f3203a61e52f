"""Candidates who have no time yet."""

from hattama.final.models import Candidate, Commission, Hearing
from hattama.final.queries.free import unexcused_absences


def to_be_heard(commission: Commission) -> list[Candidate]:
    """A commission's admitted candidates who may be given a time."""
    admitted = Candidate.objects.admitted().with_people().filter(commission=commission)
    waiting = Hearing.objects.filter(outcome=Hearing.Outcome.WAITING)
    return list(
        admitted.exclude(hearings__in=waiting)
        .exclude(hearings__in=unexcused_absences())
        .exclude(results__isnull=False)
        .order_by("student__person__sort_key")
    )
