"""The public site: what is registered and public, and no more names than allowed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hattama.appeals.models import AppealsCommission, AppealsSeat
from hattama.final.models import Meeting
from hattama.portal.queries.public import checklist, public_code
from tests import make
from tests.make import NOON
from tests.portal.test_home import published

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NAME, SHORT = "Сәрсенова Айгерім", "Сәрсенова А."


@pytest.fixture
def open_to_all(cast):
    """Everything that can be public, is."""
    order = make.document(cast.university, template="admission-order", public=True)
    topics = make.document(cast.university, template="topics-order", public=True)
    for candidate in cast.candidates:
        candidate.admission_order, candidate.topic_order = order, topics
        candidate.topic = {"kk": f"Тақырып {candidate.pk}"}
        candidate.save()
    type(order).objects.filter(pk=cast.commission.order_id).update(public=True)
    Meeting.objects.create(
        attestation=cast.attestation, kind="consultation", starts_at=NOON - 5 * DAY
    )
    make.sitting(cast.commission, cast.candidates, announced_at=NOON - 5 * DAY)
    return cast


def url(cast):
    return f"/at/university/{cast.attestation.pk}/"


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def name_students(cast, policy):
    cast.university.public_names = policy
    cast.university.save()


@pytest.mark.norm(
    "tve-process-2020/p21-3j",
    "tve-attestation-2020/p18c",
    "tve-attestation-2020/p18d",
    "tve-attestation-2020/p18e",
)
def test_everything_that_must_stand_there(client, open_to_all):
    cast = open_to_all
    cast.university.procedure = {"kk": "Қорғау тәртібі"}
    cast.university.save()
    page = text(client, url(cast))
    assert 'datetime="2026-06-15T09:00:00+05:00"' in page
    for topic in (candidate.topic["kk"] for candidate in cast.candidates):
        assert topic in page
    assert page.count(SHORT) == 3  # time, admission, topic
    assert cast.daniyar.full_name in page
    assert "Қорғау тәртібі" in text(client, "/at/university/procedure/")
    assert all(item.done for item in checklist(cast.attestation)[:1])


@pytest.mark.norm("tve-process-2020/p21-3j")
def test_the_checklist_says_what_is_missing(signed_in, cast, open_to_all):
    done = [item.done for item in checklist(cast.attestation)]
    assert done == [True, False, True, False, True, True]
    page = signed_in(cast.gulnar).get(f"/publication/{cast.attestation.pk}/")
    assert page.status_code == 200
    for who in (cast.aigerim, cast.vera, cast.timur):
        answer = signed_in(who).get(f"/publication/{cast.attestation.pk}/")
        assert answer.status_code == 404


@pytest.mark.norm(
    "tve-process-2020/p21-5c", "tve-attestation-2020/p29b", "he-attestation-2020/p61"
)
@pytest.mark.parametrize(
    ("policy", "full", "short"),
    [("full", True, False), ("initials", False, True), ("code", False, False)],
)
def test_results_name_students_as_the_policy_says(
    client, open_to_all, policy, full, short
):
    cast = open_to_all
    name_students(cast, policy)
    published(cast.candidates[0])
    for path in (url(cast), "/at/university/"):
        page = text(client, path)
        assert (NAME in page) == (full and path == url(cast))
        assert (SHORT in page) == (short and path == url(cast))
    assert (public_code(cast.candidates[0]) in text(client, url(cast))) == (
        policy == "code"
    )


def test_with_codes_a_topic_gives_nobody_away(client, open_to_all):
    cast = open_to_all
    name_students(cast, "code")
    page = text(client, url(cast))
    topics = page[page.index(cast.candidates[0].topic["kk"]) :]
    assert public_code(cast.candidates[0]) not in topics


def test_the_student_is_told_the_own_code(signed_in, cast):
    name_students(cast, "code")
    cast.aigerim.institution.refresh_from_db()
    page = text(signed_in(cast.aigerim), "/")
    assert public_code(cast.candidates[0]) in page
    assert public_code(cast.candidates[1]) not in page


def test_codes_of_two_students_differ(cast):
    assert public_code(cast.candidates[0]) != public_code(cast.candidates[1])


def test_nothing_before_it_is_registered(client, cast):
    make.sitting(cast.commission, cast.candidates)  # planned, not announced
    page = text(client, url(cast))
    assert SHORT not in page
    assert NAME not in page


@pytest.mark.norm("tve-process-2020/p21-5c")
def test_a_result_that_is_not_published_is_not_there(client, open_to_all):
    result = published(open_to_all.candidates[0])
    result.published_at = None
    result.save()
    assert "<meter" not in text(client, url(open_to_all))


def test_a_replaced_result_is_not_there(client, open_to_all):
    old = published(open_to_all.candidates[0])
    type(old).objects.filter(pk=old.pk).update(replaced_by=old.pk)
    new = published(open_to_all.candidates[0])
    type(old).objects.filter(pk=old.pk).update(replaced_by=new, grade="FX")
    assert "FX" not in text(client, url(open_to_all))


def test_a_document_that_is_not_public_is_not_there(client, cast):
    secret = make.document(cast.university)
    assert secret.check_code not in text(client, "/at/university/")


def test_statistics(client, open_to_all):
    for candidate in open_to_all.candidates:
        published(candidate)
    page = text(client, "/at/university/")
    assert "2" in page
    assert text(client, url(open_to_all)).count("<meter") == 1


def test_who_hears_appeals(client, cast):
    chair = make.person(cast.university, "Айдар", "Бекенов")
    commission = AppealsCommission.objects.create(
        campaign=cast.campaign, order=make.document(cast.university)
    )
    AppealsSeat.objects.create(commission=commission, person=chair, role="chair")
    cast.university.phone = "+7 700 000 00 00"
    cast.university.save()
    page = text(client, "/at/university/")
    assert chair.full_name in page
    assert "tel:+7 700 000 00 00" in page


@pytest.mark.norm("he-attestation-2020/p5e")
def test_the_rules_in_force_stand_there_with_their_paragraphs(client, cast):
    page = text(client, "/at/university/procedure/")
    assert 'data-norm="he-attestation-2020/p5e"' in page
    assert 'data-norm="he-attestation-2020/p64a"' in page


@pytest.mark.parametrize(
    "path", ["/at/nowhere/", "/at/university/999999/", "/at/nowhere/procedure/"]
)
def test_unknown(client, cast, path):
    assert client.get(path).status_code == 404


def test_of_another_institution(client, cast):
    assert client.get(f"/at/college/{cast.attestation.pk}/").status_code == 404


def test_a_campaign_in_draft_is_not_there(client, cast):
    cast.campaign.state = "draft"
    cast.campaign.save()
    assert client.get(url(cast)).status_code == 404
    assert 'class="empty"' in text(client, "/at/university/")


@pytest.mark.norm("tve-attestation-2020/p0b")
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_in_three_languages(client, open_to_all, language):
    client.cookies["django_language"] = language
    for path in ("/at/university/", url(open_to_all), "/at/university/procedure/"):
        assert f'<html lang="{language}"' in text(client, path)


def test_a_browser_may_keep_it_for_a_minute(client, cast):
    answer = client.get("/at/university/")
    assert answer["Cache-Control"] == "private, max-age=60"
    assert {"Cookie", "Accept-Language"} <= set(answer["Vary"].split(", "))


def test_as_many_queries_for_thirty_students_as_for_two(client, open_to_all):
    cast = open_to_all
    few = queries_of(client, url(cast))
    for _number in range(30):
        student = make.student(cast.aigerim.student.group)
        candidate = make.candidate(
            cast.attestation,
            student,
            admission="admitted",
            admission_order=cast.candidates[0].admission_order,
            topic_order=cast.candidates[0].topic_order,
            supervisor=cast.vera,
        )
        published(candidate)
    published(cast.candidates[0])
    assert queries_of(client, url(cast)) == few


def queries_of(client, path):
    with CaptureQueriesContext(connection) as captured:
        text(client, path)
    return len(captured)
