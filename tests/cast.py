"""The people of the tests. Everybody remembers who may what.

At the university: Aigerim is a candidate, Bolat another one; Saule is the technical
secretary; Daniyar chairs, Vera, Marat and Olzhas are members of the commission (Vera
supervises Aigerim); Gulnar is the dean, Rustem the head of the institution, Zarina the
registrar. Timur heads another institution, a college, where Dana studies.
"""

from dataclasses import dataclass, fields

import pytest

from hattama.final.models import Attestation, Campaign, Candidate, Commission
from hattama.people.models import Institution, Person
from tests import make


@dataclass(frozen=True)
class Cast:
    aigerim: Person
    bolat: Person
    saule: Person
    daniyar: Person
    vera: Person
    marat: Person
    olzhas: Person
    gulnar: Person
    rustem: Person
    zarina: Person
    timur: Person
    dana: Person
    university: Institution
    college: Institution
    campaign: Campaign
    attestation: Attestation
    commission: Commission
    candidates: tuple[Candidate, Candidate]

    @property
    def everybody(self) -> dict[str, Person]:
        """Each of the cast by name."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: who for name, who in found.items() if isinstance(who, Person)}

    def others(self, *names: str) -> list[Person]:
        """All of the cast but these."""
        return [who for name, who in self.everybody.items() if name not in names]


@pytest.fixture
def cast(db) -> Cast:
    return gathered()


def gathered() -> Cast:
    """Make everybody, in whichever database is in use."""
    university = make.institution("he", slug="university")
    college = make.institution("tve", slug="college")
    programme = make.programme(university, code="6B06102")
    group = make.group(programme, name="ИС-22")
    staff = {
        "saule": make.person(university, "Сәуле", "Ахметова"),
        "daniyar": make.person(
            university, "Данияр", "Қасымов", outside="«Қазақтелеком»"
        ),
        "vera": make.person(university, "Вера", "Ким"),
        "marat": make.person(university, "Марат", "Жүнісов"),
        "olzhas": make.person(university, "Олжас", "Нұрланов"),
        "gulnar": make.person(university, "Гүлнар", "Сейітова", administrative=True),
        "rustem": make.person(university, "Рүстем", "Әлиев", administrative=True),
        "zarina": make.person(university, "Зарина", "Омарова", administrative=True),
        "timur": make.person(college, "Тимур", "Ермеков", administrative=True),
    }
    make.post(staff["saule"], "technical_secretary")
    make.post(staff["gulnar"], "dean")
    make.post(staff["rustem"], "head")
    make.post(staff["zarina"], "registrar")
    make.post(staff["timur"], "head")
    for name in ("vera", "marat", "olzhas"):
        make.post(staff[name], "teacher")
    aigerim = make.student(group, "Айгерім", "Сәрсенова")
    bolat = make.student(group, "Болат", "Иванов")
    dana = make.student(make.group(make.programme(college)), "Дана", "Оспанова")
    campaign = make.campaign(university, made_by=staff["gulnar"])
    attestation = make.attestation(campaign, programme)
    commission = make.commission(
        campaign,
        [attestation],
        staff["daniyar"],
        [staff["vera"], staff["marat"], staff["olzhas"]],
        staff["saule"],
    )
    admission = make.document(university, template="admission-order")
    candidates = [
        make.candidate(
            attestation,
            student,
            commission=commission,
            supervisor=supervisor,
            admission=Candidate.Admission.ADMITTED,
            admission_order=admission,
        )
        for student, supervisor in ((aigerim, staff["vera"]), (bolat, None))
    ]
    return Cast(
        **staff,
        aigerim=aigerim.person,
        bolat=bolat.person,
        dana=dana.person,
        university=university,
        college=college,
        campaign=campaign,
        attestation=attestation,
        commission=commission,
        candidates=(candidates[0], candidates[1]),
    )


@pytest.fixture
def signed_in(client):
    """Give a client at which a person is signed in."""

    def sign_in(person):
        client.logout()
        client.force_login(
            person.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return sign_in
