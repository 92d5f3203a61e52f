"""Write the people of a list in bulk."""

from typing import TypeVar

from django.db import models

from hattama.people.models import Group, Guardian, Person, Student
from hattama.people.queries.roster import Plan

Row = TypeVar("Row", bound=models.Model)

BATCH = 500  # rows a statement
PERSON = [
    "surname",
    "given",
    "patronymic",
    "iin",
    "birth",
    "sex",
    "email",
    "phone",
    "position",
    "administrative",
    "sort_key",
    "search_key",
]
STUDENT = ["group", "course", "language", "funding"]
GUARDIAN = ["phone", "email"]


def write(plan: Plan) -> None:
    """Write groups, people, students and guardians; those who are the same stay."""
    touched = [entry for entry in plan.entries if entry.state != "same"]
    for entry in touched:
        entry.person.fill_keys()
    Group.objects.bulk_create(plan.groups)
    _write(Person.objects, [entry.person for entry in touched], PERSON)
    _write(Student.objects, [e.student for e in touched if e.student], STUDENT)
    guardians = [guardian for entry in touched for guardian in entry.guardians]
    _write(Guardian.objects, guardians, GUARDIAN)


def _write(manager: models.Manager[Row], rows: list[Row], fields: list[str]) -> None:
    """Insert the new rows and overwrite the others, few statements for many rows."""
    fresh = [row for row in rows if not row.pk]
    known = [row for row in rows if row.pk]
    manager.bulk_create(fresh, batch_size=BATCH)
    manager.bulk_create(
        known,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["pk"],
        update_fields=fields,
    )
