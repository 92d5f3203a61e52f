import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hattama.core.calendar import national_calendar
from hattama.core.deadlines import Step, count, earliest_start
from hattama.core.norms.rulebook import Rule, rulebook
from hattama.core.rules import RuleBroken

ALMATY = ZoneInfo("Asia/Almaty")
FILE = Path(__file__).parents[1] / "cases" / "deadlines.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))
TVE = rulebook("kz-tve", date(2026, 6, 15))
HE = rulebook("kz-he", date(2026, 6, 15))
BACKWARDS = [rule for rule in TVE.rules.values() if rule.kind in ("before", "window")]


def local(moment):
    return moment if moment.tzinfo else moment.replace(tzinfo=ALMATY)


def of(rules, rule_id, *event, week=5, off=()):
    event = datetime(*event, tzinfo=ALMATY)
    return count(rules.rule(rule_id), event, national_calendar(week, off))


@pytest.mark.norm(
    "tve-attestation-2020/p15b",
    "tve-attestation-2020/p17a",
    "tve-attestation-2020/p19a",
    "tve-attestation-2020/p28",
    "tve-process-2020/p21-3l",
    "tve-process-2020/p21-3x",
    "tve-process-2020/p21-3z",
    "tve-process-2020/p21-3w",
    "tve-process-2020/p21-5a",
    "he-attestation-2020/p42",
    "he-attestation-2020/p23c",
    "he-attestation-2020/p64a",
    "he-attestation-2020/p66",
    "he-attestation-2020/p67",
)
@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_counting(case):
    event = local(case["from"])
    calendar = national_calendar(case.get("week", 5), case.get("off", []))
    rule = rulebook(case["book"], event.date()).rule(case["rule"])
    found = count(rule, event, calendar)
    opens = case.get("not_before")
    assert found.at.isoformat() == case["at"].isoformat()
    assert found.not_before == (opens and local(opens))
    assert case["norm"] in found.basis
    assert found.unsettled == tuple(case.get("unsettled", []))
    counted = [step.day for step in found.steps if step.counts]
    assert counted == case.get("counted", counted)


def test_every_norm_that_the_cases_name_is_marked():
    [mark] = [mark for mark in test_counting.pytestmark if mark.name == "norm"]
    assert {case["norm"] for case in CASES["case"]} == set(mark.args)


def test_the_steps_tell_every_day_looked_at():
    found = of(HE, "appeal-window", 2026, 5, 6, 12)
    assert found.steps == (
        Step(date(2026, 5, 7), counts=False, why="holiday"),
        Step(date(2026, 5, 8), counts=True, why="working"),
        Step(date(2026, 5, 9), counts=False, why="holiday"),
        Step(date(2026, 5, 10), counts=False, why="weekend"),
        Step(date(2026, 5, 11), counts=False, why="moved"),
        Step(date(2026, 5, 12), counts=True, why="working"),
    )


def test_a_month_that_lands_on_a_day_off_tells_the_way_back():
    found = of(TVE, "commission-order", 2026, 6, 10, 9)
    assert [(step.day.day, step.counts) for step in found.steps] == [
        (10, False),
        (9, False),
        (8, True),
    ]


@pytest.mark.parametrize(
    ("unit", "amount", "expected"),
    [
        ("day", 10, date(2026, 5, 12)),  # 9 May is a holiday, 10 a Sunday, 11 moved
        ("week", 1, date(2026, 5, 6)),
        ("month", 1, date(2026, 5, 29)),
    ],
)
def test_calendar_periods_forwards_go_on_to_the_next_working_day(
    unit, amount, expected
):
    rule = Rule("test", amount, unit, "after")
    event = datetime(2026, 4, 29, 9, tzinfo=ALMATY)
    assert count(rule, event, national_calendar()).at.date() == expected


def test_hours_forwards_are_exact():
    rule = Rule("test", 36, "hour", "after")
    found = count(rule, datetime(2026, 6, 12, 18, tzinfo=ALMATY), national_calendar())
    assert found.at == datetime(2026, 6, 14, 6, tzinfo=ALMATY)


def test_a_month_after_the_end_of_january_ends_with_february():
    rule = Rule("test", 1, "month", "after")
    found = count(rule, datetime(2024, 1, 31, 9, tzinfo=ALMATY), national_calendar())
    assert found.at.date() == date(2024, 2, 29)


def test_a_rule_that_is_no_period_is_not_counted():
    with pytest.raises(RuleBroken) as refusal:
        of(HE, "defence-total-minutes", 2026, 6, 15)
    assert refusal.value.code == "no-period"
    assert refusal.value.norms == ("he-attestation-2020/p33",)


def test_an_event_without_an_offset_is_a_mistake():
    event = datetime(2026, 6, 15)  # noqa: DTZ001
    with pytest.raises(ValueError, match="offset"):
        count(HE.rule("appeal-window"), event, national_calendar())


@given(
    day=st.dates(date(2020, 6, 1), date(2027, 6, 1)),
    amount=st.integers(1, 30),
    week=st.sampled_from([5, 6]),
)
def test_working_days_counted_are_as_many_as_asked(day, amount, week):
    calendar = national_calendar(week)
    event = datetime.combine(day, time(9), ALMATY)
    ahead = count(Rule("test", amount, "working-day", "after"), event, calendar)
    back = count(Rule("test", amount, "working-day", "before"), event, calendar)
    assert calendar.count(day + timedelta(1), ahead.at.date()) == amount
    assert calendar.count(back.at.date(), day - timedelta(1)) == amount
    assert calendar.is_working(ahead.at.date())
    assert calendar.is_working(back.at.date())


@pytest.mark.norm("tve-attestation-2020/p15b", "tve-attestation-2020/p17a")
def test_the_earliest_start_keeps_every_period_by_one_day():
    calendar = national_calendar()
    now = datetime(2026, 5, 15, 23, 59, 59, tzinfo=ALMATY)
    assert earliest_start(BACKWARDS, now, calendar) == date(2026, 6, 15)
    # A month before 16 and 17 June are 16 and 17 May, a weekend: back to 15 May.
    a_second_later = now + timedelta(seconds=1)
    assert earliest_start(BACKWARDS, a_second_later, calendar) == date(2026, 6, 18)


def test_the_earliest_start_is_a_working_day_after_today():
    friday = datetime(2026, 6, 12, 8, tzinfo=ALMATY)
    assert earliest_start([], friday, national_calendar()) == date(2026, 6, 15)


@pytest.mark.norm("tve-process-2020/p21-3w")
def test_the_earliest_start_minds_the_hour_of_the_sitting():
    check, friday = [TVE.rule("technical-check")], date(2026, 6, 12)
    noon = datetime(2026, 6, 11, 12, tzinfo=ALMATY)
    calendar = national_calendar()
    assert earliest_start(check, noon, calendar, time(13)) == friday
    assert earliest_start(check, noon, calendar, time(11)) == date(2026, 6, 15)


def test_what_follows_the_sitting_does_not_hold_it_up():
    now = datetime(2026, 6, 12, 8, tzinfo=ALMATY)
    appeals = [HE.rule("appeal-window"), HE.rule("incident-act")]
    assert earliest_start(appeals, now, national_calendar()) == date(2026, 6, 15)
