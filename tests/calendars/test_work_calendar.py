"""Who may open which page of the calendar, and what is changed there."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import make
from tests.make import NOON

from hattama.base import clock, ledger
from hattama.calendars.models import Day, Period
from hattama.calendars.queries import calendar_of, known_years
from hattama.core.calendar import national_calendar

JUNE_10 = date(2026, 6, 10)
OWN = {
    "date": "2026-06-10",
    "kind": "own",
    "name_kk": "Университет күні",
    "name_ru": "День университета",
    "source": "№ 44",
}
NATIONAL = {**OWN, "kind": "holiday", "week": "0", "source": "ҚР Үкіметі"}
PERIOD = {
    "kind": "final",
    "name_kk": "Қорытынды аттестаттау",
    "name_ru": "Итоговая аттестация",
    "starts_on": "2026-06-01",
    "ends_on": "2026-06-30",
}
ADD = {"add_own_day": OWN, "add_period": PERIOD, "add_national_day": NATIONAL}


@pytest.fixture
def administrator(cast):
    make.post(cast.marat, "administrator")
    return cast.marat


def test_everybody_of_an_institution_sees_its_year(cast, signed_in, client):
    for who in cast.everybody.values():
        for page in ("work_calendar", "export_days"):
            assert signed_in(who).get(reverse(page)).status_code == 200
    client.logout()
    assert client.get(reverse("work_calendar")).status_code == 404


@pytest.mark.parametrize("page", ADD)
def test_readers_are_refused_and_strangers_find_nothing(cast, signed_in, page):
    refused = {"rustem", "timur"} | ({"zarina", "gulnar"} if "nat" in page else set())
    for name, who in cast.everybody.items():
        if name in {"zarina", "gulnar"} - refused:
            continue
        answer = signed_in(who).post(reverse(page), ADD[page])
        assert (name, answer.status_code) == (name, 403 if name in refused else 404)
    assert not Day.objects.filter(source="№ 44").exists()


def test_an_own_day_off_counts_here_and_not_elsewhere(cast, signed_in):
    client = signed_in(cast.zarina)
    assert client.post(reverse("add_own_day"), OWN).status_code == 302
    assert calendar_of(cast.university).why(JUNE_10) == "own"
    assert calendar_of(cast.college).why(JUNE_10) == "working"
    line = ledger.lines(f"calendar:{cast.university.pk}")[-1]
    assert (line.act, line.facts["day"]["source"]) == ("day-kept", "№ 44")
    assert client.post(reverse("add_own_day"), OWN).status_code == 409


def test_a_day_is_changed_and_taken_out(cast, signed_in):
    day = Day.objects.create(
        institution=cast.university, date=JUNE_10, kind="own", source="№ 1"
    )
    edit, remove = (reverse(p, args=[day.pk]) for p in ("edit_day", "remove_day"))
    for who, expected in ((cast.timur, 404), (cast.rustem, 403), (cast.vera, 404)):
        assert signed_in(who).post(edit, OWN).status_code == expected
        assert signed_in(who).post(remove).status_code == expected
    client = signed_in(cast.zarina)
    assert client.get(edit).status_code == 200
    client.post(edit, {**OWN, "date": "2026-06-11"})
    assert calendar_of(cast.university).why(date(2026, 6, 11)) == "own"
    client.post(remove)
    assert calendar_of(cast.university).why(date(2026, 6, 11)) == "working"


def test_an_administrator_keeps_the_national_days(cast, administrator, signed_in):
    client = signed_in(administrator)
    client.post(reverse("add_national_day"), NATIONAL)
    assert calendar_of(cast.college).why(JUNE_10) == "holiday"
    day = Day.objects.get(institution=None, date=JUNE_10)
    edit = reverse("edit_day", args=[day.pk])
    assert signed_in(cast.zarina).post(edit, NATIONAL).status_code == 403
    client = signed_in(administrator)
    assert client.post(edit, {**NATIONAL, "kind": "moved"}).status_code == 302
    assert calendar_of(cast.college).why(JUNE_10) == "moved"
    client.post(reverse("remove_day", args=[day.pk]))
    assert calendar_of(cast.college).why(JUNE_10) == "working"


def test_a_year_is_laid_in_before_its_days_are_changed(cast, administrator, signed_in):
    client = signed_in(administrator)
    early = {**NATIONAL, "date": "2028-06-14"}
    assert client.post(reverse("add_national_day"), early).status_code == 409
    assert client.post(reverse("lay_in_year"), {"year": "2029"}).status_code == 409
    assert client.post(reverse("lay_in_year"), {"year": "2028"}).status_code == 302
    assert known_years() == range(2020, 2029)
    found, given = calendar_of(cast.university), national_calendar(5)
    assert found.why(date(2028, 3, 8)) == given.why(date(2028, 3, 8)) == "holiday"
    assert client.post(reverse("lay_in_year"), {"year": "2028"}).status_code == 409
    assert client.post(reverse("lay_in_year"), {"year": "x"}).status_code == 409
    assert signed_in(cast.zarina).post(reverse("lay_in_year")).status_code == 403


def test_periods_come_change_and_go(cast, signed_in):
    client = signed_in(cast.gulnar)
    backwards = {**PERIOD, "ends_on": "2026-05-01"}
    assert client.post(reverse("add_period"), backwards).status_code == 409
    client.post(reverse("add_period"), PERIOD)
    period = Period.objects.get()
    edit = reverse("edit_period", args=[period.pk])
    remove = reverse("remove_period", args=[period.pk])
    for who, expected in ((cast.timur, 404), (cast.rustem, 403), (cast.vera, 404)):
        assert signed_in(who).post(edit, PERIOD).status_code == expected
        assert signed_in(who).post(remove).status_code == expected
    client = signed_in(cast.gulnar)
    client.post(edit, {**PERIOD, "kind": "exams"})
    assert Period.objects.get().kind == "exams"
    client.post(remove)
    assert not Period.objects.exists()


def test_a_year_that_is_not_settled_says_so(cast, signed_in):
    client = signed_in(cast.aigerim)
    with clock.pin(NOON):
        settled = client.get(reverse("work_calendar")).content.decode()
        unsettled = client.get(reverse("work_calendar"), {"year": "2030"})
    assert "notice warn" not in settled
    assert "notice warn" in unsettled.content.decode()
    with clock.pin(NOON.replace(year=2027)):
        assert "2028" in client.get(reverse("work_calendar")).content.decode()
    assert client.get(reverse("work_calendar"), {"year": "99999999"}).status_code == 200


def test_formulas_and_html_are_only_texts(cast, signed_in):
    client = signed_in(cast.zarina)
    client.post(reverse("add_own_day"), {**OWN, "name_kk": "<b>=1+1</b>"})
    with clock.pin(NOON):
        page = client.get(reverse("work_calendar")).content.decode()
    assert "<b>=1+1" not in page
    assert "&lt;b&gt;=1+1" in page


def test_as_many_queries_for_thirty_days_as_for_one(cast, signed_in):
    client = signed_in(cast.zarina)
    url = reverse("work_calendar")
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(1, 31):
        Day.objects.create(
            institution=cast.university, date=date(2026, 11, number), kind="own"
        )
        Period.objects.create(
            institution=cast.university,
            kind="study",
            starts_on=date(2026, 1, number),
            ends_on=date(2026, 12, 1),
        )
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
