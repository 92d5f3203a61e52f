"""A technical failure costs nobody an attempt."""

from datetime import date, timedelta

import pytest

from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Cause
from hattama.core.sitting.reading import protocol
from hattama.documents.models import Document
from hattama.notices.models import Delivery
from tests import make
from tests.core.sittings import (
    CHAIR,
    COLLEGE,
    SECRETARY,
    UNIVERSITY,
    graded,
    interrupted,
    planned,
)
from tests.final.run import Run


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


@pytest.mark.norm("he-attestation-2020/p23c", "tve-process-2020/p21-3al")
def test_the_act_reaches_every_member_the_moment_it_is_drawn_up(cast):
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    hearing, secretary = run.hearings[0], cast.saule.key
    run.give(c.IdentifyStudent(secretary, hearing, "document", True))
    run.give(c.CallStudent(secretary, hearing))
    run.give(c.InterruptHearing(secretary, hearing, Cause.TECHNICAL, "жарық"))
    since = run.now - timedelta(minutes=1)
    run.give(c.DrawUpAct(secretary, hearing, "дыбыс жоқ", "жарық", since, run.now))
    act = Document.objects.get(kind="act")
    told = Delivery.objects.filter(notice__at=run.now)
    members = {cast.daniyar, cast.vera, cast.marat, cast.olzhas}
    assert members <= {one.person for one in told}
    assert act.state == "signing"
