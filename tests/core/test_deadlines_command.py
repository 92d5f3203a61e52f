import json
import subprocess
import sys
from pathlib import Path

import pytest

from hattama.cli.deadline import run

SOURCE = Path(__file__).parents[2] / "src"


def answer(capsys, *arguments):
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refusal(capsys, *arguments):
    try:
        status = run(list(arguments))
    except SystemExit as left:
        status = left.code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return status, said.err.strip().removeprefix("hattama deadline: ")


@pytest.mark.norm("tve-attestation-2020/p15b")
def test_the_order_on_the_commission(capsys):
    asked = ["commission-order", "--book", "kz-tve", "--from", "2026-06-15T09:00"]
    assert answer(capsys, *asked) == {
        "rule": "commission-order",
        "at": "2026-05-15T23:59:59+05:00",
        "not_before": None,
        "basis": ["tve-attestation-2020/p15b"],
        "steps": [{"date": "2026-05-15", "counts": True, "why": "working"}],
    }


@pytest.mark.norm("tve-attestation-2020/p19a")
def test_a_window_has_two_ends(capsys):
    asked = ["webinar", "--book", "kz-tve", "--from", "2026-06-15T09:00"]
    told = answer(capsys, *asked, "--week", "6", "--off", "2026-06-12")
    assert told["not_before"] == "2026-06-08T00:00:00+05:00"
    assert told["at"] == "2026-06-10T23:59:59+05:00"
    assert told["steps"][:3] == [
        {"date": "2026-06-14", "counts": False, "why": "weekend"},
        {"date": "2026-06-13", "counts": True, "why": "working"},
        {"date": "2026-06-12", "counts": False, "why": "own"},
    ]


def test_a_time_with_another_offset_is_told_in_almaty(capsys):
    asked = ["identification", "--book", "kz-he", "--from", "2026-06-15T00:00+01:00"]
    assert answer(capsys, *asked)["at"] == "2026-06-15T03:30:00+05:00"


def test_a_date_alone_is_its_midnight(capsys):
    asked = ["technical-check", "--book", "kz-tve", "--from", "2026-06-15"]
    assert answer(capsys, *asked)["at"] == "2026-06-14T00:00:00+05:00"


def test_the_days_are_told_in_words(capsys):
    asked = ["appeal-window", "--book", "kz-he", "--from", "2026-06-12T18:00"]
    assert run(asked) == 0
    assert capsys.readouterr().out.splitlines() == [
        "appeal-window (he-attestation-2020/p64a)",
        "   -  Sat 13.06.2026  weekend",
        "   -  Sun 14.06.2026  weekend",
        "   1  Mon 15.06.2026  working",
        "   2  Tue 16.06.2026  working",
        "not after  2026-06-16 23:59:59+05:00",
    ]


def test_a_year_that_is_not_settled_is_said_so(capsys):
    asked = ["appeal-window", "--book", "kz-he", "--from", "2027-12-31", "--json"]
    assert run(asked) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["warnings"] == ["the days off of 2028 are not settled"]
    assert said.err == "hattama deadline: the days off of 2028 are not settled\n"


def test_a_time_before_the_first_edition_is_said_so(capsys):
    asked = ["appeal-window", "--book", "kz-he", "--from", "2020-01-02T12:00"]
    told = answer(capsys, *asked)
    assert told["warnings"] == ["kz-he was not in force before 2020-05-04"]
    assert told["at"] == "2020-01-06T23:59:59+06:00"


REQUIRED = {
    "kz-he": "identification appeal-window appeal-hearing appeal-answer incident-act",
    "kz-tve": "commission-order acquaintance webinar pack-submission defence-notice "
    "technical-check appeal-window appeal-hearing appeal-answer",
}


@pytest.mark.parametrize("book", REQUIRED)
def test_the_list_names_every_rule_and_each_can_be_counted(capsys, book):
    listed = answer(capsys, "--list", "--book", book)
    names = [rule["rule"] for rule in listed]
    assert set(REQUIRED[book].split()) <= set(names)
    for name in names:
        asked = [name, "--book", book, "--from", "2026-06-15T09:00"]
        assert answer(capsys, *asked)["rule"] == name


def test_the_list_is_readable_too(capsys):
    assert run(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        "kz-tve  webinar           5-3 working days before the sitting   "
        "tve-attestation-2020/p19a"
    ) in lines
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("webinar --book kz-he --from 2026-06-15", "kz-he has no rule 'webinar'"),
        ("tea --book kz-he --from 2026-06-15", "kz-he has no rule 'tea'"),
        ("quorum --book kz-he --from 2026-06-15", "'quorum' is no period"),
        ("webinar --book kz-tve --from 2026-06-31", "'2026-06-31'"),
        ("webinar --book kz-tve --from tomorrow", "'tomorrow'"),
        ("webinar --book kz-tve --from 2026-06-15 --off x", "'x'"),
        ("webinar --book kz-tve --from 2026-06-15 --week 7", "7"),
        ("webinar --book school --from 2026-06-15", "'school'"),
        ("webinar --book kz-tve --from 0001-01-01", "no calendar reaches"),
        ("appeal-window --book kz-he --from 9999-12-31", "no calendar reaches"),
        ("webinar --book kz-tve", "--from"),
        ("webinar --from 2026-06-15", "--book"),
        ("", "RULE"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(capsys, arguments, told):
    status, said = refusal(capsys, *arguments.split())
    assert status == 2
    assert told in said


def test_it_answers_without_django():
    asked = "['appeal-window', '--book', 'kz-he', '--from', '2026-06-15']"
    code = f"import sys; from hattama.cli.deadline import run; run({asked}); "
    code += "sys.exit('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, env={"PYTHONPATH": str(SOURCE)}
    )
    assert done.returncode == 0
