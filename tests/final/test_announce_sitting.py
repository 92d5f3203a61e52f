"""Everybody is told the times, with an entry for the calendar."""

from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from hattama.base import clock, files
from hattama.base.models import LedgerLine
from hattama.core.rules import RuleBroken
from hattama.final.actions.announcing import announce_sitting
from hattama.final.models import Sitting
from hattama.notices.models import Delivery, Notice
from hattama.people.models import Institution
from tests import make

SOON = make.NOON - timedelta(days=1)
EARLY = make.NOON - timedelta(days=14)


@pytest.fixture
def sitting(cast):
    return make.sitting(cast.commission, cast.candidates)


def facts():
    return [
        line.facts
        for line in LedgerLine.objects.filter(act="sitting-announced").order_by("seq")
    ]


@pytest.mark.norm("he-attestation-2020/p29b", "he-attestation-2020/p70c")
def test_commission_students_and_guides_are_told(sitting, cast):
    announce_sitting(sitting=sitting, by=cast.saule, now=EARLY)
    told = set(Delivery.objects.values_list("person", flat=True))
    expected = ["saule", "daniyar", "vera", "marat", "olzhas", "aigerim", "bolat"]
    assert told == {getattr(cast, name).pk for name in expected}
    sitting.refresh_from_db()
    assert (sitting.state, sitting.announced_at) == (Sitting.State.ANNOUNCED, EARLY)


def entries(notice):
    return [
        event
        for file in notice.files.all()
        for event in Calendar.from_ical(files.content(file)).walk("VEVENT")
    ]


def test_a_second_time_replaces_the_entry_in_the_calendar(sitting, cast):
    announce_sitting(sitting=sitting, by=cast.saule, now=EARLY)
    announce_sitting(sitting=sitting, by=cast.daniyar, now=EARLY + timedelta(hours=1))
    told = Notice.objects.filter(deliveries__person=cast.aigerim).order_by("at")
    [first], [second] = (entries(notice) for notice in told)
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    hearing = sitting.hearings.get(candidate=cast.candidates[0])
    assert second["DTSTART"].dt == hearing.planned_at


@pytest.mark.norm("tve-process-2020/p21-3z")
@pytest.mark.parametrize(("now", "late"), [(EARLY, False), (SOON, True)])
def test_a_college_is_told_that_it_is_late(now, late, sitting, cast, signed_in):
    Institution.objects.filter(pk=cast.university.pk).update(kind="tve")
    sitting = Sitting.objects.get(pk=sitting.pk)
    announce_sitting(sitting=sitting, by=cast.saule, now=now)
    assert facts()[-1]["late"] is late
    page = signed_in(cast.saule).get(reverse("sitting_plan", args=[sitting.pk]))
    assert page.context["late"] is late


def test_a_university_has_no_such_period(sitting, cast):
    announce_sitting(sitting=sitting, by=cast.saule, now=SOON)
    assert (facts()[-1]["late"], facts()[-1]["due"]) == (False, None)


def test_others_of_the_house_may_not(sitting, cast, signed_in):
    address = reverse("announce_sitting", args=[sitting.pk])
    for who in cast.others("saule", "daniyar"):
        with clock.pin(EARLY):
            status = signed_in(who).post(address).status_code
        assert status == (404 if who.institution == cast.college else 409)
    assert not Notice.objects.exists()


def test_a_sitting_without_hearings_is_not_announced(cast):
    empty = make.sitting(cast.commission, [])
    with pytest.raises(RuleBroken, match="nothing-to-announce"):
        announce_sitting(sitting=empty, by=cast.saule, now=EARLY)


@pytest.mark.parametrize("state", [Sitting.State.OPEN, Sitting.State.CLOSED])
def test_nor_one_that_has_begun(state, sitting, cast):
    sitting.state = state
    with pytest.raises(RuleBroken, match="sitting-already-began"):
        announce_sitting(sitting=sitting, by=cast.saule, now=EARLY)


def test_each_takes_the_own_time_to_the_calendar(sitting, cast, signed_in):
    address = reverse("sitting_calendar", args=[sitting.pk])
    for who, key in ((cast.bolat, "hearing"), (cast.marat, "sitting")):
        written = signed_in(who).get(address).content
        [event] = Calendar.from_ical(written).walk("VEVENT")
        assert event["UID"].startswith(key)
