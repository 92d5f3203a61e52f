"""An institution with its parts, its staff and its graduates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from hattama.demo.names import Made, crowd, read
from hattama.people.actions.accounts import open_account
from hattama.people.actions.institution import edit_institution
from hattama.people.actions.persons import add_person, edit_studies, keep_guardian
from hattama.people.actions.posts import appoint
from hattama.people.actions.structure import keep_part
from hattama.people.models import (
    Group,
    Guardian,
    Institution,
    Person,
    Post,
    Programme,
    Unit,
)

GRADUATES = 24
LONG_AGO = timedelta(days=800)
LEADERS = ("head", "vice_head", "dean", "registrar", "inspector")
ADMINISTRATION = frozenset({"head", "vice_head", "dean", "registrar"})
POSITIONS = {
    "head": {"kk": "Басшы", "ru": "Руководитель", "en": "Head"},
    "vice_head": {"kk": "Басшының орынбасары", "ru": "Заместитель руководителя"},
    "dean": {"kk": "Декан", "ru": "Декан", "en": "Dean"},
    "registrar": {"kk": "Тіркеуші", "ru": "Регистратор", "en": "Registrar"},
    "inspector": {"kk": "Инспектор", "ru": "Инспектор", "en": "Inspector"},
    "administrator": {"kk": "Жүйе әкімшісі", "ru": "Системный администратор"},
    "department_head": {"kk": "Кафедра меңгерушісі", "ru": "Заведующий кафедрой"},
    "technical_secretary": {"kk": "Әдіскер", "ru": "Методист"},
    "curator": {"kk": "Куратор, оқытушы", "ru": "Куратор, преподаватель"},
    "teacher": {"kk": "Оқытушы", "ru": "Преподаватель", "en": "Teacher"},
    "chair": {"kk": "Бас маман", "ru": "Главный специалист"},
    "reviewer": {"kk": "Жетекші маман", "ru": "Ведущий специалист"},
}
EMPLOYERS = ("«Дала Дата» ЖШС", "«Тұран Энерго» АҚ")


@dataclass(frozen=True)
class Team:
    """Who works for one programme's attestation."""

    programme: Programme
    group: Group
    told: Mapping[str, Any]
    department_head: Person
    secretary: Person
    chair: Person
    members: tuple[Person, ...]
    supervisors: tuple[Person, ...]
    reviewer: Person


@dataclass(frozen=True)
class House:
    """An institution and who leads it; `appeals` are chair, two members, secretary."""

    institution: Institution
    told: Mapping[str, Any]
    leaders: Mapping[str, Person]
    appeals: tuple[Person, ...]
    teams: tuple[Team, ...]

    @property
    def head(self) -> Person:
        """Who signs the orders."""
        return self.leaders["head"]

    @property
    def preparer(self) -> Person:
        """Who prepares the attestation: the dean, in a college the deputy head."""
        return self.leaders.get("dean", self.leaders["vice_head"])


class Builder:
    """Enters people one after another, each with address, account and post."""

    def __init__(self, told: Mapping[str, Any], now: datetime) -> None:
        self.told, self.now, self.since = told, now, (now - LONG_AGO).date()
        self.adults: Iterator[Made] = crowd(told["slug"], range(1962, 1992))
        self.numbers = count(1)
        self.institution = Institution.objects.create(
            slug=told["slug"],
            kind=told["kind"],
            **{part: told[part] for part in ("name", "short_name", "city")},
        )
        # The first person has nobody who could enter them.
        self.by = Person.objects.create(
            institution=self.institution, **self.values("administrator")
        )
        open_account(self.by)
        self.post(self.by, "administrator", None)

    def values(self, role: str) -> dict[str, Any]:
        made = next(self.adults)
        return vars(made) | {
            "email": f"staff{next(self.numbers)}@{self.told['domain']}",
            "position": POSITIONS[role],
            "administrative": role in ADMINISTRATION,
        }

    def hire(self, office: str, unit: Unit | None, **more: str) -> Person:
        values = self.values(more.pop("role", office)) | more
        person = add_person(self.institution, values, by=self.by, now=self.now)
        open_account(person)
        self.post(person, office, unit)
        return person

    def post(self, person: Person, office: str, unit: Unit | None) -> Post:
        return appoint(
            person,
            office=office,
            unit=unit,
            since=self.since,
            order=f"№ {self.since.year}/{person.pk}-ж",
            by=self.by,
            now=self.now,
        )

    def part(self, part: Unit | Programme | Group, **values: object) -> Any:
        return keep_part(
            part, values, institution=self.institution, by=self.by, now=self.now
        )


def build(name: str, now: datetime) -> House:
    """Make an institution as one of the lists describes it."""
    told = read(name)
    builder = Builder(told, now)
    _describe(builder)
    top = builder.part(Unit(institution=builder.institution), name=told["unit"])
    leaders = {
        office: builder.hire(office, top)
        for office in LEADERS
        if office != "dean" or told["kind"] == "he"
    }
    return House(
        institution=builder.institution,
        told=told,
        leaders=leaders | {"administrator": builder.by},
        appeals=tuple(builder.hire("teacher", top) for _ in range(4)),
        teams=tuple(_team(builder, top, one) for one in told["programme"]),
    )


def _describe(builder: Builder) -> None:
    told = builder.told
    values = {
        part: told[part] for part in ("bin", "phone", "public_names", "procedure")
    } | {
        "technical_requirements": told["technical_requirements"],
        "email": f"office@{told['domain']}",
    }
    edit_institution(builder.institution, values, by=builder.by, now=builder.now)


def _team(builder: Builder, top: Unit, told: Mapping[str, Any]) -> Team:
    unit = builder.part(
        Unit(institution=builder.institution), name=told["unit"], parent=top
    )
    programme = builder.part(
        Programme(institution=builder.institution),
        unit=unit,
        **{part: told[part] for part in ("code", "level", "name", "credits")},
    )
    curator = builder.hire("curator", unit)
    group = builder.part(
        Group(programme=programme), name=told["group"], curator=curator
    )
    _graduates(builder, group, told["course"])
    members = tuple(builder.hire("teacher", unit) for _ in range(4))
    return Team(
        programme=programme,
        group=group,
        told=told,
        department_head=builder.hire("department_head", unit),
        secretary=builder.hire("technical_secretary", unit),
        chair=builder.hire("teacher", unit, role="chair", outside=EMPLOYERS[0]),
        members=members,
        supervisors=(members[0], *(builder.hire("teacher", unit) for _ in range(2))),
        reviewer=builder.hire("teacher", unit, role="reviewer", outside=EMPLOYERS[1]),
    )


def _graduates(builder: Builder, group: Group, course: int) -> None:
    born = builder.told["born"]
    young = crowd(f"{builder.told['slug']} {group.name}", range(born, born + 2))
    for number in range(1, GRADUATES + 1):
        email = f"{group.programme.code.lower()}-{number}@{builder.told['domain']}"
        values = vars(next(young)) | {"email": email}
        person = add_person(
            builder.institution, values, by=builder.by, now=builder.now, group=group
        )
        open_account(person)
        _studies(builder, person, number, course)


def _studies(builder: Builder, person: Person, number: int, course: int) -> None:
    """All have finished the programme, but the last one has a debt."""
    credits = person.student.group.programme.credits
    values = {
        "course": course,
        "credits": credits,
        "debts": int(number == GRADUATES),
        "funding": "paid" if number % 3 == 0 else "state",
        "language": "ru" if number % 4 == 0 else "kk",
    }
    edit_studies(person.student, values, by=builder.by, now=builder.now)
    parent = next(builder.adults)
    values = {
        "name": f"{parent.surname} {parent.given} {parent.patronymic}".strip(),
        "phone": f"+7 (700) 000-{number:02}-{course:02}",
    }
    keep_guardian(
        Guardian(student=person.student), values, by=builder.by, now=builder.now
    )
