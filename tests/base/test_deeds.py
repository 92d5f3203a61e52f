"""A posted form: one transaction, at most once."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from hattama.base.deeds import deed
from hattama.base.models import LedgerStream, SentForm
from hattama.core.rules import RuleBroken
from hattama.people.models import User

ONCE = str(uuid.UUID(int=7))


@deed
def write(request, *, answer="/done/", status=302):
    LedgerStream.objects.create(institution=1, name=f"deed:{uuid.uuid4()}")
    if status == 302:
        return redirect(answer)
    if status == 409:
        raise RuleBroken("no-quorum")
    if status == 404:
        raise Http404
    return HttpResponse(status=status)


def sent(once=ONCE, user=None, method="post"):
    request = getattr(RequestFactory(), method)("/here/", {"once": once})
    request.user = user or AnonymousUser()
    return request


def written():
    return LedgerStream.objects.count()


@pytest.mark.django_db
def test_the_second_click_is_answered_like_the_first():
    assert [write(sent()).url for _click in range(2)] == ["/done/", "/done/"]
    assert written() == 1


@pytest.mark.django_db
def test_another_token_is_another_deed():
    write(sent())
    write(sent(once=str(uuid.uuid4())))
    assert written() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("once", ["", "no-token"])
def test_a_form_without_a_token_is_carried_out_each_time(once):
    for _click in range(2):
        write(sent(once=once))
    assert written() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("status", [200, 400, 403, 422])
def test_a_page_that_says_no_has_written_nothing(status):
    assert write(sent(), status=status).status_code == status
    assert written() == 0
    assert not SentForm.objects.exists()


@pytest.mark.django_db
def test_an_empty_answer_keeps_what_was_written():
    assert write(sent(), status=204).status_code == 204
    assert written() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "error"), [(409, RuleBroken), (404, Http404)])
def test_a_refusal_leaves_the_token_unused(status, error):
    with pytest.raises(error):
        write(sent(), status=status)
    assert written() == 0
    assert write(sent()).url == "/done/"


@pytest.mark.django_db
def test_a_token_serves_its_owner_alone():
    owner, other = (User.objects.create(username=name) for name in ("a", "b"))
    write(sent(user=owner))
    assert write(sent(user=other)).status_code == 409
    assert written() == 1


@pytest.mark.django_db
def test_looking_is_no_deed():
    for _look in range(2):
        write(sent(method="get"))
    assert written() == 2
    assert not SentForm.objects.exists()


def test_two_clicks_at_the_same_moment_are_one_deed(transactional_db):
    def click(_turn):
        try:
            return write(sent()).url
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(click, range(2))) == ["/done/", "/done/"]
    assert written() == 1
