"""The register of results and the chair's report: counted, signed, replaced."""

import uuid

import pytest

from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.final.actions.reports import draw_up_register, draw_up_report
from hattama.final.actions.results import replace_result
from tests import make
from tests.final.preparing import post, refused


def register(run, **values):
    cast = run.cast
    given = {"attestation": cast.attestation, "commission": cast.commission}
    return draw_up_register(**given | {"by": cast.saule, "now": run.now} | values)


def report(run, **values):
    given = {
        "conclusions": ["Дайындық жақсы.", " "],
        "recommendations": ["Тәжірибе көбірек болсын."],
        "appeals": (2, 1),
        "by": run.cast.daniyar,
        "now": run.now,
    }
    return draw_up_report(run.cast.commission, **given | values)


@pytest.mark.norm("he-attestation-2020/p73e", "tve-process-2020/p21-5h")
def test_the_register_says_what_the_protocols_say(run):
    results = [
        run.published(hearing, grade)
        for hearing, grade in zip(run.hearings, ("B", "FX"), strict=True)
    ]
    facts = register(run).facts
    lines = {line["name"]: line for line in facts["lines"]}
    for result in results:
        protocol = result.protocol
        line = lines[protocol.facts["student"]]
        assert line["grade"] == protocol.facts["grade"]
        assert line["grade_words"] == protocol.facts["grade_words"]
        assert line["topic"] == protocol.facts["topic"]
        assert line["protocol"]["number"] == str(protocol.number)
    assert facts["held_on"] == ["2026-06-15"]
    assert facts["school_year"] == "2025-2026"


def test_the_register_has_the_valid_result_alone(run, cast):
    old = run.published(run.hearings[0], "B")
    replace_result(
        old=old,
        grade="A",
        points=None,
        passed=True,
        basis="appeal",
        protocol=make.document(cast.university, kind="protocol"),
        by=cast.gulnar,
        now=run.now,
    )
    assert [line["grade"] for line in register(run).facts["lines"]] == ["A"]


def test_nothing_is_registered_before_it_is_published(run):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    with pytest.raises(RuleBroken, match="nothing-published"):
        register(run)


def test_a_commission_registers_its_own_results(run, cast):
    run.published(run.hearings[0])
    other = make.commission(
        cast.campaign, [cast.attestation], cast.daniyar, [cast.vera], cast.saule
    )
    with pytest.raises(RuleBroken, match="nothing-published"):
        register(run, commission=other)


@pytest.mark.norm("he-attestation-2020/p73e")
def test_nobody_but_the_secretary_fills_the_register_in(run, cast):
    run.published(run.hearings[0])
    for person in cast.others("saule"):
        with pytest.raises(RuleBroken, match="not-secretary"):
            register(run, by=person)
    assert not Document.objects.filter(template="results-register").exists()


def test_a_new_register_replaces_the_signed_one(run):
    run.published(run.hearings[0])
    first = register(run)
    with pytest.raises(RuleBroken, match="report-in-signing"):
        register(run)
    run.sign(first)
    run.published(run.hearings[1])
    second = register(run)
    assert second.supersedes == first
    assert len(second.facts["lines"]) == 2


def test_the_page_draws_a_register_up_once(run, cast, signed_in):
    run.published(run.hearings[0])
    client, once = signed_in(cast.saule), uuid.uuid4()
    keys = (cast.commission.pk, cast.attestation.pk)
    for _click in range(2):
        answer = post(client, "draw_up_register", *keys, now=run.now, once=once)
        assert answer.status_code == 302
    assert Document.objects.filter(template="results-register").count() == 1
    wrong = post(client, "draw_up_register", cast.commission.pk, 999_999, now=run.now)
    assert wrong.status_code == 404
    for person in (cast.timur, cast.dana, cast.aigerim):
        answer = post(signed_in(person), "draw_up_register", *keys, now=run.now)
        assert answer.status_code == 404
    for person in (cast.vera, cast.gulnar):
        answer = post(signed_in(person), "draw_up_register", *keys, now=run.now)
        assert refused(answer, "not-secretary")


@pytest.mark.norm("he-attestation-2020/p63")
def test_the_chairs_report_is_counted(run, cast):
    run.published(run.hearings[0], "B")
    run.be_absent(run.hearings[1])
    run.close()
    document = report(run)
    facts = document.facts
    assert facts["lines"][0] | {"programme": None} == {
        "programme": None,
        "admitted": 2,
        "appeared": 1,
        "passed": 1,
        "failed": 0,
        "absent": 1,
        "grades": [{"choice": "B", "votes": 1}],
    }
    assert facts["conclusions"] == ["Дайындық жақсы."]
    assert (facts["appeals_lodged"], facts["appeals_changed"]) == (2, 1)
    assert (facts["sittings"], facts["incidents"]) == (1, 0)
    assert facts["starts_on"] == facts["ends_on"] == "2026-06-15"
    run.sign(document)
    assert document.registered


@pytest.mark.norm("he-attestation-2020/p63")
def test_the_report_comes_after_the_last_sitting(run, cast):
    for hearing in run.hearings:
        run.published(hearing)
    with pytest.raises(RuleBroken, match="sittings-left"):
        report(run)
    run.close()
    assert report(run)


def test_no_report_on_a_commission_that_never_sat(cast):
    with pytest.raises(RuleBroken, match="sittings-left"):
        draw_up_report(
            cast.commission,
            conclusions=["Дайындық жақсы."],
            recommendations=[],
            appeals=(0, 0),
            by=cast.daniyar,
            now=make.NOON,
        )


@pytest.mark.norm("he-attestation-2020/p63")
def test_nobody_but_the_chair_reports(run, cast):
    for hearing in run.hearings:
        run.be_absent(hearing)
    run.close()
    for person in cast.others("daniyar"):
        with pytest.raises(RuleBroken, match="not-chair"):
            report(run, by=person)
    with pytest.raises(RuleBroken, match="no-conclusions"):
        report(run, conclusions=[" "])


def test_grades_stand_in_the_report_best_first(run):
    for hearing, grade in zip(run.hearings, ("B", "B+"), strict=True):
        run.published(hearing, grade)
    run.close()
    grades = [one["choice"] for one in report(run).facts["lines"][0]["grades"]]
    assert grades == ["B+", "B"]


def test_a_new_report_replaces_the_signed_one(run):
    for hearing in run.hearings:
        run.be_absent(hearing)
    run.close()
    first = report(run)
    with pytest.raises(RuleBroken, match="report-in-signing"):
        report(run)
    run.sign(first)
    assert report(run).supersedes == first
