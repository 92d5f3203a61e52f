"""The list, the case, and the reminders."""

from datetime import UTC

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hattama.appeals import queries
from hattama.appeals.jobs import remind_of_answers, remind_of_sittings
from hattama.base import clock
from hattama.notices.queries import deliveries
from tests import make
from tests.appeals.conftest import DAY, HOUR, PUBLISHED, lodged, published

pytestmark = pytest.mark.django_db


def test_a_student_sees_results_and_the_clock(signed_in, cast, result):
    with clock.pin(PUBLISHED + HOUR):
        page = signed_in(cast.aigerim).get("/appeals/").content.decode()
    assert reverse("lodge_appeal", args=[result.pk]) in page
    assert 'data-norm="he-attestation-2020/p64a"' in page


def test_after_the_window_nothing_is_offered(signed_in, cast, result):
    with clock.pin(PUBLISHED + 10 * DAY):
        page = signed_in(cast.aigerim).get("/appeals/").content.decode()
    assert reverse("lodge_appeal", args=[result.pk]) not in page


def test_who_sees_the_list(signed_in, cast, panel, appeal):
    students = {cast.aigerim, cast.bolat, cast.dana}  # the own results, if only none
    sees = {cast.gulnar, cast.rustem, cast.zarina, cast.timur, *students}
    for who in cast.others():
        answer = signed_in(who).get("/appeals/")
        assert answer.status_code == (200 if who in sees else 404), who
    for who in panel.everybody:
        page = signed_in(who).get("/appeals/").content.decode()
        assert appeal.student.full_name in page


def test_another_institution_sees_an_empty_list(signed_in, cast, appeal):
    page = signed_in(cast.timur).get("/appeals/").content.decode()
    assert appeal.student.full_name not in page


def test_the_case_at_every_stage(signed_in, cast, panel, decided):
    for who in [cast.aigerim, cast.rustem, *panel.everybody]:
        page = signed_in(who).get(reverse("appeal", args=[decided.pk]))
        shown = decided.reason in page.content.decode()
        assert (page.status_code, shown) == (200, who != cast.aigerim)


def test_who_may_not_see_the_case(signed_in, cast, appeal):
    sees = ("aigerim", "gulnar", "rustem", "zarina")
    for who in cast.others(*sees):
        answer = signed_in(who).get(reverse("appeal", args=[appeal.pk]))
        assert answer.status_code == 404, who


def test_as_many_queries_for_thirty_as_for_one(signed_in, cast, panel, result):
    lodged(result)
    one = queries_of(signed_in(cast.rustem))
    group = cast.bolat.student.group
    for _number in range(29):
        student = make.student(group)
        candidate = make.candidate(cast.attestation, student)
        lodged(queries.results().get(pk=published(candidate).pk))
    assert queries_of(signed_in(cast.rustem)) == one


def queries_of(client):

    with CaptureQueriesContext(connection) as captured:
        assert client.get("/appeals/").status_code == 200
    return len(captured)


@pytest.mark.norm("he-attestation-2020/p66")
def test_a_sitting_that_is_due_is_reminded_of_once(appeal, panel):
    due = queries.hearing_deadline(appeal).at
    assert remind_of_sittings(due - 2 * DAY) == 0
    assert [remind_of_sittings(due - HOUR) for _time in range(2)] == [1, 0]
    assert [remind_of_sittings(due + HOUR) for _time in range(2)] == [1, 0]
    told = {one.person for one in deliveries(appeal.stream, "appeal-sitting-late")}
    assert told == {panel.chair, panel.secretary}


def test_without_a_commission_the_head_is_reminded(cast, result):
    appeal = lodged(result)
    remind_of_sittings(queries.hearing_deadline(appeal).at)
    (told,) = deliveries(appeal.stream, "appeal-sitting-due")
    assert told.person == cast.rustem


def test_the_head_of_the_day_where_the_institution_is_is_reminded(cast, result):
    appeal = lodged(result)
    night = queries.hearing_deadline(appeal).at + HOUR  # in Greenwich the day before
    cast.rustem.posts.update(until=night.date() - DAY)
    make.post(cast.zarina, "head", since=night.date())
    remind_of_sittings(night.astimezone(UTC))
    (told,) = deliveries(appeal.stream, "appeal-sitting-late")
    assert told.person == cast.zarina


@pytest.mark.norm("he-attestation-2020/p67")
def test_an_answer_that_is_late_is_reminded_of(decided, panel):
    due = queries.answer_deadline(decided).at
    assert [remind_of_answers(due + HOUR) for _time in range(2)] == [1, 0]
    told = {one.person for one in deliveries(decided.stream, "appeal-answer-late")}
    assert told == {panel.chair, panel.secretary}
