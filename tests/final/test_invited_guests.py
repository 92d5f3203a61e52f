"""Supervisors and reviewers are invited to the sitting of their own students."""

import pytest
from django.urls import reverse

from tests import make
from tests.final.run import Run


@pytest.fixture
def guided(cast):
    """A supervisor who does not sit in the commission."""
    guide = make.person(cast.university, "Бекзат", "Сейілов")
    candidate = cast.candidates[1]
    candidate.supervisor = guide
    candidate.save()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    return guide, run.sitting


def test_the_notice_s_link_leads_to_the_screen(guided, signed_in):
    guide, sitting = guided
    client = signed_in(guide)
    door = client.get(reverse("sitting", args=[sitting.pk]))
    assert door.url == reverse("sitting_screen", args=[sitting.pk])
    assert client.get(door.url).status_code == 200


@pytest.mark.parametrize(
    "page",
    ["sitting_console", "sitting_bench", "sitting_log", "sitting_protocols"],
)
def test_what_belongs_to_the_commission_stays_closed(guided, signed_in, page):
    guide, sitting = guided
    answer = signed_in(guide).get(reverse(page, args=[sitting.pk]))
    assert answer.status_code == 404
