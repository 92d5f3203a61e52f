"""What a sitting takes and refuses, by cases a registrar can read."""

import tomllib
from pathlib import Path

import pytest
from tests.core.sittings import COLLEGE, SCENES, planned

from hattama.core.sitting import Step
from hattama.core.sitting.commands import COMMANDS
from hattama.core.sitting.events import Matter

FILE = Path(__file__).parents[1] / "cases" / "sitting.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
READ = {
    "step": Step,
    "matter": Matter,
    "inputs": lambda pairs: tuple(tuple(pair) for pair in pairs),
}


def command(by, deed, form=()):
    fields = {name: READ.get(name, lambda same: same)(form[name]) for name in form}
    return COMMANDS[deed](by=by, **fields)


def staged(case):
    plan = planned(COLLEGE) if case.get("book") == "college" else planned()
    log = SCENES[case["scene"]](plan)
    log.do(*(command(**first) for first in case.get("first", [])))
    log.wait(case.get("minutes", 0))
    return log, command(case["by"], case["deed"], case.get("form", {}))


@pytest.mark.norm(
    "he-attestation-2020/p21",
    "he-attestation-2020/p22a",
    "he-attestation-2020/p22b",
    "he-attestation-2020/p22c",
    "he-attestation-2020/p22d",
    "he-attestation-2020/p23b",
    "he-attestation-2020/p30c",
    "he-attestation-2020/p30d",
    "he-attestation-2020/p30e",
    "he-attestation-2020/p31a",
    "he-attestation-2020/p31b",
    "he-attestation-2020/p34",
    "he-attestation-2020/p39a",
    "he-attestation-2020/p39b",
    "he-attestation-2020/p39c",
    "he-attestation-2020/p40a",
    "he-attestation-2020/p40b",
    "he-attestation-2020/p41a",
    "he-attestation-2020/p41b",
    "he-attestation-2020/p42",
    "he-attestation-2020/p43",
    "he-attestation-2020/p44b",
    "he-attestation-2020/p46a",
    "he-attestation-2020/p46b",
    "he-attestation-2020/p46c",
    "he-attestation-2020/p46d",
    "he-attestation-2020/p57a",
    "he-attestation-2020/p57b",
    "he-attestation-2020/p60a",
    "he-attestation-2020/p60b",
    "he-attestation-2020/p61",
    "he-attestation-2020/p73d",
    "tve-attestation-2020/p24",
    "tve-attestation-2020/p31c",
    "tve-process-2020/p21-3ac",
    "tve-process-2020/p21-3ak",
    "tve-process-2020/p21-4a",
    "tve-process-2020/p21-4b",
    "tve-process-2020/p21-4c",
    "tve-process-2020/p21-5g",
)
@pytest.mark.parametrize(
    "case",
    [case for case in CASES if "refused" in case],
    ids=lambda case: case["title"],
)
def test_refused(case):
    log, asked = staged(case)
    before = log.state
    broken = log.refusal(asked)
    assert (broken.code, list(broken.norms)) == (case["refused"], case["norms"])
    assert log.state == before


@pytest.mark.norm(
    "he-attestation-2020/p21", "he-attestation-2020/p32", "he-attestation-2020/p42"
)
@pytest.mark.parametrize(
    "case",
    [case for case in CASES if "happened" in case],
    ids=lambda case: case["title"],
)
def test_taken(case):
    log, asked = staged(case)
    before = len(log.lines)
    log.do(asked)
    assert log.acts[before:] == case["happened"]


def test_the_norms_marked_are_those_of_the_cases():
    [marks] = [mark.args for mark in test_refused.pytestmark if mark.name == "norm"]
    cited = {norm for case in CASES if "refused" in case for norm in case["norms"]}
    assert sorted(marks) == sorted(cited)
