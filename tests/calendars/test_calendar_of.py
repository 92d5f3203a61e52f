"""The institution's calendar: the national table, its own days over it."""

from datetime import date, timedelta

import pytest

from hattama.calendars.models import Day
from hattama.calendars.queries import calendar_of
from hattama.core.calendar import national_calendar

YEARS = [date(2018, 1, 1) + timedelta(days=n) for n in range(16 * 365)]


@pytest.mark.parametrize("week", [5, 6])
def test_it_is_the_countrys_calendar_where_nothing_was_added(cast, week):
    cast.college.week = week
    found, given = calendar_of(cast.college), national_calendar(week)
    assert [found.why(day) for day in YEARS] == [given.why(day) for day in YEARS]
    assert found.known == range(2020, 2028)


def test_own_days_are_laid_over_the_countrys(cast):
    off, worked = date(2026, 6, 10), date(2026, 12, 16)
    for day, kind in ((off, "own"), (worked, "worked")):
        Day.objects.create(institution=cast.college, date=day, kind=kind, source="№ 7")
    assert calendar_of(cast.college).why(off) == "own"
    assert calendar_of(cast.college).is_working(worked)
    assert calendar_of(cast.university).why(off) == "working"
    assert calendar_of(cast.university).why(worked) == "holiday"


def test_a_day_for_one_week_overrules_the_day_for_every_week(cast):
    day = date(2026, 12, 16)
    Day.objects.create(date=day, kind="worked", week=6, source="ҚР")
    cast.university.week = 6
    assert calendar_of(cast.university).is_working(day)
    assert not calendar_of(cast.college).is_working(day)


def test_the_thirtieth_of_august_2026_is_worked(cast):
    cast.college.week = 6
    assert calendar_of(cast.college).why(date(2025, 8, 30)) == "holiday"
    assert calendar_of(cast.college).why(date(2026, 8, 29)) == "working"
    assert calendar_of(cast.college).why(date(2026, 8, 30)) == "weekend"


def test_it_keeps_the_zone(cast):
    cast.college.zone = "Asia/Aqtobe"
    assert calendar_of(cast.college).zone == "Asia/Aqtobe"


def test_two_queries_however_many_days(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        calendar_of(cast.college)
