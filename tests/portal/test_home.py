"""The first page: welcome to visitors, *Today* to who is signed in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hattama.appeals.models import AppealsCommission, AppealsSeat
from hattama.base import clock
from hattama.base.texts import pick
from hattama.documents import actions as documents
from hattama.final.models import Result
from hattama.notices.actions import notify
from hattama.portal.queries.today import today
from tests import make
from tests.make import NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TEXT = {"kk": "Рәсім", "ru": "Процедура", "en": "Procedure"}


def titles(person, now):
    return [due.title for due in today(person, now)]


def test_a_visitor_sees_the_institutions(client, cast):
    page = client.get("/").content.decode()
    assert 'href="/at/university/"' in page
    assert 'href="/at/college/"' in page


def test_an_installation_without_institutions(client, db):
    assert "empty" in client.get("/").content.decode()


def test_everybody_has_a_first_page(signed_in, cast):
    for who in cast.others():
        assert signed_in(who).get("/").status_code == 200, who


def test_nothing_is_due(signed_in, cast):
    somebody = make.person(cast.college)
    page = signed_in(somebody).get("/").content.decode()
    assert 'class="empty"' in page


def test_late_comes_first_then_the_day(cast):
    now = NOON - 3 * DAY
    dues = today(cast.gulnar, now)
    keys = [(not due.late, due.at is None, due.at or now) for due in dues]
    assert keys == sorted(keys)
    assert {due.state for due in dues} <= {"late", "due"}
    assert all(due.norms for due in dues)


def test_a_milestone_is_due_from_those_who_answer_for_it(cast):
    now = NOON - 3 * DAY
    of_dean = {due.url for due in today(cast.gulnar, now)}
    assert f"/final/attestations/{cast.attestation.pk}/" in of_dean
    assert today(cast.timur, now) == []


def test_what_is_due_for_many_programmes_stands_on_one_line(cast):
    now = NOON - 3 * DAY
    before = titles(cast.gulnar, now)
    for _number in range(6):
        make.attestation(cast.campaign, make.programme(cast.university))
    dues = today(cast.gulnar, now)
    assert [due.title for due in dues] != []
    assert len({(due.title, due.at, due.late) for due in dues}) == len(dues)
    (webinar,) = [due for due in dues if due.title == before[0] and due.url]
    assert webinar.url == f"/final/campaigns/{cast.campaign.pk}/"


def test_a_notice_waits_to_be_confirmed(cast):
    notify(
        institution=cast.university,
        kind="acquaintance",
        about=cast.attestation.stream,
        subject=TEXT,
        body=TEXT,
        people=[cast.aigerim],
        by=cast.gulnar,
        now=NOON - 30 * DAY,
        confirm_by=NOON - 20 * DAY,
    )
    (due,) = [one for one in today(cast.aigerim, NOON - 10 * DAY) if one.icon == "mail"]
    assert (due.late, due.at) == (True, NOON - 20 * DAY)
    assert due.norms == ("he-attestation-2020/p74b",)


def test_a_document_waits_for_the_signature(cast):
    draft = documents.draft(
        institution=cast.university,
        kind="application",
        template="application",
        title=TEXT,
        about="test:1",
        facts={
            "addressee": TEXT,
            "applicant": "x",
            "applicant_line": TEXT,
            "text": "x",
            "grounds": [],
            "attachments": [],
        },
        signers=[(cast.rustem, "head")],
        by=cast.zarina,
        now=NOON,
    )
    documents.start_signing(draft, cast.zarina, NOON)
    assert any(pick(TEXT) in title for title in titles(cast.rustem, NOON))
    assert not any(pick(TEXT) in title for title in titles(cast.zarina, NOON))


def test_a_sitting_is_near(cast):
    sitting = make.sitting(cast.commission, cast.candidates)
    (of_secretary,) = [
        due for due in today(cast.saule, NOON - DAY) if due.icon == "people"
    ]
    (of_member,) = [due for due in today(cast.vera, NOON - DAY) if due.icon == "people"]
    assert of_secretary.url == f"/final/sittings/{sitting.pk}/console/"
    assert of_member.url == f"/final/sittings/{sitting.pk}/bench/"
    assert not [one for one in today(cast.vera, NOON + DAY) if one.icon == "people"]


def test_who_identifies_the_commission_is_told(cast):
    sitting = make.sitting(cast.commission, cast.candidates, state="announced")
    hour = timedelta(hours=1)
    (due,) = [one for one in today(cast.gulnar, NOON - hour) if one.icon == "user"]
    assert due.url == f"/final/sittings/{sitting.pk}/identification/"
    assert due.norms == ("he-attestation-2020/p42", "he-attestation-2020/p44b")
    for who in cast.others("gulnar"):
        assert not [one for one in today(who, NOON - hour) if one.icon == "user"]


def test_a_student_has_a_turn_and_then_an_appeal(cast):
    make.sitting(
        cast.commission, cast.candidates, announced_at=NOON - 5 * DAY, state="announced"
    )
    (turn,) = [due for due in today(cast.aigerim, NOON - DAY) if due.icon == "cap"]
    assert turn.at == NOON
    published(cast.candidates[0])
    (window,) = [
        due for due in today(cast.aigerim, NOON + DAY) if due.url == "/appeals/"
    ]
    assert window.norms == ("he-attestation-2020/p64a",)


def published(candidate):
    return Result.objects.create(
        candidate=candidate,
        grade="B",
        points=80,
        passed=True,
        basis="ballot",
        protocol=make.document(
            candidate.attestation.campaign.institution, kind="protocol"
        ),
        decided_at=NOON,
        published_at=NOON,
    )


def test_a_supervisor_is_told_what_is_missing(cast):
    (due,) = [one for one in today(cast.vera, NOON - 9 * DAY) if one.icon == "upload"]
    assert (due.url, due.note) == ("/final/students/", cast.aigerim.short_name)


def test_as_many_queries_for_thirty_candidates_as_for_two(signed_in, cast):
    with clock.pin(NOON - 3 * DAY):
        few = queries_of(signed_in(cast.gulnar))
        for _number in range(30):
            student = make.student(cast.aigerim.student.group)
            make.candidate(cast.attestation, student, commission=cast.commission)
        assert queries_of(signed_in(cast.gulnar)) == few


def test_as_many_queries_for_thirty_sittings_as_for_one(signed_in, cast):
    with clock.pin(NOON - DAY):
        make.sitting(cast.commission, cast.candidates)
        few = queries_of(signed_in(cast.olzhas))
        for _number in range(29):
            make.sitting(cast.commission, [])
        assert queries_of(signed_in(cast.olzhas)) == few


def queries_of(client):
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/").status_code == 200
    return len(captured)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_in_three_languages(signed_in, cast, language):
    client = signed_in(cast.rustem)
    client.cookies["django_language"] = language
    assert f'lang="{language}"' in client.get("/").content.decode()


def test_the_navigation_follows_offices_and_seats(signed_in, cast):
    def places(person):
        entries = signed_in(person).get("/").context["house"]["navigation"]()
        return [entry.url for entry in entries]

    assert places(cast.aigerim) == [
        "/",
        "/final/mine/",
        "/appeals/",
        "/notices/",
        "/help/",
    ]
    assert "/final/students/" in places(cast.vera)
    assert "/ledger/" in places(cast.rustem)
    assert "/ledger/" not in places(cast.vera)
    commission = AppealsCommission.objects.create(
        campaign=cast.campaign, order=make.document(cast.university)
    )
    outsider = make.person(cast.university)
    AppealsSeat.objects.create(commission=commission, person=outsider, role="chair")
    assert "/appeals/" in places(outsider)
