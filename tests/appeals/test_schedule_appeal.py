"""The appeals commission sets the sitting."""

import pytest
from django.urls import reverse

from hattama.appeals import actions, queries
from hattama.appeals.models import AppealsCommission
from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.final.models import Seat
from hattama.notices.queries import deliveries
from tests import make
from tests.appeals.conftest import DAY, HOUR, PUBLISHED, lodged

pytestmark = pytest.mark.django_db
FORM = {"at": "2026-06-23T10:00", "link": "https://meet.example.org/appeal"}


def url(appeal):
    return reverse("schedule_appeal", args=[appeal.pk])


def set_for(appeal, panel, at, now=PUBLISHED + 2 * HOUR):
    actions.schedule_appeal(appeal, at=at, link="", by=panel.secretary, now=now)


@pytest.mark.norm("he-attestation-2020/p66")
def test_works(signed_in, cast, panel, appeal):
    with clock.pin(PUBLISHED + 2 * HOUR):
        answer = signed_in(panel.secretary).post(url(appeal), FORM)
    assert answer.url == reverse("appeal", args=[appeal.pk])
    appeal.refresh_from_db()
    assert appeal.state == "scheduled"
    assert appeal.commission == panel.commission
    assert appeal.sitting_at.isoformat() == "2026-06-23T05:00:00+00:00"
    line = ledger.lines(appeal.stream)[-1]
    assert (line.act, line.facts["late"]) == ("appeal-sitting-set", False)
    told = {one.person for one in deliveries(appeal.stream, "appeal-sitting")}
    assert told == {cast.aigerim, *panel.everybody}


@pytest.mark.norm("he-attestation-2020/p66")
def test_filed_on_friday_it_is_due_on_tuesday(appeal):
    due = queries.hearing_deadline(appeal)
    assert due.at.isoformat() == "2026-06-23T23:59:59+05:00"
    assert due.basis == ("he-attestation-2020/p66",)
    assert queries.next_step(appeal, due.at).state == "due"
    assert queries.next_step(appeal, due.at + HOUR).state == "late"


@pytest.mark.norm("he-attestation-2020/p66")
def test_a_later_day_is_recorded_as_late(appeal, panel):
    set_for(appeal, panel, PUBLISHED + 6 * DAY)
    assert ledger.lines(appeal.stream)[-1].facts["late"] is True
    assert queries.next_step(appeal, PUBLISHED + DAY).state == "late"


def test_the_commission_is_handed_the_papers(cast, appeal, panel):
    set_for(appeal, panel, PUBLISHED + 3 * DAY)
    for paper in (appeal.application, appeal.result.protocol):
        assert set(paper.readers.all()) == set(panel.everybody)


def test_it_can_be_moved(appeal, panel):
    set_for(appeal, panel, PUBLISHED + 3 * DAY)
    set_for(appeal, panel, PUBLISHED + 4 * DAY)
    assert appeal.sitting_at == PUBLISHED + 4 * DAY


def test_not_into_the_past(appeal, panel):
    with pytest.raises(RuleBroken, match="appeal-sitting-past"):
        set_for(appeal, panel, PUBLISHED)


def test_not_once_it_is_withdrawn(cast, appeal, panel):
    actions.withdraw_appeal(appeal, cast.aigerim, PUBLISHED + HOUR)
    appeal.refresh_from_db()
    with pytest.raises(RuleBroken, match="appeal-over"):
        set_for(appeal, panel, PUBLISHED + 3 * DAY)


@pytest.mark.norm("he-attestation-2020/p65a")
def test_a_commission_without_a_registered_order_cannot_meet(cast, result):
    appeal = lodged(result)
    waiting = make.document(cast.university, state="signing", number=None)
    AppealsCommission.objects.create(campaign=cast.campaign, order=waiting)
    with pytest.raises(RuleBroken, match="appeals-commission-missing"):
        actions.schedule_appeal(
            appeal,
            at=PUBLISHED + 3 * DAY,
            link="",
            by=cast.rustem,
            now=PUBLISHED + 2 * HOUR,
        )


@pytest.mark.norm("he-attestation-2020/p65c")
def test_whoever_became_an_examiner_since_cannot_hear_it(cast, appeal, panel):
    Seat.objects.create(
        commission=cast.commission, person=panel.members[0], role="member"
    )
    with pytest.raises(RuleBroken, match="appeals-examiner-sits"):
        set_for(appeal, panel, PUBLISHED + 3 * DAY)


def test_refused_to_each_who_may_not(signed_in, cast, panel, appeal):
    readers = {cast.aigerim, cast.gulnar, cast.rustem, cast.zarina, *panel.members}
    for who in [*cast.others(), *panel.members]:
        with clock.pin(PUBLISHED + 2 * HOUR):
            answer = signed_in(who).post(url(appeal), FORM)
        assert answer.status_code == (403 if who in readers else 404), who
    appeal.refresh_from_db()
    assert appeal.sitting_at is None


def test_twice(signed_in, panel, appeal):
    client = signed_in(panel.chair)
    form = FORM | {"once": "0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3e"}
    with clock.pin(PUBLISHED + 2 * HOUR):
        answers = [client.post(url(appeal), form) for _time in range(2)]
    assert {answer.url for answer in answers} == {f"/appeals/{appeal.pk}/"}
    assert len(ledger.lines(appeal.stream)) == 2
