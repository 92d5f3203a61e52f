"""Results: out after the signatures, and replaced, never overwritten."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.final.actions.protocols import draw_up_all
from hattama.final.actions.results import publish_results, replace_result
from hattama.final.models import Result
from hattama.final.queries.log import events
from hattama.notices.models import Delivery
from tests import make
from tests.cast import gathered
from tests.final.preparing import post, refused
from tests.final.run import Run


def published_lines(result):
    stream = f"candidate:{result.candidate_id}"
    return [one for one in ledger.lines(stream) if one.act == "result-published"]


def told(kind):
    rows = Delivery.objects.filter(notice__kind=kind)
    return {row.person_id for row in rows}


@pytest.mark.norm("tve-process-2020/p21-5a", "he-attestation-2020/p62a")
def test_results_come_out_only_after_both_signatures(college_run, cast):
    run = college_run
    run.grade(run.hearings[0], "5")
    protocol = run.drawn_up(run.hearings[0])
    with pytest.raises(RuleBroken, match="nothing-to-publish"):
        publish_results(run.sitting, cast.saule, run.now)
    run.sign(protocol)
    (result,) = publish_results(run.sitting, cast.saule, run.now)
    assert (result.grade, result.published_at) == ("5", run.now)
    assert published_lines(result)[0].facts["late"] is False


@pytest.mark.norm("he-attestation-2020/p61", "tve-process-2020/p21-5a")
def test_the_log_announces_what_was_not_said_in_the_room(run):
    result = run.published(run.hearings[0])
    last = [one for one in events(run.sitting) if one.act == "result-announced"]
    assert [(one.hearing, one.grade) for one in last] == [(run.hearings[0], "A")]
    assert last[0].protocol == str(result.protocol.number)


@pytest.mark.norm("tve-process-2020/p21-5a")
def test_a_result_of_another_day_is_recorded_as_late(run, cast):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    run.now = run.now.replace(hour=19, minute=0)  # midnight in Almaty: 19:00 UTC
    (result,) = publish_results(run.sitting, cast.saule, run.now)
    assert published_lines(result)[0].facts["late"] is True


def test_the_last_minute_of_the_day_is_not_late(run, cast):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    run.now = run.now.replace(hour=18, minute=59)
    (result,) = publish_results(run.sitting, cast.saule, run.now)
    assert published_lines(result)[0].facts["late"] is False


@pytest.mark.norm("he-attestation-2020/p62c", "he-attestation-2020/p69b")
def test_students_get_their_result_and_the_commission_the_protocols(run, cast):
    run.published(run.hearings[0])
    assert told("result") == {cast.aigerim.pk}
    commission = (cast.daniyar, cast.vera, cast.marat, cast.olzhas, cast.saule)
    assert told("protocols") == {person.pk for person in commission}
    protocol = Result.objects.get().protocol
    assert set(protocol.readers.all()) == set(commission)


def test_only_chair_and_secretary_publish(run, cast):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    for person in cast.others("saule", "daniyar"):
        with pytest.raises(RuleBroken, match="not-chair-or-secretary"):
            publish_results(run.sitting, person, run.now)
    assert Result.objects.get().published_at is None
    assert publish_results(run.sitting, cast.daniyar, run.now)


def test_a_double_click_publishes_once(run, cast, signed_in):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    client, once = signed_in(cast.saule), uuid.uuid4()
    for _click in range(2):
        answer = post(client, "publish_results", run.sitting.pk, now=run.now, once=once)
        assert answer.url == reverse("sitting_protocols", args=[run.sitting.pk])
    assert len(published_lines(Result.objects.get())) == 1
    again = post(client, "publish_results", run.sitting.pk, now=run.now)
    assert refused(again, "nothing-to-publish")


def test_two_who_publish_at_once_publish_once(transactional_db):
    cast = gathered()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))

    def publish(person):
        try:
            return len(publish_results(run.sitting, person, run.now))
        except RuleBroken as broken:
            return broken.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(publish, (cast.saule, cast.daniyar)))
    assert sorted(map(str, answers)) == ["1", "nothing-to-publish"]
    assert len(published_lines(Result.objects.get())) == 1


def test_results_of_another_sitting_stay_where_they_are(run, cast):
    run.grade(run.hearings[0])
    run.sign(run.drawn_up(run.hearings[0]))
    other = make.sitting(cast.commission, ())
    with pytest.raises(RuleBroken, match="nothing-to-publish"):
        publish_results(other, cast.saule, run.now)


def replacement(run, cast, old, **values):
    given = {
        "grade": "A-",
        "points": None,
        "passed": True,
        "basis": "appeal",
        "protocol": make.document(cast.university, kind="protocol"),
        "by": cast.gulnar,
        "now": run.now + timedelta(days=1),
    }
    return replace_result(old=old, **given | values)


@pytest.mark.norm("he-attestation-2020/p62b")
def test_a_changed_result_leaves_the_old_one_readable(run, cast):
    old = run.published(run.hearings[0], "B")
    new = replacement(run, cast, old)
    old.refresh_from_db()
    assert (old.grade, old.replaced_by) == ("B", new)
    assert (new.grade, new.basis, new.replaced_by) == ("A-", "appeal", None)
    assert new.published_at == run.now + timedelta(days=1)
    assert new.protocol != old.protocol
    assert new.degree is True


def test_a_result_is_replaced_once(run, cast):
    old = run.published(run.hearings[0])
    seen_before = Result.objects.get(pk=old.pk)
    replacement(run, cast, old)
    with pytest.raises(RuleBroken, match="result-replaced"):
        replacement(run, cast, seen_before, grade="F", passed=False)
    assert Result.objects.count() == 2


def test_no_new_result_without_a_signed_protocol(run, cast):
    old = run.published(run.hearings[0])
    unsigned = make.document(cast.university, state="signing", number=None)
    with pytest.raises(RuleBroken, match="protocol-not-signed"):
        replacement(run, cast, old, protocol=unsigned)
    assert Result.objects.get() == old


def test_the_database_knows_one_valid_result_a_candidate(run, cast):
    old = run.published(run.hearings[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.create(
            candidate=old.candidate,
            grade="A",
            passed=True,
            basis="ballot",
            protocol=old.protocol,
            decided_at=run.now,
        )


@pytest.mark.norm("he-attestation-2020/p34")
def test_the_grade_of_a_result_is_that_of_the_vote(run, cast):
    for hearing, grade in zip(run.hearings, ("C", "FX"), strict=True):
        run.grade(hearing, grade)
    draw_up_all(run.sitting, cast.saule, run.now)
    results = Result.objects.order_by("pk")
    assert [(one.grade, one.passed, one.degree) for one in results] == [
        ("C", True, True),
        ("FX", False, None),
    ]
