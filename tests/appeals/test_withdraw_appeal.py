"""The student takes the appeal back."""

import pytest
from django.urls import reverse

from hattama.appeals import actions
from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from tests.appeals.conftest import HOUR, lodged

pytestmark = pytest.mark.django_db


def url(appeal):
    return reverse("withdraw_appeal", args=[appeal.pk])


def test_works(signed_in, cast, panel, appeal):
    signed_in(cast.aigerim).post(url(appeal))
    appeal.refresh_from_db()
    assert appeal.state == "withdrawn"
    assert ledger.lines(appeal.stream)[-1].act == "appeal-withdrawn"


def test_not_once_it_is_decided(cast, decided):
    with pytest.raises(RuleBroken, match="appeal-over"):
        actions.withdraw_appeal(decided, cast.aigerim, decided.decided_at)


def test_there_is_no_second_appeal_afterwards(cast, appeal, result):
    actions.withdraw_appeal(appeal, cast.aigerim, appeal.lodged_at)
    with pytest.raises(RuleBroken, match="appeal-lodged-already"):
        lodged(result, at=appeal.lodged_at + HOUR)


def test_refused_to_each_who_may_not(signed_in, cast, panel, appeal):
    readers = {cast.gulnar, cast.rustem, cast.zarina, *panel.everybody}
    for who in [*cast.others("aigerim"), *panel.everybody]:
        answer = signed_in(who).post(url(appeal))
        assert answer.status_code == (403 if who in readers else 404), who


def test_only_by_a_post(signed_in, cast, appeal):
    with clock.pin(appeal.lodged_at):
        assert signed_in(cast.aigerim).get(url(appeal)).status_code == 405


def test_twice(signed_in, cast, appeal):
    client = signed_in(cast.aigerim)
    form = {"once": "0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3b"}
    answers = [client.post(url(appeal), form) for _time in range(2)]
    assert {answer.url for answer in answers} == {f"/appeals/{appeal.pk}/"}
    assert client.post(url(appeal)).status_code == 409
