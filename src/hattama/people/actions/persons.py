"""Enter and change people, their studies and their guardians."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.people.models import Group, Guardian, Institution, Person, Student
from hattama.people.queries import stream


@transaction.atomic
def add_person(
    institution: Institution,
    values: Mapping[str, Any],
    *,
    by: Person,
    now: datetime,
    group: Group | None = None,
) -> Person:
    """Enter somebody, as a student where a group is given.

    Raises:
        RuleBroken: `iin-taken`.
    """
    _must_have_own_iin(institution, values.get("iin", ""), but=0)
    person = Person.objects.create(institution=institution, **values)
    if group:
        Student.objects.create(person=person, group=group)
    _tell(person, "person-added", by, now)
    return person


@transaction.atomic
def edit_person(
    person: Person, values: Mapping[str, Any], *, by: Person, now: datetime
) -> Person:
    """Change a person's particulars; the ledger says which, not to what.

    Raises:
        RuleBroken: `iin-taken`.
    """
    _must_have_own_iin(person.institution, values.get("iin", ""), but=person.pk)
    changed = _set(person, values)
    person.save()
    _tell(person, "person-edited", by, now, fields=changed)
    return person


@transaction.atomic
def edit_studies(
    student: Student, values: Mapping[str, Any], *, by: Person, now: datetime
) -> Student:
    """Change a student's group, course, language, funding, status, debts, credits."""
    changed = _set(student, values)
    student.save()
    _tell(student.person, "studies-edited", by, now, fields=changed)
    return student


@transaction.atomic
def keep_guardian(
    guardian: Guardian, values: Mapping[str, Any], *, by: Person, now: datetime
) -> Guardian:
    """Enter or change a student's guardian."""
    _set(guardian, values)
    guardian.save()
    _tell(guardian.student.person, "guardian-kept", by, now)
    return guardian


@transaction.atomic
def remove_guardian(guardian: Guardian, *, by: Person, now: datetime) -> None:
    """Take a guardian off a student."""
    guardian.delete()
    _tell(guardian.student.person, "guardian-removed", by, now)


def _must_have_own_iin(institution: Institution, iin: str, *, but: int) -> None:
    others = Person.objects.filter(institution=institution, iin=iin).exclude(pk=but)
    if iin and (other := others.first()):
        raise RuleBroken("iin-taken", name=other.full_name)


def _set(row: Person | Student | Guardian, values: Mapping[str, Any]) -> list[str]:
    before = model_to_dict(row)
    for field, value in values.items():
        setattr(row, field, value)
    after = model_to_dict(row)
    return sorted(field for field in after if before[field] != after[field])


def _tell(person: Person, act: str, by: Person, now: datetime, **facts: object) -> None:
    ledger.append(
        institution=person.institution_id,
        stream=stream(person.institution),
        act=act,
        by=by.key,
        at=now,
        facts={"person": person.pk, **facts},
    )
