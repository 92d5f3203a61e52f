import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import holidays
import pytest

from hattama.core.calendar import WorkCalendar, national_calendar, national_days
from hattama.core.rules import RuleBroken

FILE = Path(__file__).parents[1] / "cases" / "calendar.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))
YEARS = range(2020, 2028)
MONDAY = date(2026, 6, 15)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_why_a_day_is_worked_or_not(case):
    calendar = national_calendar(case.get("week", 5), case.get("off", []))
    assert calendar.why(case["day"]) == case["why"]
    assert calendar.is_working(case["day"]) == (case["why"] in ("working", "worked"))


def test_five_day_week_agrees_with_the_holidays_package():
    ours = {
        found.day
        for year in YEARS
        for found in national_days(year)
        if found.kind != "worked"
    }
    assert ours == set(holidays.country_holidays("KZ", years=YEARS))


def test_worked_days_agree_with_the_holidays_package():
    theirs = holidays.country_holidays("KZ", years=YEARS).weekend_workdays
    ours = {day for day in national_calendar(years=YEARS).worked if day.weekday() > 4}
    assert ours == {day for day in theirs if day.year in YEARS}


def test_national_days_come_in_order_and_in_three_languages():
    for year in YEARS:
        days = national_days(year)
        assert [found.day for found in days] == sorted({found.day for found in days})
        assert {frozenset(found.names) for found in days} == {
            frozenset({"kk", "ru", "en"})
        }
        assert all(found.names["kk"] and found.source for found in days)


def test_a_moved_day_names_the_day_it_stands_for():
    moved = {found.day: found.moved_from for found in national_days(2026)}
    assert moved[date(2026, 3, 9)] == date(2026, 3, 8)
    assert moved[date(2026, 5, 11)] == date(2026, 5, 9)
    assert moved[date(2026, 5, 27)] is None


def test_the_law_as_it_stands_goes_on_after_the_settled_years():
    calendar = national_calendar()
    assert calendar.why(date(2028, 12, 16)) == "holiday"
    assert 2028 not in calendar.known
    assert 2027 in calendar.known


def test_a_week_is_of_five_days_or_of_six():
    with pytest.raises(RuleBroken) as refusal:
        national_calendar(week=7)
    assert refusal.value.code == "unknown-week"
    assert refusal.value.facts == {"week": 7}


def test_next_and_previous_working_day():
    calendar = national_calendar()
    assert calendar.next_working_day(date(2026, 3, 20)) == date(2026, 3, 26)
    assert calendar.previous_working_day(date(2026, 3, 26)) == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, date(2026, 6, 16)),
        (5, date(2026, 6, 22)),
        (-1, date(2026, 6, 12)),
        (0, MONDAY),
    ],
)
def test_adding_working_days(count, expected):
    assert national_calendar().add(MONDAY, count) == expected


def test_counting_working_days():
    calendar = national_calendar()
    assert calendar.count(date(2026, 5, 25), date(2026, 5, 31)) == 4
    assert calendar.count(MONDAY, MONDAY) == 1
    assert calendar.count(MONDAY, date(2026, 6, 14)) == 0


def test_local_moments():
    calendar = WorkCalendar()
    moment = datetime(2026, 6, 14, 20, tzinfo=UTC)
    assert calendar.local(moment).isoformat() == "2026-06-15T01:00:00+05:00"
    assert calendar.start_of(MONDAY).isoformat() == "2026-06-15T00:00:00+05:00"
    assert calendar.end_of(MONDAY).isoformat() == "2026-06-15T23:59:59+05:00"
    assert calendar.end_of(date(2024, 2, 28)).isoformat() == "2024-02-28T23:59:59+06:00"


def test_a_moment_without_an_offset_is_a_mistake():
    with pytest.raises(ValueError, match="offset"):
        WorkCalendar().local(datetime(2026, 6, 15))  # noqa: DTZ001


def test_an_institution_may_work_on_a_weekend_and_rest_by_its_own_reasons():
    saturday = date(2026, 6, 13)
    calendar = WorkCalendar(5, {MONDAY: "own"}, frozenset({saturday}))
    assert calendar.is_working(saturday)
    assert calendar.why(MONDAY) == "own"
    assert calendar.next_working_day(saturday) == date(2026, 6, 16)
