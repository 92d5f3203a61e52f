"""From a real sitting to a changed result: what the appeals commission is shown."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hattama.appeals import actions, queries
from hattama.base import ledger
from hattama.cli import verify
from hattama.final.models import Result
from tests import make
from tests.appeals.conftest import lodged, signed, verdict
from tests.final.run import Run

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def held(cast, panel):
    """Aigerim defended, failed, and appeals."""
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.published(run.hearings[0], "FX")
    run.grade(run.hearings[1])
    result = queries.results().get(candidate=cast.candidates[0])
    return lodged(result, at=run.now + HOUR)


def url(appeal):
    return reverse("appeal_hearing", args=[appeal.pk])


def test_those_who_hear_it_read_the_log(signed_in, cast, panel, held):
    page = signed_in(panel.secretary).get(url(held)).content.decode()
    assert "Неге?" in page
    assert cast.bolat.full_name not in page


def test_a_result_without_a_hearing(signed_in, panel, appeal):
    page = signed_in(panel.chair).get(url(appeal)).content.decode()
    assert 'class="empty"' in page


def test_refused_to_each_who_may_not(signed_in, cast, appeal):
    for who in cast.others("gulnar", "rustem", "zarina"):
        assert signed_in(who).get(url(appeal)).status_code == 404, who


@pytest.mark.norm("tve-process-2020/p21-3ao", "he-attestation-2020/p67")
def test_a_changed_result_goes_through_a_new_protocol(cast, panel, held):
    old = held.result
    sealed = old.protocol.facts
    at = held.lodged_at + HOUR
    actions.schedule_appeal(held, at=at, link="", by=panel.secretary, now=at - HOUR / 2)
    actions.record_decision(held, verdict(panel), by=panel.secretary, now=at + HOUR)
    signed(held.protocol, at + HOUR)
    held.protocol.refresh_from_db()
    actions.deliver_answer(held, by=panel.secretary, now=at + 2 * HOUR)
    old.refresh_from_db()
    new = Result.objects.get(candidate=old.candidate, replaced_by=None)
    assert (old.grade, old.protocol.facts, new.grade) == ("FX", sealed, "C")
    assert new.protocol == held.protocol != old.protocol
    assert list(ledger.breaks()) == []
    counts, findings = verify.verify()
    assert findings == []
    assert counts["seal"] == 2 * 3  # hearing, application, decision
