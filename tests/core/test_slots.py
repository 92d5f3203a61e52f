import tomllib
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hattama.core.rules import RuleBroken
from hattama.core.slots import Break, Day, days_needed, lay_out

FILE = Path(__file__).parents[1] / "cases" / "slots.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))
ALMATY = ZoneInfo("Asia/Almaty")


def laid_out(case):
    breaks = tuple(Break(*pair) for pair in case.get("breaks", []))
    day = Day(case["opens"], ALMATY, case.get("slot", 15), breaks)
    hearings = [f"h{number}" for number in range(case["hearings"])]
    return lay_out(hearings, case["days"], day)


@pytest.mark.norm("he-attestation-2020/p21", "he-attestation-2020/p33")
@pytest.mark.parametrize("case", CASES["fits"], ids=lambda case: case["title"])
def test_hearings_fit(case):
    slots = laid_out(case)
    assert [slot.hearing for slot in slots] == [
        f"h{n}" for n in range(case["hearings"])
    ]
    if slots:
        assert slots[-1].ends == case["last"].replace(tzinfo=ALMATY)


@pytest.mark.norm(
    "he-attestation-2020/p21",
    "he-attestation-2020/p33",
    "tve-attestation-2020/p21b",
    "tve-process-2020/p21-3ab",
    "tve-process-2020/p21-3ad",
)
@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["title"])
def test_hearings_do_not_fit(case):
    with pytest.raises(RuleBroken) as refused:
        laid_out(case)
    assert refused.value.code == case["code"]
    assert list(refused.value.norms) == case["norms"]
    assert dict(refused.value.facts) == case["facts"]


@given(
    hearings=st.integers(0, 80),
    slot=st.integers(1, 15),
    opens=st.times(max_value=time(12)).map(
        lambda t: t.replace(second=0, microsecond=0)
    ),
    pause=st.tuples(st.integers(0, 22), st.integers(1, 90)),
)
def test_slots_never_overlap_run_into_a_break_or_past_five_hours(
    hearings, slot, opens, pause
):
    since = time(pause[0])
    until = time(pause[0] + pause[1] // 60, pause[1] % 60)
    day = Day(opens, ALMATY, slot, (Break(since, until),))
    days = [date(2026, 6, 15) + timedelta(n) for n in range(days_needed(hearings, day))]
    slots = lay_out([str(n) for n in range(hearings)], days, day)
    assert len(slots) == hearings
    for one, following in pairwise(slots):
        assert one.ends <= following.starts
    for one in slots:
        assert one.ends - one.starts == timedelta(minutes=slot)
        assert one.ends.time() <= since or one.starts.time() >= until
    for on in days:
        assert sum(slot for one in slots if one.starts.date() == on) <= 300
