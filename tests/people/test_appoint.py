"""Appoint to an office and relieve of it; the history stays."""

from datetime import date

import pytest
from django.urls import reverse
from tests.make import NOON

from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.people import queries
from hattama.people.actions.posts import appoint, relieve
from hattama.people.models import Post

JUNE = date(2026, 6, 1)


def given(cast, **values):
    return appoint(
        cast.vera,
        office="dean",
        unit=None,
        since=values.pop("since", JUNE),
        order="№ 8",
        by=cast.rustem,
        now=NOON,
        **values,
    )


def test_an_office_is_held_from_its_day_to_its_last(cast):
    post = given(cast)
    relieve(post, until=date(2026, 6, 30), order="№ 9", by=cast.rustem, now=NOON)
    held = {
        day: "dean" in queries.offices(cast.vera, day)
        for day in (date(2026, 5, 31), JUNE, date(2026, 6, 30), date(2026, 7, 1))
    }
    assert list(held.values()) == [False, True, True, False]
    acts = [line.act for line in ledger.lines(f"people:{cast.university.pk}")]
    assert acts == ["appointed", "relieved"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"since": date(2026, 7, 1)}, "post-held-already"),
        ({"until": date(2026, 5, 1)}, "post-ends-before-it-begins"),
    ],
)
def test_appointments_that_cannot_be(cast, values, code):
    if code == "post-held-already":
        given(cast)
    with pytest.raises(RuleBroken, match=code):
        given(cast, **values)


def test_a_post_ends_once_and_not_before_it_began(cast):
    post = given(cast)
    with pytest.raises(RuleBroken, match="post-ends-before-it-begins"):
        relieve(post, until=date(2026, 5, 1), order="№ 9", by=cast.rustem, now=NOON)
    relieve(post, until=JUNE, order="№ 9", by=cast.rustem, now=NOON)
    with pytest.raises(RuleBroken, match="post-over"):
        relieve(post, until=JUNE, order="№ 9", by=cast.rustem, now=NOON)


def test_by_the_page_twice_is_once(cast, signed_in):
    client = signed_in(cast.rustem)
    url = reverse("appoint", args=[cast.vera.pk])
    form = {
        "office": "dean",
        "since": "2026-06-01",
        "order": "№ 8",
        "once": "8b0ab3b1-6f6f-4c52-9d9e-3a4c6f2f8f11",
    }
    answers = [client.post(url, form).status_code for _twice in range(2)]
    assert answers == [302, 302]
    assert Post.objects.filter(person=cast.vera, office="dean").count() == 1
    again = {**form, "once": "1b0ab3b1-6f6f-4c52-9d9e-3a4c6f2f8f12"}
    assert client.post(url, again).status_code == 409


def test_whoever_lost_the_office_may_no_longer_write(cast, signed_in):
    post = cast.zarina.posts.get()
    with clock.pin(NOON):
        relieve(post, until=date(2026, 6, 14), order="№ 9", by=cast.rustem, now=NOON)
        answer = signed_in(cast.zarina).get(reverse("add_student"))
        assert answer.status_code == 404
