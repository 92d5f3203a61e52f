"""Who may open which page: staff read, keepers write, strangers find nothing."""

import pytest
from django.urls import reverse
from tests import make

READ = [
    "student_list",
    "export_students",
    "staff_list",
    "export_staff",
    "post_list",
    "group_list",
    "programme_list",
    "unit_list",
    "institution_page",
    "rule_list",
]
KEEP = [
    "add_student",
    "add_staff",
    "add_group",
    "add_programme",
    "add_unit",
    "import_list",
    "begin_import",
    "account_list",
]
READERS = ("gulnar", "rustem", "zarina")
KEEPERS = ("gulnar", "zarina")


@pytest.mark.parametrize("page", READ)
def test_staff_read_and_strangers_find_nothing(page, cast, signed_in):
    for name in READERS:
        answer = signed_in(getattr(cast, name)).get(reverse(page))
        assert answer.status_code == 200
    for who in cast.others(*READERS, "timur"):
        assert signed_in(who).get(reverse(page)).status_code == 404


@pytest.mark.parametrize("page", KEEP)
def test_keepers_write_and_readers_are_refused(page, cast, signed_in):
    for name in KEEPERS:
        assert signed_in(getattr(cast, name)).get(reverse(page)).status_code == 200
    assert signed_in(cast.rustem).get(reverse(page)).status_code == 403
    for who in cast.others(*READERS, "timur"):
        assert signed_in(who).get(reverse(page)).status_code == 404


def objects(cast):
    student = cast.aigerim.student
    guardian = student.guardians.create(name="Сәрсенова Ана")
    own = cast.university.own_values.create(
        key="quorum", value="3/4", order="№ 1", since="2030-01-01"
    )
    return {
        "person_page": cast.aigerim.pk,
        "edit_person": cast.aigerim.pk,
        "edit_studies": cast.aigerim.pk,
        "add_guardian": cast.aigerim.pk,
        "edit_guardian": guardian.pk,
        "group_page": student.group.pk,
        "edit_group": student.group.pk,
        "edit_programme": student.group.programme.pk,
        "edit_unit": student.group.programme.unit.pk,
        "appoint": cast.vera.pk,
        "relieve": cast.vera.posts.get().pk,
        "set_own_value": "quorum",
        "drop_own_value": own.pk,
    }


POSTED = {"drop_own_value"}
APPOINT = {"appoint", "relieve", "set_own_value", "drop_own_value"}


def test_another_institution_is_not_seen(cast, signed_in):
    make.post(cast.timur, "administrator")
    for page, key in objects(cast).items():
        client = signed_in(cast.timur)
        ask = client.post if page in POSTED else client.get
        answer = ask(reverse(page, args=[key]))
        expected = 200 if page == "set_own_value" else 404
        assert (page, answer.status_code) == (page, expected)


def test_members_and_other_students_find_nobody(cast, signed_in):
    strangers = cast.others(*READERS, "aigerim", "timur")
    for page, key in objects(cast).items():
        if page in POSTED:
            continue
        for who in strangers:
            own = page == "appoint" and who == cast.vera
            answer = signed_in(who).get(reverse(page, args=[key]))
            assert (page, answer.status_code) == (page, 403 if own else 404)


def test_keepers_and_appointers_have_their_pages(cast, signed_in):
    make.post(cast.rustem, "vice_head")
    for page, key in objects(cast).items():
        if page not in POSTED:
            answer = signed_in(cast.rustem).get(reverse(page, args=[key]))
            assert (page, answer.status_code) == (page, 200)
        if page in APPOINT - POSTED:
            answer = signed_in(cast.zarina).get(reverse(page, args=[key]))
            assert (page, answer.status_code) == (page, 403)


def test_a_student_sees_the_own_page_alone(cast, signed_in):
    client = signed_in(cast.aigerim)
    assert client.get(reverse("own_page"), follow=True).status_code == 200
    edit = reverse("edit_person", args=[cast.aigerim.pk])
    assert client.get(edit).status_code == 403
    other = reverse("person_page", args=[cast.bolat.pk])
    assert client.get(other).status_code == 404


def test_a_curator_sees_the_own_group(cast, signed_in):
    group = cast.aigerim.student.group
    group.curator = cast.marat
    group.save()
    client = signed_in(cast.marat)
    assert client.get(reverse("group_page", args=[group.pk])).status_code == 200
    assert client.get(reverse("edit_group", args=[group.pk])).status_code == 403
    page = reverse("person_page", args=[cast.aigerim.pk])
    assert client.get(page).status_code == 200
    assert client.get(reverse("person_page", args=[cast.saule.pk])).status_code == 404


def test_nobody_is_anybody_without_signing_in(client, cast):
    assert client.get(reverse("student_list")).status_code == 404
