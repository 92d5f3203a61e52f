"""The pages that everybody looks at: campaign, timeline, counted days, own pages."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hattama.base import clock
from hattama.final.queries.timelines import timelines
from tests import make
from tests.final.preparing import ALMATY, APRIL, get, registered, tve

LATE_MAY = datetime(2026, 5, 20, 10, tzinfo=ALMATY)


def stones(page):
    return {row.milestone.code: row.milestone for row in page.context["summary"].rows}


@pytest.mark.norm(
    "tve-attestation-2020/p14",
    "tve-attestation-2020/p15b",
    "tve-process-2020/p21-3a",
)
def test_a_college_sees_what_is_due_and_late(cast, signed_in):
    attestation = tve(cast)
    make.candidate(attestation, cast.dana.student)
    page = get(signed_in(cast.timur), "attestation", attestation.pk, now=LATE_MAY)
    found = stones(page)
    assert {code: stone.state for code, stone in found.items()} == {
        "commission-order": "late",
        "acquaintance": "late",
        "topics-order": "due",
        "predefence": "due",
        "admission-order": "not-yet",
        "pack-submission": "not-yet",
        "webinar": "not-yet",
        "defence-notice": "not-yet",
        "appeals-commission": "due",
        "technical-check": "not-yet",
        "sitting": "not-yet",
        "protocols": "not-yet",
        "results": "not-yet",
        "appeal-window": "not-yet",
    }
    assert page.context["summary"].next.milestone.code == "commission-order"
    assert "tve-attestation-2020/p15b" in found["commission-order"].basis


@pytest.mark.norm("tve-attestation-2020/p15b")
def test_an_order_signed_late_is_done_and_marked(cast, signed_in):
    attestation = tve(cast)
    order = make.document(cast.college, state="signing", number=None)
    members = [make.person(cast.college) for _ in range(4)]
    make.commission(
        attestation.campaign,
        [attestation],
        members[0],
        members[1:3],
        members[3],
        order=order,
    )
    client = signed_in(cast.timur)
    page = get(client, "attestation", attestation.pk, now=LATE_MAY)
    assert stones(page)["commission-order"].state == "late"
    registered(order, LATE_MAY)
    stone = stones(get(client, "attestation", attestation.pk, now=LATE_MAY))[
        "commission-order"
    ]
    assert (stone.state, stone.late, stone.fact.paper) == ("done", True, order.pk)


@pytest.mark.norm("he-attestation-2020/p69a", "he-attestation-2020/p73a")
def test_a_university_prepares_before_the_first_sitting(cast, signed_in):
    page = get(signed_in(cast.gulnar), "attestation", cast.attestation.pk)
    found = stones(page)
    assert found["commission-order"].state == "done"
    assert found["admission-order"].state == "done"
    assert found["acquaintance"].due == cast.attestation.first_sitting
    posts = {row.milestone.code: row.posts for row in page.context["summary"].rows}
    assert all(posts.values())


def test_how_the_days_were_counted(cast, signed_in):
    attestation = tve(cast)
    client = signed_in(cast.timur)
    page = get(client, "milestone", attestation.pk, "acquaintance")
    deadline = page.context["row"].milestone.deadline
    assert sum(step.counts for step in deadline.steps) == 20
    assert get(client, "milestone", attestation.pk, "nonsense").status_code == 404


@pytest.mark.parametrize("name", ["campaign", "campaign_commissions"])
def test_who_sees_a_campaign(cast, signed_in, name):
    found = {
        who: get(signed_in(person), name, cast.campaign.pk).status_code
        for who, person in cast.everybody.items()
    }
    seeing = ("saule", "gulnar", "rustem", "zarina")
    assert found == dict.fromkeys(found, 404) | dict.fromkeys(seeing, 200)


@pytest.mark.parametrize(
    "name",
    [
        "attestation",
        "topics",
        "admission",
        "acquaintance",
        "meetings",
        "packs",
        "technical_checks",
    ],
)
def test_who_sees_an_attestation(cast, signed_in, name):
    found = {
        who: get(signed_in(person), name, cast.attestation.pk).status_code
        for who, person in cast.everybody.items()
    }
    strangers = ("aigerim", "bolat", "timur", "dana")
    assert found == dict.fromkeys(found, 200) | dict.fromkeys(strangers, 404)


def test_own_pages(cast, signed_in):
    found = {
        who: (
            get(signed_in(person), "my_attestation").status_code,
            get(signed_in(person), "my_students").status_code,
        )
        for who, person in cast.everybody.items()
    }
    expected = dict.fromkeys(found, (404, 404))
    expected |= {"aigerim": (200, 404), "bolat": (200, 404), "vera": (404, 200)}
    assert found == expected


def grown(cast, count):
    """A campaign with so many attestations, each with so many students."""
    for number in range(count):
        programme = make.programme(cast.university, code=f"G{number:03}")
        attestation = make.attestation(cast.campaign, programme)
        group = make.group(programme)
        for _ in range(2):
            make.candidate(attestation, make.student(group))


def asked(call):
    with CaptureQueriesContext(connection) as queries, clock.pin(APRIL):
        call()
    return len(queries)


def test_a_campaign_asks_as_much_for_thirty_as_for_one(cast):
    found = list(cast.campaign.attestations.select_related("programme", "campaign"))
    one = asked(lambda: timelines(cast.campaign, found, APRIL))
    grown(cast, 30)
    found = list(cast.campaign.attestations.select_related("programme", "campaign"))
    assert len(found) == 31
    assert asked(lambda: timelines(cast.campaign, found, APRIL)) == one


@pytest.mark.parametrize(
    "name", ["topics", "admission", "acquaintance", "packs", "technical_checks"]
)
def test_lists_ask_as_much_for_thirty_as_for_two(cast, signed_in, name):
    client = signed_in(cast.gulnar)
    get(client, name, cast.attestation.pk)  # the first one notes the session
    two = asked(lambda: get(client, name, cast.attestation.pk))
    group = cast.aigerim.student.group
    order = cast.candidates[0].admission_order
    for _ in range(28):
        make.candidate(
            cast.attestation,
            make.student(group),
            admission="admitted",
            admission_order=order,
            supervisor=cast.vera,
        )
    assert asked(lambda: get(client, name, cast.attestation.pk)) == two


def test_an_empty_house_says_what_to_do_next(cast, signed_in):
    empty = make.campaign(cast.university)
    page = get(signed_in(cast.gulnar), "campaign", empty.pk)
    assert b'class="empty"' in page.content
