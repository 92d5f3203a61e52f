"""A technical failure costs nobody an attempt."""

from datetime import date, timedelta

import pytest

from hattama.core.sitting import commands as c
from hattama.core.sitting.reading import protocol
from tests.core.sittings import (
    CHAIR,
    COLLEGE,
    SECRETARY,
    UNIVERSITY,
    graded,
    interrupted,
    planned,
)


@pytest.mark.norm("he-attestation-2020/p23a", "tve-process-2020/p21-3aj")
@pytest.mark.parametrize("rules", [UNIVERSITY, COLLEGE])
def test_another_day_after_a_failure_is_no_attempt(rules):
    log = interrupted(planned(rules))
    log.wait(5)
    since = log.now - timedelta(minutes=1)
    log.do(
        c.DecideInterruption(CHAIR, "h1", False, 4, 0),
        c.DrawUpAct(SECRETARY, "h1", "no sound", "the provider", since, log.now),
        c.Reschedule(CHAIR, "h1", date(2026, 6, 18)),
    )
    result = protocol(log.state, "h1", log.now).result
    assert (result.attempt, result.moved_to) == (False, date(2026, 6, 18))


@pytest.mark.norm("he-attestation-2020/p23a")
def test_a_grade_is_one():
    log = graded(planned(COLLEGE), choices="5554")
    assert protocol(log.state, "h1", log.now).result.attempt
