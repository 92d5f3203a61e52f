"""Every form of an exam is chosen, sat and graded by the institution's own rules."""

from datetime import date, timedelta

import pytest

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.core.sitting.steps import Step
from hattama.final.queries.log import state_of
from hattama.final.queries.plan import plan_of
from hattama.people.actions.institution import set_own_value
from tests import make
from tests.final.preparing import post
from tests.final.run import Run

WORK = timedelta(minutes=100).total_seconds()
NONE_DRAWN = "билетсіз"


def sat(cast, form, minutes=15):
    """The first hearing of an exam, called and its room shown."""
    cast.attestation.form, cast.attestation.minutes = form, minutes
    cast.attestation.scope = "comprehensive"
    cast.attestation.save()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    secretary, hearing = cast.saule.key, run.hearings[0]
    run.give(c.IdentifyStudent(secretary, hearing, "document", True))
    run.give(c.CallStudent(secretary, hearing))
    run.give(c.PassRoom(secretary, hearing))
    return run, hearing, secretary


def awarded(run, hearing):
    run.all_vote(hearing, Matter.DEGREE, "award")
    return graded(run, hearing)


def graded(run, hearing):
    state = state_of(run.sitting)
    protocol = run.sign(run.drawn_up(hearing))
    return state.hearings[hearing].grade, protocol.state


@pytest.mark.norm("he-attestation-2020/t2.forms-b", "he-attestation-2020/t2.forms-e")
@pytest.mark.parametrize("form", ["oral-exam", "creative"])
def test_an_oral_or_creative_exam_ends_with_a_vote(form, cast):
    run, hearing, secretary = sat(cast, form)
    for step in (Step.TICKET, Step.PREPARATION, Step.SHEET):
        run.give(c.SkipStep(secretary, hearing, step, NONE_DRAWN))
    for step in (Step.ANSWER, Step.QUESTIONS, Step.DISCUSSION):
        run.give(c.BeginStep(secretary, hearing, step), 60)
    run.vote(hearing, daniyar="A", marat="A", olzhas="B")
    assert awarded(run, hearing) == ("A", "registered")


@pytest.mark.norm("he-attestation-2020/t2.forms-a", "he-attestation-2020/t2.forms-c")
@pytest.mark.parametrize("form", ["written-exam", "open-book"])
def test_written_work_is_judged_by_the_commission(form, cast):
    run, hearing, secretary = sat(cast, form, minutes=100)
    run.give(c.SkipStep(secretary, hearing, Step.TICKET, NONE_DRAWN))
    run.give(c.BeginStep(secretary, hearing, Step.WORK))
    with pytest.raises(RuleBroken, match="work-goes-on"):
        run.give(c.BeginStep(secretary, hearing, Step.DISCUSSION))
    run.give(c.BeginStep(secretary, hearing, Step.DISCUSSION), WORK)
    run.vote(hearing, daniyar="B", marat="B", olzhas="B")
    assert awarded(run, hearing) == ("B", "registered")


@pytest.mark.norm("he-attestation-2020/t2.forms-d")
def test_the_score_of_a_test_is_its_grade(cast):
    run, hearing, secretary = sat(cast, "test", minutes=100)
    run.give(c.BeginStep(secretary, hearing, Step.WORK))
    with pytest.raises(RuleBroken, match="work-goes-on"):
        run.give(c.RecordScore(secretary, hearing, "B+"))
    run.give(c.RecordScore(secretary, hearing, "B+"), WORK)
    assert awarded(run, hearing) == ("B+", "registered")


@pytest.mark.norm("he-process-2020/p58")
def test_a_universitys_sitting_goes_by_the_rules_of_final_attestation(cast):
    run, _hearing, _secretary = sat(cast, "oral-exam")
    convened = ledger.told(ledger.lines(run.sitting.stream)[0])
    assert convened["plan"]["rules"]["book"] == "kz-he"
    book = state_of(run.sitting).rules
    assert (book.identification_opens, book.day_limit) == (30, 300)


def own_scale(cast):
    """The institution orders its grades in points from June on."""
    set_own_value(
        cast.university,
        key="scale",
        value="points",
        order="№ 12",
        since=date(2026, 6, 1),
        by=cast.rustem,
        now=make.NOON - timedelta(days=60),
    )


@pytest.mark.norm("tve-attestation-2020/p29a", "he-attestation-2020/p5b")
@pytest.mark.parametrize("kind", ["tve", "he"])
def test_an_institution_marks_by_its_own_scale(kind, cast):
    cast.university.kind = kind
    cast.university.save()
    own_scale(cast)
    run, hearing, secretary = sat(cast, "oral-exam")
    for step in (Step.TICKET, Step.PREPARATION, Step.SHEET):
        run.give(c.SkipStep(secretary, hearing, step, NONE_DRAWN))
    for step in (Step.ANSWER, Step.QUESTIONS, Step.DISCUSSION):
        run.give(c.BeginStep(secretary, hearing, step), 60)
    with pytest.raises(RuleBroken, match="not-on-scale"):
        run.vote(hearing, daniyar="A")
    for person in (cast.daniyar, cast.marat, cast.olzhas):
        run.give(c.CastVote(person.key, hearing, Matter.GRADE, "85"))
    run.give(c.CloseBallot(secretary, hearing, Matter.GRADE, (), True))
    assert awarded(run, hearing) == ("85", "registered")


@pytest.mark.norm("he-attestation-2020/p10")
def test_a_new_policy_leaves_a_sitting_that_was_convened_alone(cast):
    run, _hearing, _secretary = sat(cast, "oral-exam")
    own_scale(cast)
    later = make.sitting(cast.commission, [cast.candidates[1]])
    assert state_of(run.sitting).rules.scale == "letter"
    assert plan_of(later, "").rules.scale == "points"


@pytest.mark.norm("he-attestation-2020/p35a", "he-attestation-2020/t2.principle-b")
def test_no_form_without_the_decision_on_it(cast, signed_in):
    given = {
        "programme": make.programme(cast.university).pk,
        "form": "oral-exam",
        "scope": "comprehensive",
        "disciplines": 3,
        "first_sitting": "2026-06-15T09:00",
        "minutes": 15,
        "preparation_minutes": 0,
    }
    client = signed_in(cast.gulnar)
    answer = post(client, "add_attestation", cast.campaign.pk, **given)
    assert list(answer.context["form"].errors) == ["form_decision"]
    decided = given | {"form_decision": "№ 5, 01.04.2026"}
    assert (
        post(client, "add_attestation", cast.campaign.pk, **decided).status_code == 302
    )
