"""What a row changes: only what it says; an empty cell says nothing."""

from collections.abc import Collection

from hattama.core.roster import Row
from hattama.people.models import Group, Guardian, Person, Student
from hattama.people.queries.roster.known import Entry

SEXES = {"male": Person.Sex.MALE, "female": Person.Sex.FEMALE, "": ""}
LETTER_LANGUAGES = ("kk", "ru", "en")


def fill(entry: Entry, row: Row, group: Group | None, given: Collection[str]) -> None:
    """Lay a row over a person.

    Args:
        entry: the person as they stand.
        row: what the list says.
        group: the row's group; None for staff, and for a student who stays in theirs.
        given: the fields that have a column of their own.
    """
    entry.rows.append(row.number)
    _fill_person(entry.person, row, given)
    if group or entry.student:
        _fill_student(entry, row, group)
        _fill_guardian(entry, row)


def _fill_person(person: Person, row: Row, given: Collection[str]) -> None:
    person.surname, person.given = row.family_name, row.given_name
    person.patronymic = row.patronymic or person.patronymic
    person.iin = row.iin or person.iin
    person.email = row.email or person.email
    person.phone = row.phone or person.phone
    # Without a column of their own these two were only computed from the IIN.
    if "born" in given or not person.birth:
        person.birth = row.born or person.birth
    if "sex" in given or not person.sex:
        person.sex = SEXES[row.sex] or person.sex
    if row.position:
        person.position = {**person.position, "kk": row.position}
    if "administration" in given:
        person.administrative = row.administration


def _fill_student(entry: Entry, row: Row, group: Group | None) -> None:
    if entry.student is None:
        entry.student = Student(person=entry.person)
    student = entry.student
    if group:
        student.group = group
    student.course = row.year or student.course
    student.language = row.language or student.language
    student.funding = row.funding or student.funding
    if entry.before is None and row.language in LETTER_LANGUAGES:
        entry.person.language = row.language


def _fill_guardian(entry: Entry, row: Row) -> None:
    if not (row.guardian_name or row.guardian_phone or row.guardian_email):
        return
    name = row.guardian_name.casefold()
    guardian = next((g for g in entry.guardians if g.name.casefold() == name), None)
    if guardian is None:
        guardian = Guardian(student=entry.student, name=row.guardian_name)
        entry.guardians.append(guardian)
    guardian.phone = row.guardian_phone or guardian.phone
    guardian.email = row.guardian_email or guardian.email
