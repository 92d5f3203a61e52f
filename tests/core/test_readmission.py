"""Readmission, case by case."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from hattama.core.readmission import must_be_readmissible, school_year_end
from hattama.core.rules import RuleBroken

FILE = Path(__file__).parents[1] / "cases" / "readmission.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.norm(
    "he-attestation-2020/p22c",
    "he-attestation-2020/p25",
    "he-attestation-2020/p26",
    "tve-process-2020/p21-4d",
    "tve-process-2020/p21-4e",
)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_readmission(case):
    asked = {
        "book": case["book"],
        "why": case["why"],
        "documented": case.get("documented", False),
        "passed": case.get("passed", False),
        "held_on": case.get("held_on", date(2026, 6, 15)),
        "again_on": case["again_on"],
    }
    if "refused" not in case:
        must_be_readmissible(**asked)
        return
    with pytest.raises(RuleBroken, match=case["refused"]) as refusal:
        must_be_readmissible(**asked)
    assert refusal.value.norms == tuple(case["norms"])


@pytest.mark.parametrize(
    ("on", "end"),
    [
        (date(2025, 9, 1), date(2026, 8, 31)),
        (date(2026, 8, 31), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2027, 8, 31)),
    ],
)
def test_the_school_year_ends_with_august(on, end):
    assert school_year_end(on) == end
