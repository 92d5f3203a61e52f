import json
import subprocess
import sys
from pathlib import Path

import pytest

from hattama.cli import roster

SAMPLES = Path(__file__).parents[1] / "data" / "rosters"


def answered(capsys, *arguments):
    status = roster.run([*map(str, arguments), "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("students_example_kk.csv", "Туған күні"),
        ("students_example_ru.xlsx", "Дата рождения"),
    ],
)
def test_samples_with_birth_dates_to_come(capsys, name, column):
    status, answer = answered(capsys, SAMPLES / name)
    assert (status, answer["rows"], answer["accepted"]) == (0, 5, 5)
    assert [(p["row"], p["column"], p["code"]) for p in answer["problems"]] == [
        (row, column, "birth-date-future") for row in range(2, 7)
    ]
    assert {p["level"] for p in answer["problems"]} == {"warning"}


def test_form_of_the_answer(capsys, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("ФИО;ИИН\nКим Анна;1\nЦой Тимур;\n", "utf-8")
    assert answered(capsys, path) == (
        0,
        {
            "rows": 2,
            "accepted": 1,
            "problems": [
                {
                    "row": 2,
                    "column": "ИИН",
                    "code": "iin-length",
                    "level": "refused",
                    "message": "An IIN has 12 digits; this one has 1. "
                    "Compare it with the identity card and correct it.",
                }
            ],
        },
    )


def test_old_kazakh_list_under_a_title(capsys):
    status, answer = answered(capsys, SAMPLES / "kz1048_under_a_title.csv")
    assert (status, answer["rows"], answer["accepted"]) == (0, 4, 3)
    assert [(p["row"], p["column"], p["code"]) for p in answer["problems"]] == [
        (8, "Аты-жөні", "name-characters")
    ]


def test_learning_platform_list(capsys):
    status, answer = answered(capsys, SAMPLES / "learning_platform.csv")
    assert (status, answer) == (0, {"rows": 3, "accepted": 3, "problems": []})


def test_staff(capsys, tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("ФИО;Должность;Администрация\nКим Анна;Директор;да\n", "utf-8")
    status, answer = answered(capsys, path, "--staff")
    assert (status, answer) == (0, {"rows": 1, "accepted": 1, "problems": []})


def test_nothing_to_import_is_status_one(capsys, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Фамилия;Имя\n", "utf-8")
    assert roster.run([str(path)]) == 1
    out = capsys.readouterr().out
    assert "There is nothing below the headings." in out
    assert "0 of 0 rows can be imported." in out


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b'a;b\n"c'])
def test_no_list_is_status_two_and_one_line(capsys, tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert roster.run([str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_missing_file_and_folder(capsys, tmp_path):
    assert roster.run([str(tmp_path / "none.csv")]) == 2
    assert roster.run([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_hundred_megabytes_are_not_read(capsys, tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert roster.run([str(path)]) == 2
    assert "larger than 20 MB" in capsys.readouterr().err


def test_needs_neither_settings_nor_database(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Фамилия;Имя\n;\nКим;1\n", "utf-8")
    code = (
        "import sys; from hattama.cli import main; status = main(sys.argv[1:]);"
        "assert 'hattama.site.settings' not in sys.modules; sys.exit(status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "roster", str(path)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(roster.__file__).parents[2]), "PYTHONUTF8": "1"},
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "contains what no name contains: 1" in ran.stdout
