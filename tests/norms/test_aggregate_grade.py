"""A grade from basic and profiling subjects: on application, by a decision."""

from dataclasses import replace

import pytest

from hattama.core.sitting import Kind
from hattama.core.sitting import commands as c
from tests.core.sittings import CHAIR, opened, planned

INPUTS = (("Физика", "A"), ("Математика", "B+"))


@pytest.mark.norm(
    "he-attestation-2020/t2.substitute-a",
    "he-attestation-2020/t2.substitute-b",
    "he-attestation-2020/p24b",
)
@pytest.mark.parametrize("kind", [Kind.ORAL, Kind.DEFENCE])
def test_the_decision_keeps_ground_application_and_the_grades_used(kind):
    log = opened(planned(kind=kind))
    grade = c.GradeByException(CHAIR, "h1", "A-", "no network", INPUTS, 4, 0, "17")
    for change, code in (
        ({"application": ""}, "no-application"),
        ({"ground": " "}, "no-ground"),
        ({"inputs": ()}, "no-inputs"),
    ):
        assert log.code(replace(grade, **change)) == code
    log.do(grade)
    kept = log.last
    assert (kept.application, kept.inputs, kept.ground) == ("17", INPUTS, "no network")
