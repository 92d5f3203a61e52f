"""Import a list: everybody at once or nobody, the same list again changes nothing."""

import pytest
from tests import make
from tests.people.roster import HEADING, NOW, ROWS, begin, confirm, csv, imported

from hattama.base import ledger
from hattama.core.iin import check_digit
from hattama.core.rules import RuleBroken
from hattama.core.sorting import sort_key
from hattama.people.actions import roster as deeds
from hattama.people.models import Group, Guardian, Person, Student


def iin(first_eleven):
    return f"{first_eleven}{check_digit(first_eleven)}"


IIN = iin("04010160001")


def counts(roster):
    return {name: n for name, n in roster.counts.items() if n}


def codes(roster):
    return [problem["code"] for problem in roster.problems]


def test_students_come_in_with_their_group_and_guardian(cast):
    roster = imported(cast, *ROWS)
    assert counts(roster) == {"rows": 2, "added": 2}
    zhanar = Person.objects.get(given="Жанар")
    assert zhanar.student.group.name == "ИС-22"
    assert zhanar.email == "zhanar@example.org"
    assert zhanar.sort_key == sort_key("Әбілова Жанар")
    assert [(g.name, g.phone) for g in zhanar.student.guardians.all()] == [
        ("Әбілова Роза", "+77010000001")
    ]


def test_the_same_list_again_changes_nothing_and_says_so(cast):
    imported(cast, *ROWS, f"{IIN};Сәрсен;Дана;;ИС-22;;;")
    again = imported(cast, *ROWS, f"{IIN};Сәрсен;Дана;;ИС-22;;;")
    assert counts(again) == {"rows": 3, "same": 3}
    assert Guardian.objects.count() == 1


def test_only_given_columns_are_changed(cast):
    imported(cast, *ROWS)
    roster = imported(
        cast,
        "Әбілова;Жанар;05.02.2004;ИС-22;+7 701 222 33 44",
        heading="Тегі;Аты;Туған күні;Топ;Телефон",
    )
    zhanar = Person.objects.get(given="Жанар")
    assert counts(roster) == {"rows": 1, "changed": 1}
    assert (zhanar.phone, zhanar.email) == ("+77012223344", "zhanar@example.org")


def test_an_empty_cell_erases_nothing(cast):
    imported(cast, *ROWS)
    roster = imported(cast, ";Әбілова;Жанар;05.02.2004;ИС-22;;;")
    assert counts(roster) == {"rows": 1, "same": 1}


def test_a_person_is_found_by_iin_though_the_family_name_changed(cast):
    imported(cast, f"{IIN};Сәрсен;Дана;;ИС-22;;;")
    imported(cast, f"{IIN};Ахметова;Дана;;ИС-22;;;")
    assert [p.surname for p in Person.objects.filter(iin=IIN)] == ["Ахметова"]


def test_an_iin_of_somebody_else_is_refused(cast):
    imported(cast, f"{IIN};Сәрсен;Дана;;ИС-22;;;")
    roster = imported(cast, f"{IIN};Петров;Иван;;ИС-22;;;")
    assert (counts(roster), codes(roster)) == (
        {"rows": 1, "refused": 1},
        ["iin-of-another"],
    )


def test_an_iin_twice_in_the_list_is_one_person(cast):
    rows = [f"{IIN};Сәрсен;Дана;;ИС-22;a@example.org;;", f"{IIN};Сәрсен;Дана;;ИС-22;;;"]
    roster = imported(cast, *rows)
    assert (counts(roster), codes(roster)) == ({"rows": 2, "added": 1}, ["iin-again"])
    assert counts(imported(cast, *rows)) == {"rows": 2, "same": 1}


def test_an_iin_is_added_to_whom_the_name_and_birth_date_fit(cast):
    imported(cast, ";Сәрсен;Дана;01.01.2004;ИС-22;;;")
    roster = imported(cast, f"{IIN};Сәрсен;Дана;01.01.2004;ИС-22;;;")
    assert counts(roster) == {"rows": 1, "changed": 1}
    assert Person.objects.get(surname="Сәрсен").iin == IIN


def test_a_row_that_fits_two_people_is_refused(cast):
    group = cast.aigerim.student.group
    for _twice in range(2):
        make.student(group, "Дана", "Сәрсен", person=None)
    roster = imported(cast, ";Сәрсен;Дана;;ИС-22;;;")
    assert codes(roster) == ["person-unclear"]


def test_namesakes_of_other_groups_stay_apart(cast):
    make.group(cast.aigerim.student.group.programme, name="ИС-23")
    rows = [";Сәрсен;Дана;;ИС-22;;;", ";Сәрсен;Дана;;ИС-23;;;"]
    assert counts(imported(cast, *rows)) == {"rows": 2, "added": 2}
    assert counts(imported(cast, *rows)) == {"rows": 2, "same": 2}


def test_an_unknown_group_is_made_if_that_was_chosen(cast):
    programme = cast.aigerim.student.group.programme
    roster = imported(
        cast,
        ";Сәрсен;Дана;;НОВ-1;;;",
        ";Серік;Ерлан;;нов 1;;;",
        programme=programme.pk,
        make_groups=True,
    )
    assert counts(roster) == {"rows": 2, "added": 2, "groups": 1}
    assert set(codes(roster)) == {"group-unknown"}
    assert Group.objects.get(name="НОВ-1").students.count() == 2


@pytest.mark.parametrize(
    ("mapping", "code"),
    [({}, "group-not-made"), ({"make_groups": True}, "programme-missing")],
)
def test_an_unknown_group_is_refused_otherwise(cast, mapping, code):
    roster = imported(cast, ";Сәрсен;Дана;;НОВ-1;;;", **mapping)
    assert code in codes(roster)
    assert counts(roster) == {"rows": 1, "refused": 1}


def test_rows_without_a_group_go_where_was_chosen_but_nobody_is_moved(cast):
    imported(cast, *ROWS)
    other = make.group(cast.aigerim.student.group.programme, name="ИС-23")
    heading = "Тегі;Аты;Туған күні"
    rows = ("Әбілова;Жанар;05.02.2004", "Жаңа;Адам;01.02.2004")
    roster = imported(cast, *rows, heading=heading, group=other.pk)
    assert counts(roster) == {"rows": 2, "added": 1, "same": 1}
    assert [s.person.given for s in other.students.all()] == ["Адам"]
    assert codes(imported(cast, "Бір;Адам;", heading=heading)) == ["group-missing"]


def test_two_groups_of_one_name_need_the_programme(cast):
    other = make.programme(cast.university, code="7M06101")
    make.group(other, name="ИС-22")
    assert codes(imported(cast, ROWS[1])) == ["group-unclear"]
    roster = imported(
        cast, "Серіков;Ерлан;ИС-22;7M06101", heading="Тегі;Аты;Топ;Код ОП"
    )
    assert Student.objects.get(person__given="Ерлан").group.programme == other
    assert counts(roster) == {"rows": 1, "added": 1}


def test_staff_come_in_without_a_group(cast):
    heading = "ФИО;Должность;Администрация"
    rows = ["Омаров Ержан Серікұлы;декан;иә", "Ли Ольга;преподаватель;нет"]
    roster = imported(cast, *rows, kind="staff", heading=heading)
    dean = Person.objects.get(surname="Омаров")
    assert counts(roster) == {"rows": 2, "added": 2}
    assert (dean.position, dean.administrative) == ({"kk": "декан"}, True)
    assert counts(imported(cast, *rows, kind="staff", heading=heading)) == {
        "rows": 2,
        "same": 2,
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("=HYPERLINK(1)", "name-characters"),
        ("<b>Дана</b>", "name-characters"),
        ("Д4на", "name-characters"),
    ],
)
def test_formulas_and_html_in_names_refuse_the_row_alone(cast, name, code):
    roster = imported(cast, f";Сәрсен;{name};;ИС-22;;;", ROWS[0])
    assert (counts(roster), codes(roster)) == (
        {"rows": 2, "added": 1, "refused": 1},
        [code],
    )


def test_nothing_is_half_imported(cast, monkeypatch):
    roster = begin(cast, csv(*ROWS))
    seen = deeds.planned(roster, NOW).counts
    monkeypatch.setattr(Guardian.objects, "bulk_create", None)
    before = Person.objects.count()
    with pytest.raises(TypeError):
        deeds.confirm_import(roster, seen=seen, by=cast.zarina, now=NOW)
    assert Person.objects.count() == before


def test_a_second_confirmation_is_refused(cast):
    roster = begin(cast, csv(*ROWS))
    confirm(cast, roster)
    with pytest.raises(RuleBroken, match="import-done"):
        confirm(cast, roster)
    with pytest.raises(RuleBroken, match="import-done"):
        deeds.map_columns(deeds.RosterImport.objects.get(pk=roster.pk), {})


def test_two_people_importing_the_same_list_import_it_once(cast):
    first, second = begin(cast, csv(*ROWS)), begin(cast, csv(*ROWS))
    seen = deeds.planned(second, NOW).counts
    confirm(cast, first)
    with pytest.raises(RuleBroken, match="import-other-now"):
        deeds.confirm_import(second, seen=seen, by=cast.gulnar, now=NOW)
    assert counts(confirm(cast, second)) == {"rows": 2, "same": 2}


def test_the_ledger_tells_counts_and_the_file_but_nobodys_name(cast):
    roster = imported(cast, *ROWS)
    line = ledger.lines(f"people:{cast.university.pk}")[-1]
    assert (line.act, line.by) == ("roster-imported", cast.zarina.key)
    assert line.facts == {
        "kind": "students",
        "file": roster.file.sha256,
        "rows": 2,
        "added": 2,
        "changed": 0,
        "same": 0,
        "refused": 0,
        "groups": 0,
    }
    assert ledger.first_break(line.stream) is None


def test_another_institution_is_left_alone(cast):
    make.student(cast.dana.student.group, "Жанар", "Әбілова")
    assert counts(imported(cast, ROWS[0])) == {"rows": 1, "added": 1}


def test_as_many_queries_for_thirty_rows_as_for_one(cast, django_assert_num_queries):
    few = begin(cast, csv(ROWS[0]))
    many = begin(cast, csv(*(f";Серік{'а' * n};Ерлан;;ИС-22;;;" for n in range(1, 31))))
    for roster in (few, many):
        with django_assert_num_queries(7):
            deeds.planned(roster, NOW)


def test_a_list_without_names_imports_nobody(cast):
    roster = imported(cast, "1;2", heading="ЖСН;Топ")
    assert codes(roster)[0] == "column-missing"
    assert roster.counts["added"] == 0


def test_heading_alone_says_so(cast):
    roster = begin(cast, csv(heading=HEADING))
    assert [p.code for p in deeds.planned(roster, NOW).problems] == ["no-rows"]
