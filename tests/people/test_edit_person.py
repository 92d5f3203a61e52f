"""Enter and change people, studies, guardians."""

import pytest
from django.urls import reverse
from tests.make import NOON

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.people.actions import persons
from hattama.people.models import Guardian, Person

PARTICULARS = {
    "surname": "Сәрсенова",
    "given": "Айгерім",
    "patronymic": "",
    "language": "ru",
    "email": "a@example.org",
}


def lines(cast):
    return [line.act for line in ledger.lines(f"people:{cast.university.pk}")]


def test_a_person_is_changed_and_the_ledger_names_the_fields_alone(cast, signed_in):
    client = signed_in(cast.zarina)
    url = reverse("edit_person", args=[cast.aigerim.pk])
    answer = client.post(url, {**PARTICULARS, "surname": "Ахметова"})
    assert answer.status_code == 302
    cast.aigerim.refresh_from_db()
    assert cast.aigerim.full_name == "Ахметова Айгерім"
    line = ledger.lines(f"people:{cast.university.pk}")[-1]
    assert line.facts == {
        "person": cast.aigerim.pk,
        "fields": ["email", "language", "surname"],
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("surname", "<script>"),
        ("given", "=SUM(A1)"),
        ("iin", "040101600010"),
        ("phone", "жоқ"),
        ("email", "почта"),
        ("surname", ""),
    ],
)
def test_what_a_list_would_refuse_the_page_refuses(cast, signed_in, field, value):
    url = reverse("edit_person", args=[cast.aigerim.pk])
    answer = signed_in(cast.zarina).post(url, {**PARTICULARS, field: value})
    assert answer.status_code == 422
    assert Person.objects.get(pk=cast.aigerim.pk).surname == "Сәрсенова"


def test_an_iin_belongs_to_one_person(cast):
    cast.bolat.iin = "040101600015"
    cast.bolat.save()
    with pytest.raises(RuleBroken, match="iin-taken"):
        persons.edit_person(
            cast.aigerim, {"iin": "040101600015"}, by=cast.zarina, now=NOON
        )


def test_who_does_not_see_the_iin_cannot_erase_it(cast, signed_in):
    cast.aigerim.iin = "040101600015"
    cast.aigerim.save()
    url = reverse("edit_person", args=[cast.aigerim.pk])
    signed_in(cast.gulnar).post(url, {**PARTICULARS, "iin": ""})
    assert Person.objects.get(pk=cast.aigerim.pk).iin == "040101600015"


def test_a_student_and_one_of_the_staff_are_entered(cast, signed_in):
    client = signed_in(cast.zarina)
    group = cast.aigerim.student.group
    new = {"surname": "Оразбай", "given": "Нұр", "language": "kk"}
    client.post(reverse("add_student"), {**new, "group": group.pk})
    assert Person.objects.get(surname="Оразбай").student.group == group
    client.post(
        reverse("add_staff"), {**new, "surname": "Қали", "position_kk": "маман"}
    )
    assert Person.objects.get(surname="Қали").position == {"kk": "маман"}
    assert lines(cast) == ["person-added", "person-added"]


def test_a_group_of_another_institution_cannot_be_chosen(cast, signed_in):
    client = signed_in(cast.zarina)
    foreign = cast.dana.student.group.pk
    new = {"surname": "Оразбай", "given": "Нұр", "language": "kk", "group": foreign}
    assert client.post(reverse("add_student"), new).status_code == 422


def test_studies_are_changed(cast, signed_in):
    student = cast.aigerim.student
    url = reverse("edit_studies", args=[cast.aigerim.pk])
    values = {
        "group": student.group.pk,
        "course": 4,
        "language": "ug",
        "status": "leave",
        "debts": 1,
        "credits": 230,
    }
    assert signed_in(cast.gulnar).post(url, values).status_code == 302
    student.refresh_from_db()
    assert (student.status, student.debts, student.language) == ("leave", 1, "ug")
    assert reverse("edit_studies", args=[cast.vera.pk])
    assert (
        signed_in(cast.gulnar)
        .get(reverse("edit_studies", args=[cast.vera.pk]))
        .status_code
        == 404
    )


def test_a_guardian_comes_changes_and_goes(cast, signed_in):
    client = signed_in(cast.zarina)
    url = reverse("add_guardian", args=[cast.aigerim.pk])
    client.post(url, {"name": "Сәрсенова Ана"})
    guardian = Guardian.objects.get()
    client.post(
        reverse("edit_guardian", args=[guardian.pk]), {"name": "Ана", "phone": "+7701"}
    )
    guardian.refresh_from_db()
    assert (guardian.name, guardian.phone) == ("Ана", "+7701")
    remove = reverse("remove_guardian", args=[guardian.pk])
    assert signed_in(cast.rustem).post(remove).status_code == 403
    assert signed_in(cast.timur).post(remove).status_code == 404
    signed_in(cast.zarina).post(remove)
    assert not Guardian.objects.exists()
