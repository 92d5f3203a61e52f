"""A student lodges an appeal."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hattama.appeals import actions, queries
from hattama.appeals.models import Appeal
from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.notices.queries import deliveries
from tests import make
from tests.appeals.conftest import DAY, HOUR, PUBLISHED, lodged, published

pytestmark = pytest.mark.django_db
FORM = {"grounds": ["grade"], "text": "Баға төмен."}
PDF = b"%PDF-1.7 anything"


def url(result):
    return reverse("lodge_appeal", args=[result.pk])


@pytest.mark.norm("he-attestation-2020/p64a", "he-attestation-2020/p64b")
def test_works(signed_in, cast, result, panel):
    with clock.pin(PUBLISHED + HOUR):
        answer = signed_in(cast.aigerim).post(url(result), FORM)
    appeal = Appeal.objects.get()
    assert answer.url == reverse("appeal", args=[appeal.pk])
    assert (appeal.result, appeal.state, appeal.text) == (
        result,
        "lodged",
        "Баға төмен.",
    )
    assert appeal.application.state == "registered"
    assert appeal.application.facts["text"] == "Баға төмен."
    assert [line.act for line in ledger.lines(appeal.stream)] == ["appeal-lodged"]
    told = deliveries(appeal.stream, "appeal-lodged")
    assert {delivery.person for delivery in told} == set(panel.everybody)


@pytest.mark.norm("he-attestation-2020/p64a")
def test_the_page_shows_what_the_deed_enforces(signed_in, cast, result):
    last = queries.appeal_deadline(result).at
    assert last.isoformat() == "2026-06-23T23:59:59+05:00"
    with clock.pin(last):
        page = signed_in(cast.aigerim).get(url(result))
    assert page.context["deadline"].at == last
    lodged(result, at=last)
    assert Appeal.objects.count() == 1


@pytest.mark.norm("he-attestation-2020/p64a", "he-attestation-2020/p64b")
def test_too_late_is_refused_and_kept_on_record(signed_in, cast, result):
    late = queries.appeal_deadline(result).at + timedelta(seconds=1)
    with clock.pin(late):
        answer = signed_in(cast.aigerim).post(url(result), FORM)
    assert answer.status_code == 409
    assert 'data-code="appeal-too-late"' in answer.content.decode()
    assert 'data-norm="he-attestation-2020/p64a"' in answer.content.decode()
    assert not Appeal.objects.exists()
    (line,) = ledger.lines(f"result:{result.pk}")
    assert (line.act, line.by, line.facts["why"]) == (
        "appeal-refused",
        cast.aigerim.key,
        "appeal-too-late",
    )


def test_days_off_do_not_count(cast):
    over_new_year = published(
        cast.candidates[0], published_at=PUBLISHED.replace(month=12, day=31)
    )
    deadline = queries.appeal_deadline(over_new_year)
    assert deadline.at.date() > PUBLISHED.replace(month=12, day=31).date() + 4 * DAY


def test_without_a_commission_it_can_be_lodged_all_the_same(result):
    assert lodged(result).commission is None


@pytest.mark.norm("tve-process-2020/p21-3ao", "tve-process-2020/p21-4f")
def test_papers_about_health_after_a_fail_at_a_college(signed_in, cast):
    failed = college_result(cast, passed=False)
    with clock.pin(PUBLISHED + HOUR):
        answer = signed_in(cast.dana).post(url(failed), FORM | {"medical": "on"})
    assert 'data-code="health-papers-after-fail"' in answer.content.decode()
    assert not Appeal.objects.exists()
    (line,) = ledger.lines(f"result:{failed.pk}")
    assert line.facts == {
        "why": "health-papers-after-fail",
        "norms": ["tve-process-2020/p21-4f"],
    }
    lodged(failed)
    assert Appeal.objects.get().result == failed


def college_result(cast, **values):
    student = cast.dana.student
    campaign = make.campaign(cast.college, made_by=cast.timur)
    attestation = make.attestation(campaign, student.group.programme)
    return published(make.candidate(attestation, student), grade="2", **values)


def test_a_result_that_is_not_published(signed_in, cast):
    waiting = published(cast.candidates[0], published_at=None)
    assert signed_in(cast.aigerim).get(url(waiting)).status_code == 404
    with pytest.raises(RuleBroken, match="appeal-not-published"):
        lodged(waiting)


def test_nobody_appeals_for_another(cast, result):
    with pytest.raises(RuleBroken, match="appeal-not-yours"):
        lodged(result, by=cast.bolat)


def test_refused_to_each_who_may_not(signed_in, cast, panel, result):
    readers = {cast.gulnar, cast.rustem, cast.zarina}
    for who in [*cast.others("aigerim"), *panel.everybody]:
        with clock.pin(PUBLISHED + HOUR):
            answer = signed_in(who).post(url(result), FORM)
        assert answer.status_code == (403 if who in readers else 404), who
    assert not Appeal.objects.exists()


def test_a_visitor_finds_nothing(client, result):
    assert client.post(url(result), FORM).status_code == 404


def test_twice(signed_in, cast, result):
    client = signed_in(cast.aigerim)
    token = {"once": "0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3f"}
    with clock.pin(PUBLISHED + HOUR):
        first = client.post(url(result), FORM | token)
        again = client.post(url(result), FORM | token)
        anew = client.post(url(result), FORM)
    assert (first.status_code, again.url, anew.status_code) == (302, first.url, 409)
    assert Appeal.objects.count() == 1


def test_evidence_comes_along(signed_in, cast, result, panel):
    given = [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.pdf", PDF + b"b")]
    with clock.pin(PUBLISHED + HOUR):
        signed_in(cast.aigerim).post(url(result), FORM | {"evidence": given})
    appeal = Appeal.objects.get()
    files = list(appeal.evidence.order_by("name"))
    assert [file.name for file in files] == ["a.pdf", "b.pdf"]
    assert appeal.application.facts["attachments"] == ["a.pdf", "b.pdf"]
    where = reverse("appeal_evidence", args=[appeal.pk, files[0].pk])
    got = signed_in(panel.secretary).get(where)
    assert b"".join(got.streaming_content) == PDF
    assert signed_in(cast.bolat).get(where).status_code == 404


def test_a_file_of_another_kind_leaves_nothing(signed_in, cast, result):
    form = FORM | {"evidence": [SimpleUploadedFile("a.html", b"<script>")]}
    with clock.pin(PUBLISHED + HOUR):
        answer = signed_in(cast.aigerim).post(url(result), form)
    assert answer.status_code == 409
    assert not Appeal.objects.exists()


def test_an_empty_form_comes_back(signed_in, cast, result):
    with clock.pin(PUBLISHED + HOUR):
        answer = signed_in(cast.aigerim).post(url(result), {})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"grounds", "text"}


def test_without_words(cast, result):
    with pytest.raises(RuleBroken, match="appeal-without-text"):
        actions.lodge_appeal(
            result=result,
            text="  ",
            grounds=["grade"],
            evidence=[],
            medical=False,
            by=cast.aigerim,
            now=PUBLISHED + HOUR,
        )
