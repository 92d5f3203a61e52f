import tomllib
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hattama.core.calendar import national_calendar
from hattama.core.milestones import (
    Course,
    Fact,
    earliest_first_sitting,
    must_be_possible,
    timeline,
)
from hattama.core.norms.rulebook import rulebook
from hattama.core.preparation import plans_for
from hattama.core.rules import RuleBroken

ALMATY = ZoneInfo("Asia/Almaty")
FILE = Path(__file__).parents[1] / "cases" / "milestones.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
FIRST = datetime(2026, 6, 15, 9, tzinfo=ALMATY)


def local(moment):
    return moment.replace(tzinfo=ALMATY)


def course(book="kz-tve", first=FIRST, done=(), form="defence", **events):
    return Course(
        plans_for(form, book, has_pack=form == "defence"),
        rulebook(book, first.date()),
        national_calendar(),
        {"sitting": first, **events},
        {code: Fact(1, 1, local(at)) for code, at in dict(done).items()},
    )


@pytest.mark.norm(
    "tve-attestation-2020/p15b",
    "tve-attestation-2020/p18f",
    "tve-attestation-2020/p19a",
    "tve-attestation-2020/p28",
    "tve-process-2020/p21-3l",
    "tve-process-2020/p21-3an",
    "he-attestation-2020/p64a",
    "he-attestation-2020/p69a",
)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_timeline(case):
    events = {
        name.replace("_", "-"): local(case[name])
        for name in ("last_sitting", "publication")
        if name in case
    }
    of = course(case.get("book", "kz-tve"), done=case.get("done", {}), **events)
    found = {stone.code: stone for stone in timeline(of, local(case["now"]))}
    states = case["states"]
    assert {code: found[code].state for code in states} == states
    due = {code: local(at) for code, at in case.get("due", {}).items()}
    assert {code: found[code].due for code in due} == due
    if "late" in case:
        assert [code for code, stone in found.items() if stone.late] == case["late"]
    basis = {norm for stone in found.values() for norm in stone.basis}
    assert basis.issuperset(case["norms"])


@pytest.mark.norm("tve-attestation-2020/p15b", "tve-process-2020/p21-3l")
def test_a_start_too_early_names_the_earliest_day():
    now = datetime(2026, 5, 20, 10, tzinfo=ALMATY)
    with pytest.raises(RuleBroken) as refused:
        must_be_possible(course(), now)
    assert refused.value.code == "start-too-early"
    assert refused.value.norms[0] == "tve-attestation-2020/p15b"
    earliest = refused.value.facts["earliest"]
    assert earliest == date(2026, 6, 22)
    must_be_possible(course(first=datetime.combine(earliest, time(9), ALMATY)), now)


def test_what_is_done_counts_from_when_it_was_done():
    now = datetime(2026, 5, 20, 10, tzinfo=ALMATY)
    done = {
        "commission-order": datetime(2026, 5, 4, tzinfo=ALMATY),
        "acquaintance": datetime(2026, 5, 5, tzinfo=ALMATY),
    }
    must_be_possible(course(done=done), now)
    assert earliest_first_sitting(course(done=done), now) == date(2026, 6, 5)


def test_a_university_may_begin_whenever_it_is_ready():
    now = datetime(2026, 6, 15, 8, tzinfo=ALMATY)
    must_be_possible(course("kz-he"), now)
    with pytest.raises(RuleBroken, match="start-in-the-past"):
        must_be_possible(course("kz-he"), FIRST)


@pytest.mark.parametrize("book", ["kz-he", "kz-tve"])
def test_only_a_defence_has_topics_and_packs(book):
    exam = {plan.code for plan in plans_for("oral-exam", book, has_pack=False)}
    defence = {plan.code for plan in plans_for("defence", book, has_pack=True)}
    own = {"topics-order", "pack-submission"}
    assert exam.isdisjoint(own)
    assert own <= defence
    assert ("predefence" in defence) == (book == "kz-tve")


def test_part_of_a_thing_is_not_the_thing():
    assert not Fact(23, 24).complete
    assert Fact(24, 24).complete
    assert not Fact(0, 0).complete
