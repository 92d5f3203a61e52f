"""Confirming: by the letter's link, in the app, by telephone."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.notices import actions
from hattama.notices.models import Letter
from tests import make
from tests.make import NOON

DEADLINE = NOON + timedelta(days=5)


@pytest.fixture
def notice(told):
    return told(confirm_by=DEADLINE)


def delivery_of(notice, person):
    return notice.deliveries.get(person=person)


def post(client, name, *args):
    return client.post(reverse(name, args=args), {"once": uuid.uuid4()})


@pytest.mark.norm("tve-attestation-2020/p17c")
def test_the_link_of_the_letter_confirms_by_its_button(cast, notice, client):
    letter = Letter.objects.get(delivery__person=cast.aigerim)
    path = re.search(r"http://127\.0\.0\.1:8000(\S+)", letter.body)[1]
    shown = client.get(path)
    assert "Тәртіп туралы" in shown.content.decode()
    assert delivery_of(notice, cast.aigerim).confirmed_at is None
    with clock.pin(NOON):
        assert client.post(path, {"once": uuid.uuid4()}).status_code == 302
    confirmed = delivery_of(notice, cast.aigerim)
    assert (confirmed.confirmed_at, confirmed.confirmed_how) == (NOON, "link")
    assert delivery_of(notice, cast.bolat).confirmed_at is None


def test_a_mail_scanner_that_follows_the_link_confirms_nothing(notice, client, cast):
    delivery = delivery_of(notice, cast.aigerim)
    url = reverse("confirm_by_link", args=[delivery.token])
    for method in (client.get, client.head, client.get):
        assert method(url).status_code == 200
    delivery.refresh_from_db()
    assert (delivery.opened_at, delivery.confirmed_at) == (None, None)


def test_a_link_cannot_be_guessed(notice, client):
    assert client.get(reverse("confirm_by_link", args=["x" * 43])).status_code == 404
    tokens = set(notice.deliveries.values_list("token", flat=True))
    assert [len(token) for token in tokens] == [43, 43]


@pytest.mark.norm("he-attestation-2020/p74b")
def test_the_ledger_says_who_confirmed_how_and_whether_late(cast, notice):
    actions.confirm(delivery_of(notice, cast.aigerim), "app", cast.aigerim, NOON)
    late = DEADLINE + timedelta(seconds=1)
    actions.confirm(delivery_of(notice, cast.bolat), "call", cast.gulnar, late)
    assert [
        (line.by, line.act, line.facts) for line in ledger.lines(notice.stream)
    ] == [
        (
            cast.aigerim.key,
            "acquaintance-confirmed",
            {"person": cast.aigerim.key, "how": "app", "late": False},
        ),
        (
            cast.gulnar.key,
            "acquaintance-confirmed",
            {"person": cast.bolat.key, "how": "call", "late": True},
        ),
    ]


def test_the_first_confirmation_stands(cast, notice):
    delivery = delivery_of(notice, cast.aigerim)
    actions.confirm(delivery, "app", cast.aigerim, NOON)
    actions.confirm(delivery, "call", cast.gulnar, NOON + timedelta(days=1))
    delivery.refresh_from_db()
    assert (delivery.confirmed_at, delivery.confirmed_how) == (NOON, "app")
    assert len(ledger.lines(notice.stream)) == 1


def test_what_asks_for_no_confirmation_is_not_confirmed(cast, told):
    with pytest.raises(RuleBroken) as broken:
        actions.confirm(told().deliveries.first(), "app", cast.aigerim, NOON)
    assert broken.value.code == "nothing-to-confirm"


def test_reading_in_the_app_is_noted_and_confirmed_by_the_reader(
    cast, notice, signed_in
):
    delivery = delivery_of(notice, cast.aigerim)
    url = reverse("delivery", args=[delivery.pk])
    for person in cast.others("aigerim"):
        client = signed_in(person)
        assert client.get(url).status_code == 404
        assert post(client, "confirm_delivery", delivery.pk).status_code == 404
    client = signed_in(cast.aigerim)
    with clock.pin(NOON):
        assert client.get(url).status_code == 200
        assert post(client, "confirm_delivery", delivery.pk).url == url
    delivery.refresh_from_db()
    assert (delivery.opened_at, delivery.confirmed_how) == (NOON, "app")


def test_the_curator_calls_the_own_groups(cast, notice, signed_in):
    group = cast.aigerim.student.group
    other = make.group(group.programme)
    cast.bolat.student.group = other
    cast.bolat.student.save()
    group.curator = cast.olzhas
    group.save()
    client = signed_in(cast.olzhas)
    page = client.get(reverse("call_list", args=[notice.pk]))
    assert [delivery.person for delivery in page.context["to_call"]] == [cast.aigerim]
    foreign = delivery_of(notice, cast.bolat)
    assert post(client, "confirm_by_call", foreign.pk).status_code == 404
    own = delivery_of(notice, cast.aigerim)
    assert post(client, "confirm_by_call", own.pk).status_code == 302
    own.refresh_from_db()
    assert (own.confirmed_how, own.confirmed_by) == ("call", cast.olzhas)


def test_an_inspector_sees_who_confirmed_and_calls_nobody(cast, notice, signed_in):
    inspector = make.person(cast.university)
    make.post(inspector, "inspector")
    client = signed_in(inspector)
    assert client.get(reverse("notice", args=[notice.pk])).status_code == 200
    delivery = delivery_of(notice, cast.aigerim)
    assert post(client, "confirm_by_call", delivery.pk).status_code == 403


def test_others_do_not_see_who_was_told(cast, notice, signed_in):
    for name in ("notice", "call_list"):
        url = reverse(name, args=[notice.pk])
        for person in cast.others("gulnar", "rustem", "zarina", "saule"):
            assert signed_in(person).get(url).status_code == 404
        assert signed_in(cast.gulnar).get(url).status_code == 200
