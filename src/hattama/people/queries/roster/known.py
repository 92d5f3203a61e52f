"""Who and what an institution already has, laid out for a list to be matched with."""

from collections import defaultdict
from dataclasses import dataclass, field

from hattama.core.roster import Kind
from hattama.core.roster.doubts import group_key
from hattama.people.models import (
    Group,
    Guardian,
    Institution,
    Person,
    Programme,
    Student,
)

Name = tuple[str, str]


@dataclass
class Entry:
    """One person of the list, as they will stand.

    Attributes:
        person: loaded, or new and not yet saved.
        student: their studies; None for staff.
        guardians: those that stand already and those that the list adds.
        rows: numbers of the rows that speak of the person.
        before: how person, student and guardians stood; None for a new person.
    """

    person: Person
    student: Student | None = None
    guardians: list[Guardian] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    before: tuple[object, ...] | None = None

    @property
    def state(self) -> str:
        """What the import does with the person: "added", "changed" or "same"."""
        if self.before is None:
            return "added"
        return "same" if self.before == self.now() else "changed"

    def now(self) -> tuple[object, ...]:
        """Everything of the person that a list can say."""
        return (
            person_values(self.person),
            student_values(self.student),
            [guardian_values(guardian) for guardian in self.guardians],
        )


@dataclass
class Known:
    """The institution's people, groups and programmes by what a list calls them."""

    institution: Institution
    entries: list[Entry]
    programmes: dict[str, Programme]
    groups: dict[str, list[Group]]
    by_iin: dict[str, Entry] = field(default_factory=dict)
    by_name: dict[Name, list[Entry]] = field(
        default_factory=lambda: defaultdict(list[Entry])
    )

    def add(self, entry: Entry, *, by_name: bool = True) -> None:
        """Let later rows find the person."""
        if entry.person.iin:
            self.by_iin[entry.person.iin] = entry
        if by_name:
            person = entry.person
            self.by_name[name_key(person.surname, person.given)].append(entry)


def known(institution: Institution, kind: Kind) -> Known:
    """Everybody of an institution, in five queries.

    People are found by IIN whoever they are, by name among their own kind.
    """
    programmes = Programme.objects.filter(institution=institution)
    found = Known(
        institution,
        _entries(institution),
        {programme.code.upper(): programme for programme in programmes},
        _groups(institution),
    )
    for entry in found.entries:
        entry.before = entry.now()
        found.add(entry, by_name=(entry.student is not None) == (kind == "students"))
    return found


def name_key(surname: str, given: str) -> Name:
    """A name without regard to case."""
    return surname.casefold(), given.casefold()


def person_values(person: Person) -> tuple[object, ...]:
    """What of a person a list can say."""
    return (
        person.surname,
        person.given,
        person.patronymic,
        person.iin,
        person.birth,
        person.sex,
        person.email,
        person.phone,
        dict(person.position),
        person.administrative,
    )


def student_values(student: Student | None) -> tuple[object, ...] | None:
    """What of a student a list can say."""
    if student is None:
        return None
    return student.group, student.course, student.language, student.funding


def guardian_values(guardian: Guardian) -> tuple[str, str, str]:
    """What of a guardian a list can say."""
    return guardian.name, guardian.phone, guardian.email


def _entries(institution: Institution) -> list[Entry]:
    people = Person.objects.filter(institution=institution).order_by("pk")
    students = {
        student.person_id: student
        for student in Student.objects.filter(person__institution=institution)
        .select_related("group__programme")
        .order_by("pk")
    }
    guardians: dict[int, list[Guardian]] = defaultdict(list)
    for guardian in Guardian.objects.filter(
        student__person__institution=institution
    ).order_by("pk"):
        guardians[guardian.student_id].append(guardian)
    return [_entry(person, students.get(person.pk), guardians) for person in people]


def _entry(
    person: Person, student: Student | None, guardians: dict[int, list[Guardian]]
) -> Entry:
    return Entry(person, student, guardians[student.pk] if student else [])


def _groups(institution: Institution) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = defaultdict(list)
    for group in Group.objects.filter(
        programme__institution=institution
    ).select_related("programme"):
        found[group_key(group.name)].append(group)
    return found
