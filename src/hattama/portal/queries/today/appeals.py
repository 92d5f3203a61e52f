"""Appeals: what those who hear them owe, and until when a student may lodge one."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.appeals import queries
from hattama.people.models import Person
from hattama.portal.queries.today.due import Due


def appeals(person: Person, now: datetime) -> Iterator[Due]:
    """Sittings and answers that are due; for a student, the window that runs."""
    counting = queries.Counting(person.institution)
    for appeal in queries.heard_by(person).exclude(state__in=("withdrawn", "answered")):
        step = queries.next_step(appeal, now, counting)
        if step:
            yield Due(
                str(step.title),
                reverse("appeal", args=[appeal.pk]),
                step.at,
                step.norms,
                note=appeal.student.full_name,
                icon="vote",
                late=step.state == "late",
            )
    if hasattr(person, "student"):
        yield from _windows(person, counting, now)


def _windows(
    person: Person, counting: queries.Counting, now: datetime
) -> Iterator[Due]:
    for result in queries.own_results(person):
        deadline = queries.appeal_deadline(result, counting)
        if now <= deadline.at and not result.appeals.all():
            yield Due(
                _("Your result is published: an appeal is possible"),
                reverse("appeals"),
                deadline.at,
                deadline.basis,
                icon="info",
            )
