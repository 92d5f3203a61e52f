"""Hearings laid out on the page: a preview first, then the sittings."""

import pytest
from django.urls import reverse
from django.utils import timezone

from hattama.final.models import Candidate, Hearing, Sitting
from tests import make

FILLED = {
    "first_day": "2026-06-15",
    "opens": "09:00",
    "slot": "15",
    "pause_since": "09:15",
    "pause_until": "10:00",
    "order": "name",
    "meeting_link": "https://meet.example.kz/1",
}
TOKEN = "7d1c6c0e-6a0f-4d5d-9f5e-1f6f3c0f7a11"


@pytest.fixture
def address(cast):
    return reverse("lay_out_hearings", args=[cast.commission.pk])


def times():
    return [
        f"{timezone.localtime(one.planned_at):%d %H:%M}"
        for one in Hearing.objects.order_by("planned_at")
    ]


def test_a_preview_writes_nothing(address, cast, signed_in):
    page = signed_in(cast.saule).get(address, FILLED)
    shown = [f"{slot.starts:%d %H:%M}" for slot, _ in page.context["slots"]]
    assert shown == ["15 09:00", "15 10:00"]
    assert not Sitting.objects.exists()


@pytest.mark.norm("he-attestation-2020/p19c")
def test_the_sittings_are_as_previewed(address, cast, signed_in):
    answer = signed_in(cast.saule).post(address, FILLED)
    assert answer.url == reverse("sittings")
    assert times() == ["15 09:00", "15 10:00"]
    assert Sitting.objects.get().meeting_link == FILLED["meeting_link"]


def test_the_working_days_after_it_follow(address, cast, signed_in):
    group = make.group(cast.attestation.programme)
    admission = cast.candidates[0].admission_order
    for number in range(20):
        make.candidate(
            cast.attestation,
            make.student(group, surname=f"Ә{number:02}"),
            commission=cast.commission,
            admission=Candidate.Admission.ADMITTED,
            admission_order=admission,
        )
    signed_in(cast.saule).post(address, FILLED | {"first_day": "2026-06-19"})
    days = {timezone.localdate(one.starts_at).day for one in Sitting.objects.all()}
    assert days == {19, 22}


@pytest.mark.norm("he-attestation-2020/p33")
def test_a_slot_longer_than_the_rule_is_refused(address, cast, signed_in):
    answer = signed_in(cast.saule).post(address, FILLED | {"slot": "20"})
    assert answer.status_code == 409
    assert b"he-attestation-2020/p33" in answer.content


def test_a_pause_that_ends_before_it_begins_is_shown(address, cast, signed_in):
    page = signed_in(cast.saule).post(address, FILLED | {"pause_until": "09:00"})
    assert page.context["form"].errors.keys() == {"pause_until"}
    assert not Sitting.objects.exists()


def test_twice_makes_one(address, cast, signed_in):
    for _ in range(2):
        signed_in(cast.saule).post(address, FILLED | {"once": TOKEN})
    assert Sitting.objects.count() == 1
    page = signed_in(cast.saule).get(address)
    assert page.context["students"] == []


def test_who_may(address, cast, signed_in):
    for name, who in cast.everybody.items():
        status = signed_in(who).get(address).status_code
        if name in ("saule", "gulnar", "zarina"):
            assert status == 200
        elif name in ("aigerim", "bolat", "timur", "dana"):
            assert status == 404
        else:
            assert status == 403
