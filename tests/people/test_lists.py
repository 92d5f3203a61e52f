"""Lists of people: found, narrowed, sorted the Kazakh way, taken away."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from tests import make

from hattama.people import queries


def names(institution, **wanted):
    found = queries.students(institution, wanted)
    return [student.person.full_name for student in found]


@pytest.fixture
def students(cast):
    group = make.group(cast.aigerim.student.group.programme, name="ИС-23")
    for surname, given in (("Өтеген", "Ұлан"), ("Оспан", "Уәли"), ("Әлиев", "Ян")):
        make.student(group, given, surname)
    return group


@pytest.mark.parametrize("typed", ["өтеген", "ОТЕГЕН", "отеген ұл", "улан"])
def test_kazakh_letters_are_found_as_typed_or_as_russian(cast, students, typed):
    assert names(cast.university, q=typed) == ["Өтеген Ұлан"]


def test_the_kazakh_order(cast, students):
    assert names(cast.university, group=str(students.pk)) == [
        "Әлиев Ян",
        "Оспан Уәли",
        "Өтеген Ұлан",
    ]
    assert names(cast.university, group=str(students.pk), sort="-name")[0] == (
        "Өтеген Ұлан"
    )


def test_narrowed_by_programme_group_and_status(cast, students):
    assert len(names(cast.university, programme=str(students.programme_id))) == 5
    assert names(cast.university, status="expelled") == []
    assert names(cast.university, group="x", sort="nonsense", q="иванов") == [
        "Иванов Болат"
    ]


@pytest.mark.parametrize(
    "page", ["student_list", "staff_list", "group_list", "post_list", "account_list"]
)
def test_as_many_queries_for_thirty_rows_as_for_one(cast, signed_in, page):
    client = signed_in(cast.zarina)
    url = reverse(page)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    programme = make.programme(cast.university)
    for number in range(30):
        group = make.group(programme, name=f"Т-{number}", curator=cast.vera)
        make.student(group, given=f"Ая{'а' * number}")
        make.post(make.person(cast.university), "teacher")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)


def test_the_workbook_has_the_iin_for_the_registrar_alone(cast, signed_in):
    cast.aigerim.iin = "040101600015"
    cast.aigerim.surname = "=1+1"
    cast.aigerim.save()
    seen = {}
    for who in (cast.zarina, cast.gulnar):
        answer = signed_in(who).get(reverse("export_students"))
        sheet = load_workbook(io.BytesIO(answer.content)).active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        seen[who] = "040101600015" in [cell.value for cell in cells]
        assert "f" not in {cell.data_type for cell in cells}
    assert seen == {cast.zarina: True, cast.gulnar: False}


def test_the_page_masks_the_iin_but_for_the_registrar_and_oneself(cast, signed_in):
    cast.aigerim.iin = "040101600015"
    cast.aigerim.save()
    url = reverse("person_page", args=[cast.aigerim.pk])
    shown = {
        who: "040101600015" in signed_in(who).get(url).content.decode()
        for who in (cast.zarina, cast.aigerim, cast.gulnar, cast.rustem)
    }
    assert list(shown.values()) == [True, True, False, False]
