import dataclasses
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hattama.base.messages import refusal
from hattama.core.iin import check_digit
from hattama.core.roster import Row, read_roster
from hattama.core.roster.columns import columns_of, field_of, fields_of
from hattama.core.rules import RuleBroken

TODAY = date(2026, 6, 1)
CASES = Path(__file__).parents[1] / "cases" / "roster_values.toml"
CELLS = tomllib.loads(CASES.read_text("utf-8"))["cell"]
HEADING = ["ИИН", "Фамилия", "Имя", "Группа"]


def codes(roster):
    return [(p.row, p.column, p.code, p.level) for p in roster.problems]


def read(*rows, **options):
    return read_roster(rows, today=TODAY, **options)


@pytest.mark.parametrize("case", CELLS, ids=lambda c: f"{c['heading']}: {c['text']}")
def test_cell(case):
    case = dict(case)
    heading, text = case.pop("heading"), case.pop("text")
    kind = "staff" if case.pop("staff", False) else "students"
    refused, warning = case.pop("refused", None), case.pop("warning", None)
    grid = [["Тегі", "Аты", heading], ["Ким", "Анна", text]]

    roster = read_roster(grid, today=TODAY, kind=kind)

    level = "refused" if refused else "warning"
    code = refused or warning
    assert codes(roster) == ([(2, heading, code, level)] if code else [])
    if refused:
        assert roster.accepted == ()
    else:
        [row] = roster.accepted
        assert {name: getattr(row, name) for name in case} == case


def test_kazakh_list_of_all_fields():
    heading = (
        *("ЖСН", "Тегі", "Аты", "Әкесінің аты", "Жынысы", "Туған күні", "Топ"),
        *("Оқу тілі", "Оқу негізі", "Мамандық коды", "Курс"),
    )
    cells = (
        *("041231500009", "Іңкәрбеков", "Ерасыл", "Өмірұлы", "Е", "2004-12-31"),
        *("ПО-21-1", "қазақ", "ақылы", "06130100", "2"),
    )
    roster = read(heading, cells)
    row = Row(
        number=2,
        iin="041231500009",
        family_name="Іңкәрбеков",
        given_name="Ерасыл",
        patronymic="Өмірұлы",
        sex="male",
        born=date(2004, 12, 31),
        group="ПО-21-1",
        language="kk",
        funding="paid",
        programme="06130100",
        year=2,
    )
    assert (roster.rows, roster.accepted, roster.problems) == (1, (row,), ())


def test_moodle_list_leaves_the_password_alone():
    roster = read(
        ["username", "password", "firstname", "lastname", "course1", "group1"],
        ["kima", "secret", "Anna", "Kim", "math", "Section 1"],
    )
    [row] = roster.accepted
    assert (row.username, row.given_name, row.family_name) == ("kima", "Anna", "Kim")
    assert row.group == "Section 1"
    assert "secret" not in dataclasses.astuple(row)
    assert "password" not in {c.heading for c in roster.columns if c.field}


def test_titles_numbering_blanks_and_repeated_headings_are_passed_over():
    heading = ["№", "Аты-жөні", "Топ", ""]
    roster = read(
        ["«№ 1 колледж» КМҚК"],
        ["", "Топ", "ПО-21 тізімі"],
        [],
        heading,
        ["1", "2", "3", ""],
        ["1", "Ким Анна", "ПО-21", ""],
        ["", " ", "", ""],
        heading,
        ["2", "Әбдіқадырова Әйгерім Өмір қызы", "ПО-21", ""],
    )
    assert roster.heading == 4
    assert roster.rows == 2
    assert [(r.number, r.family_name, r.patronymic) for r in roster.accepted] == [
        (6, "Ким", ""),
        (9, "Әбдіқадырова", "Өмір қызы"),
    ]
    assert roster.problems == ()


def test_heading_without_rows():
    assert codes(read(["Список"], HEADING)) == [(2, "", "no-rows", "refused")]


def test_no_heading():
    roster = read(["041231500009", "Ким", "Анна"], ["990709300019", "Цой", "Тимур"])
    assert (roster.rows, codes(roster)) == (2, [(1, "", "no-heading", "refused")])
    assert [column.name for column in roster.columns] == ["A", "B", "C"]


def test_nothing_at_all():
    assert codes(read()) == [(1, "", "no-heading", "refused")]


def test_no_name_column():
    roster = read(["ИИН", "Группа"], ["041231500009", "ПО-21"])
    assert codes(roster) == [(1, "", "column-missing", "refused")]
    assert (roster.rows, roster.accepted) == (1, ())


def test_two_columns_for_one_identity_refuse_the_list():
    roster = read(["ИИН", "Фамилия", "Имя", "ЖСН"], ["", "Ким", "Анна", ""])
    assert codes(roster) == [(1, "ЖСН", "heading-twice", "refused")]
    assert roster.accepted == ()


def test_two_columns_for_a_contact_are_not_read():
    roster = read(
        ["Фамилия", "Имя", "Телефон", "Тел."], ["Ким", "Анна", "87010000001", ""]
    )
    assert codes(roster) == [(1, "Тел.", "heading-unclear", "warning")]
    assert [row.phone for row in roster.accepted] == [""]


def test_mapping_overrules_the_guess():
    grid = [["Имя", "Фамилия", "Тел.", "Телефон"], ["Ким", "Анна", "1", "87010000001"]]
    mapping = {0: "family_name", 1: "given_name", 2: ""}
    [row] = read(*grid, mapping=mapping).accepted
    assert (row.family_name, row.given_name) == ("Ким", "Анна")
    assert row.phone == "+77010000001"


def test_mapping_makes_a_heading_unnecessary():
    mapping = {0: "family_name", 1: "given_name"}
    roster = read(["Ким", "Анна"], ["Цой", "Тимур"], mapping=mapping)
    assert [row.number for row in roster.accepted] == [1, 2]
    assert roster.heading == 0
    told = read(["Ким", "Анна"], ["Цой", "Тимур"], mapping=mapping, heading=1)
    assert [row.number for row in told.accepted] == [2]
    beyond = read(["Ким", "Анна"], mapping=mapping, heading=9)
    assert codes(beyond) == [(9, "", "no-rows", "refused")]


def test_refused_rows_stay_out_and_others_come_in():
    roster = read(
        HEADING,
        ["041231500008", "Ким", "Анна", "ПО-21"],
        ["041231500009", "Цой", "Тимур", "ПО-21"],
        ["", "", "", "ПО-21"],
        ["", "Ли", "", "ПО-21"],
    )
    assert [row.number for row in roster.accepted] == [3]
    assert codes(roster) == [
        (2, "ИИН", "iin-check-digit", "refused"),
        (4, "Фамилия", "name-missing", "refused"),
        (5, "Имя", "name-incomplete", "refused"),
    ]


def test_every_problem_of_a_row_is_named():
    roster = read(
        ["ИИН", "ФИО", "Пол", "e-mail"], ["12", "<i>Ким</i>", "?", "нет почты"]
    )
    assert [p.code for p in roster.problems] == [
        "iin-length",
        "name-characters",
        "sex-unknown",
        "email-unreadable",
    ]


def test_a_warning_does_not_hide_a_missing_name():
    roster = read(["ФИО", "Пол"], ["", "?"])
    assert [p.code for p in roster.problems] == ["sex-unknown", "name-missing"]


def test_short_rows_are_rows():
    assert len(read(HEADING, ["", "Ким", "Анна"]).accepted) == 1


def test_the_same_row_again_is_refused_wherever_it_stands():
    row = ["041231500009", "Ким", "Анна", "ПО-21"]
    spaced = ["'041231500009", " Ким", "Анна ", "ПО-21"]
    roster = read(HEADING, row, ["", "Цой", "Тимур", "ПО-21"], spaced)
    assert [r.number for r in roster.accepted] == [2, 3]
    assert codes(roster) == [(4, "", "row-again", "refused")]
    assert roster.problems[0].facts == {"first": 2}


def test_one_person_under_two_spellings_is_marked():
    heading = ["ИИН", "ФИО", "Туған күні", "e-mail"]
    roster = read(
        heading,
        ["041231500009", "Қасымов Ерасыл", "", "a@example.com"],
        ["041231500009", "Касымов Ерасыл", "", ""],
        ["", "КАСЫМОВ Ерасыл", "31.12.2004", ""],
        ["", "Ким Анна", "", "A@example.com"],
    )
    assert len(roster.accepted) == 4
    assert codes(roster) == [
        (3, "ИИН", "iin-again", "warning"),
        (4, "ФИО", "person-again", "warning"),
        (5, "e-mail", "email-again", "warning"),
    ]


def test_iin_against_birth_date_and_sex():
    roster = read(
        ["ИИН", "ФИО", "Пол", "Дата рождения"],
        ["041231500009", "Ким Анна", "ж", "30.12.2004"],
    )
    assert codes(roster) == [
        (2, "Дата рождения", "iin-other-birth-date", "warning"),
        (2, "Пол", "iin-other-sex", "warning"),
    ]
    [row] = roster.accepted
    assert (row.sex, row.born) == ("female", date(2004, 12, 30))


def test_future_birth_date_from_the_iin_alone_points_at_the_iin():
    number = "320724" + "50560"
    iin = number + str(check_digit(number))
    roster = read(["ИИН", "ФИО"], [iin, "Ким Анна"])
    assert codes(roster) == [(2, "ИИН", "birth-date-future", "warning")]


def test_groups_are_known_in_any_spelling():
    rows = [HEADING, ["", "Ким", "Анна", "по 21–1"], ["", "Цой", "Тимур", "ПО-12-1"]]
    roster = read(*rows, known_groups=["ПО-21-1"])
    assert [row.group for row in roster.accepted] == ["ПО-21-1", "ПО-12-1"]
    assert codes(roster) == [(3, "Группа", "group-unknown", "warning")]
    assert read(*rows).problems == ()


def test_staff_and_students_have_headings_of_their_own():
    assert field_of("Должность", "staff") == "position"
    assert field_of("Должность", "students") == ""
    assert field_of("Тегі, аты, әкесінің аты", "staff") == "full_name"
    assert field_of("Топ / Пол", "students") == ""
    assert set(fields_of("students")) <= {
        *(field.name for field in dataclasses.fields(Row)),
        "full_name",
    }


def test_column_letters():
    columns = columns_of([], 703, "students", {})
    assert [columns[n].name for n in (0, 25, 26, 701, 702)] == [
        *("A", "Z", "AA", "ZZ", "AAA")
    ]


def test_twenty_thousand_rows_read_twice_are_equal():
    rows = [[f"Ким {chr(1072 + n % 32)}{'ы' * (n // 32)}"[:90]] for n in range(20_000)]
    grid = [["ФИО", "idnumber"], *([name, str(n)] for n, [name] in enumerate(rows))]
    first = read_roster(grid, today=TODAY)
    assert (first.rows, len(first.accepted)) == (20_000, 20_000)
    assert read_roster(grid, today=TODAY) == first


@pytest.mark.parametrize("kind", ["students", "staff"])
@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=4))
def test_no_text_is_too_odd(kind, rows):
    headings = [f for f in fields_of(kind) if f not in ("full_name",)]
    for start in range(0, len(headings), 8):
        mapping = dict(enumerate(["family_name", *headings[start : start + 7]]))
        roster = read_roster(rows, today=TODAY, kind=kind, mapping=mapping, heading=0)
        for problem in roster.problems:
            refusal(RuleBroken(problem.code, **problem.facts))
