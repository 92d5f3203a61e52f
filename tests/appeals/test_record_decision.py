"""The secretary records the decision; the protocol is drawn up from it."""

import pytest
from django.urls import reverse

from hattama.appeals import actions
from hattama.appeals.models import AppealsSeat
from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.documents.actions import refuse_to_sign
from hattama.people.models import OwnValue
from tests.appeals.conftest import HOUR, verdict

pytestmark = pytest.mark.django_db
TOKEN = "0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3d"


def url(appeal):
    return reverse("record_decision", args=[appeal.pk])


def form(panel, **values):
    voters = panel.commission.seats.exclude(role="secretary")
    return {
        "present": [seat.pk for seat in voters],
        "upheld": 1,
        "changed": 2,
        "reheard": 0,
        "grade": "C",
        "points": 65,
        "considered": "Хаттама",
        "reason": "Сұрақ бағдарламадан тыс болды.",
    } | values


def decide(appeal, panel, now=None, **values):
    return actions.record_decision(
        appeal,
        verdict(panel, **values),
        by=panel.secretary,
        now=now or appeal.sitting_at + HOUR,
    )


@pytest.mark.norm("tve-process-2020/p21-5d", "tve-attestation-2020/p29c")
def test_works(signed_in, panel, scheduled):
    with clock.pin(scheduled.sitting_at + HOUR):
        signed_in(panel.secretary).post(url(scheduled), form(panel))
    scheduled.refresh_from_db()
    assert (scheduled.state, scheduled.decision) == ("decided", "changed")
    assert (scheduled.grade, scheduled.points) == ("C", 65)
    protocol = scheduled.protocol
    assert (protocol.state, protocol.template) == ("signing", "appeal-decision")
    signers = protocol.signatures.values_list("person", "role")
    assert list(signers) == [
        (panel.chair.pk, "chair"),
        (panel.secretary.pk, "secretary"),
    ]
    assert protocol.facts["tally"] == [
        {"choice": "upheld", "votes": 1},
        {"choice": "changed", "votes": 2},
    ]
    assert protocol.facts["old_grade"] == "FX"
    assert protocol.facts["claim"] == scheduled.text
    line = ledger.lines(scheduled.stream)[-1]
    assert (line.act, line.facts["decision"]) == ("appeal-decided", "changed")


def test_a_result_that_stands_keeps_no_new_grade(scheduled, panel):
    decide(scheduled, panel, votes={"upheld": 3})
    assert (scheduled.decision, scheduled.grade, scheduled.points) == (
        "upheld",
        "",
        None,
    )


def test_before_the_sitting(scheduled, panel):
    with pytest.raises(RuleBroken, match="appeal-not-heard"):
        decide(scheduled, panel, now=scheduled.sitting_at - HOUR)


def test_without_a_sitting(appeal, panel):
    with pytest.raises(RuleBroken, match="appeal-not-heard"):
        decide(appeal, panel, now=appeal.lodged_at + HOUR)


def test_without_the_chair(scheduled, panel):
    with pytest.raises(RuleBroken, match="appeals-chair-absent"):
        decide(scheduled, panel, votes={"upheld": 2}, away=[panel.chair])


def test_without_a_quorum(scheduled, panel):
    with pytest.raises(RuleBroken, match="no-quorum"):
        decide(scheduled, panel, votes={"upheld": 1}, away=panel.members)


def test_the_quorum_is_the_institutions_own_value(cast, scheduled, panel):
    OwnValue.objects.create(
        institution=cast.university,
        key="quorum",
        value="1",
        order="№ 5",
        since=scheduled.lodged_at.date(),
    )
    with pytest.raises(RuleBroken, match="no-quorum"):
        decide(scheduled, panel, votes={"upheld": 2}, away=panel.members[:1])


@pytest.mark.norm("he-attestation-2020/p65b")
def test_nobody_abstains(scheduled, panel):
    with pytest.raises(RuleBroken, match="appeal-votes-wrong"):
        decide(scheduled, panel, votes={"upheld": 2})


def test_two_who_are_divided_decide_nothing(scheduled, panel):
    with pytest.raises(RuleBroken, match="appeal-no-majority"):
        decide(
            scheduled,
            panel,
            votes={"upheld": 1, "changed": 1},
            away=panel.members[:1],
        )


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"grade": "FX", "points": 40}, "appeal-same-grade"),
        ({"grade": "5"}, "not-on-scale"),
        ({"reason": " "}, "appeal-without-reason"),
    ],
)
def test_a_change_that_is_none(scheduled, panel, values, code):
    with pytest.raises(RuleBroken, match=code):
        decide(scheduled, panel, **values)


def test_an_unsigned_protocol_can_be_drawn_up_anew(decided, panel):
    waiting = decided.protocol.signatures.get(role="chair")
    now = decided.sitting_at + 2 * HOUR
    refuse_to_sign(waiting, panel.chair, "Қате", now)
    first = decided.protocol
    decided.protocol.refresh_from_db()
    decide(decided, panel, now=now + HOUR, votes={"upheld": 3})
    assert decided.protocol != first
    assert decided.decision == "upheld"


def test_not_while_the_protocol_is_signed(decided, panel):
    with pytest.raises(RuleBroken, match="appeal-over"):
        decide(decided, panel)


@pytest.mark.norm("he-attestation-2020/p65c")
def test_an_official_among_them(scheduled, panel):
    person = panel.members[0]
    person.administrative = True
    person.save()
    with pytest.raises(RuleBroken, match="appeals-administration-sits"):
        decide(scheduled, panel)


def test_refused_to_each_who_may_not(signed_in, cast, panel, scheduled):
    others = [panel.chair, *panel.members]
    readers = {cast.aigerim, cast.gulnar, cast.rustem, cast.zarina, *others}
    for who in [*cast.others(), *others]:
        with clock.pin(scheduled.sitting_at + HOUR):
            answer = signed_in(who).post(url(scheduled), form(panel))
        assert answer.status_code == (403 if who in readers else 404), who


def test_a_seat_of_another_commission_is_no_choice(signed_in, panel, scheduled, cast):
    strange = AppealsSeat.objects.create(
        commission=type(panel.commission).objects.create(campaign=cast.campaign),
        person=cast.vera,
        role="member",
    )
    with clock.pin(scheduled.sitting_at + HOUR):
        answer = signed_in(panel.secretary).post(
            url(scheduled), form(panel, present=[strange.pk])
        )
    assert answer.status_code == 422


def test_twice(signed_in, panel, scheduled):
    client = signed_in(panel.secretary)
    with clock.pin(scheduled.sitting_at + HOUR):
        first = client.post(url(scheduled), form(panel, once=TOKEN))
        again = client.post(url(scheduled), form(panel, once=TOKEN))
        anew = client.post(url(scheduled), form(panel))
    assert (first.url, again.url, anew.status_code) == (first.url, first.url, 409)
