import ast
import json
from pathlib import Path

import pytest

from hattama.cli.norms import PAGE, run
from hattama.cli.norms.claims import mismarked, misplaced, mistaken, problems, untested
from hattama.cli.norms.marks import marked, marks_of
from hattama.cli.norms.page import page
from hattama.cli.norms.places import exists
from hattama.core.norms.catalogue import STATES, Standing, catalogue

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
NORM = "he-attestation-2020/p33"
MARKED = """
import pytest
pytestmark = pytest.mark.norm("n/all")

@pytest.mark.norm("n/1", "n/2")
@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.norm("n/3"))])
def test_one(x): ...

@pytest.mark.norm("n/4")
class TestTwo:
    @pytest.mark.norm("n/5")
    async def test_three(self): ...

@pytest.mark.norm(*IDS)
def test_four(): ...

@pytest.mark.norm("n/6")
def not_a_test(): ...
"""


def test_no_claim_is_unbacked():
    assert problems(marked(ROOT / "tests"), SOURCE) == []


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(catalogue())


def test_marks_are_read_from_the_source():
    assert sorted(marks_of(ast.parse(MARKED), "t.py")) == [
        ("", "t.py::test_four"),
        ("n/1", "t.py::test_one"),
        ("n/2", "t.py::test_one"),
        ("n/3", "t.py::test_one"),
        ("n/4", "t.py::TestTwo"),
        ("n/5", "t.py::TestTwo::test_three"),
        ("n/all", "t.py"),
    ]


def test_a_claim_without_a_test_is_told():
    claims = (Standing(NORM, "enforced", ("hattama.core",)),)
    assert list(untested(claims, {})) == [
        f"{NORM} is enforced, but no test is marked with it"
    ]
    assert list(untested(claims, {NORM: ["tests/test_x.py::test_y"]})) == []


@pytest.mark.parametrize("state", ["planned", "context"])
def test_what_claims_nothing_needs_no_test(state):
    assert list(untested((Standing(NORM, state),), {})) == []
    assert list(misplaced((Standing(NORM, state),), SOURCE)) == []


def test_a_claim_that_lives_nowhere_is_told():
    claims = (
        Standing(NORM, "watched"),
        Standing(NORM, "offered", ("hattama.core.dreams",)),
    )
    assert list(misplaced(claims, SOURCE)) == [
        f"{NORM} is watched, but nothing says where",
        f"{NORM} is said to live in hattama.core.dreams, which is not there",
    ]


def test_mistaken_claims_are_told():
    claims = (
        Standing("n/1", "enforced"),
        Standing(NORM, "done"),
        Standing(NORM, "offered"),
    )
    assert list(mistaken(claims, {NORM})) == [
        "n/1 stands in standing.toml but not in the catalogue",
        f"{NORM} has the unknown state 'done'",
        f"{NORM} has two states",
    ]


def test_mistaken_marks_are_told():
    marks = {"n/1": ["a", "b"], "": ["c"], NORM: ["d"]}
    assert list(mismarked(marks, {NORM})) == [
        "a, b: there is no norm n/1",
        "a mark must name its norms in plain text: c",
    ]


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("hattama.core", True),
        ("hattama.core.deadlines", True),
        ("hattama.core.deadlines.counting", True),
        ("hattama.core.deadlines.count", True),
        ("hattama.core.calendar.work.WorkCalendar.why", True),
        ("hattama.core.norms.catalogue.STATES", True),
        ("hattama.core.calendar.work.WorkCalendar.why_not", False),
        ("hattama.core.deadlines.dream", False),
        ("hattama.core.deadlines.counting.count.event", False),
        ("dreams", False),
        ("", False),
    ],
)
def test_places_are_looked_up_in_the_source(place, there):
    assert exists(place, SOURCE) is there


def test_json(capsys):
    run(["--json"])
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["total", "by_state", "by_area", "norms"]
    assert told["total"] == len(told["norms"]) == sum(told["by_state"].values()) == 914
    assert list(told["by_state"]) == list(STATES)
    assert sum(sum(area.values()) for area in told["by_area"].values()) == 914
    [appeals] = [norm for norm in told["norms"] if norm["id"].endswith("n-2020/p64a")]
    assert list(appeals) == ["id", "state", "where", "tests"]
    assert "tests/core/test_deadlines.py::test_counting" in appeals["tests"]


def test_one_area(capsys):
    run(["--area", "appeals", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["total"] == 11
    assert list(told["by_area"]) == ["appeals"]


def test_the_table_adds_up(capsys):
    run([])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["area", *STATES, "total"]
    assert lines[-1].split()[0] == "all"
    assert lines[-1].split()[-1] == "914"


def test_an_unknown_area_is_said_in_one_line(capsys):
    assert run(["--area", "weather"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "hattama norms: there is no area 'weather'\n")
