"""The student is answered; a changed result gets its own protocol."""

import pytest
from django.urls import reverse

from hattama.appeals import actions, queries
from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.final.queries.free import must_be_free
from hattama.notices.queries import deliveries
from tests.appeals.conftest import DAY, HOUR, lodged, signed, verdict

pytestmark = pytest.mark.django_db


def url(appeal):
    return reverse("deliver_answer", args=[appeal.pk])


@pytest.fixture
def ready(decided):
    signed(decided.protocol, decided.decided_at + HOUR)
    decided.protocol.refresh_from_db()
    return decided


@pytest.mark.norm("he-attestation-2020/p67", "tve-process-2020/p21-3ao")
def test_works(signed_in, cast, panel, ready, result):
    with clock.pin(ready.decided_at + 2 * HOUR):
        signed_in(panel.secretary).post(url(ready))
    ready.refresh_from_db()
    result.refresh_from_db()
    assert (ready.state, ready.answered_at) == (
        "answered",
        ready.decided_at + 2 * HOUR,
    )
    new = ready.new_result
    assert result.replaced_by == new
    assert (result.grade, new.grade, new.points, new.passed) == ("FX", "C", 65, True)
    assert (new.basis, new.protocol) == ("appeal", ready.protocol)
    (told,) = deliveries(ready.stream, "appeal-answer")
    assert told.person == cast.aigerim
    line = ledger.lines(ready.stream)[-1]
    assert (line.act, line.facts["late"]) == ("appeal-answered", False)


@pytest.mark.norm("he-attestation-2020/p67")
def test_one_working_day(ready, panel):
    due = queries.answer_deadline(ready)
    assert due.at.isoformat() == "2026-06-23T23:59:59+05:00"
    assert queries.next_step(ready, due.at + HOUR).state == "late"
    actions.deliver_answer(ready, by=panel.secretary, now=due.at + DAY)
    assert ledger.lines(ready.stream)[-1].facts["late"] is True


def test_a_hearing_held_anew_can_be_laid_out(scheduled, panel, result):
    now = scheduled.sitting_at + HOUR
    actions.record_decision(
        scheduled, verdict(panel, votes={"reheard": 3}), by=panel.secretary, now=now
    )
    signed(scheduled.protocol, now)
    scheduled.refresh_from_db()
    actions.deliver_answer(scheduled, by=panel.secretary, now=now)
    again = result.candidate.student.candidacies.get(attempt=2)
    assert again.readmitted_by == scheduled.protocol
    must_be_free(again)
    with pytest.raises(RuleBroken, match="no-second-attempt"):
        must_be_free(result.candidate)


def test_a_result_that_stands_is_left_alone(scheduled, panel, result):
    now = scheduled.sitting_at + HOUR
    actions.record_decision(
        scheduled, verdict(panel, votes={"upheld": 3}), by=panel.secretary, now=now
    )
    signed(scheduled.protocol, now)
    scheduled.protocol.refresh_from_db()
    actions.deliver_answer(scheduled, by=panel.secretary, now=now)
    result.refresh_from_db()
    assert (scheduled.new_result, result.replaced_by) == (None, None)


def test_not_before_both_have_signed(decided, panel):
    with pytest.raises(RuleBroken, match="appeal-protocol-unsigned"):
        actions.deliver_answer(decided, by=panel.secretary, now=decided.decided_at)


def test_not_without_a_decision(scheduled, panel):
    with pytest.raises(RuleBroken, match="appeal-protocol-unsigned"):
        actions.deliver_answer(scheduled, by=panel.secretary, now=scheduled.sitting_at)


def test_what_an_appeal_changed_cannot_be_appealed_again(cast, ready, panel):
    actions.deliver_answer(ready, by=panel.secretary, now=ready.decided_at + HOUR)
    new = queries.results().get(pk=ready.new_result.pk)
    with pytest.raises(RuleBroken, match="appeal-lodged-already"):
        lodged(new, at=ready.decided_at + 2 * HOUR)


def test_refused_to_each_who_may_not(signed_in, cast, panel, ready):
    readers = {cast.aigerim, cast.gulnar, cast.rustem, cast.zarina, *panel.members}
    for who in [*cast.others(), *panel.members]:
        answer = signed_in(who).post(url(ready))
        assert answer.status_code == (403 if who in readers else 404), who
    ready.refresh_from_db()
    assert ready.answered_at is None


def test_twice(signed_in, panel, ready):
    client = signed_in(panel.secretary)
    form = {"once": "0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3c"}
    answers = [client.post(url(ready), form) for _time in range(2)]
    assert {answer.url for answer in answers} == {f"/appeals/{ready.pk}/"}
    assert client.post(url(ready)).status_code == 409
    assert ledger.lines(ready.stream)[-1].seq == 4
