"""Who missed the instruction is told so, and is not told any more once instructed."""

from datetime import timedelta

import pytest

from hattama.final.models import Attendance, Meeting
from hattama.final.queries.own import duties
from tests import make
from tests.final.preparing import get

BEFORE = make.NOON - timedelta(days=5)


def webinar(cast, *present, days=6, held=True):
    at = make.NOON - timedelta(days=days)
    meeting = Meeting.objects.create(
        attestation=cast.attestation,
        kind="webinar",
        starts_at=at,
        held_at=at if held else None,
    )
    for person in present:
        Attendance.objects.create(meeting=meeting, person=person)


def missed(cast):
    return [duties(candidate, BEFORE).missed_webinar for candidate in cast.candidates]


@pytest.mark.norm("he-attestation-2020/p70f", "he-attestation-2020/p74e")
def test_who_was_not_there_is_told(cast, signed_in):
    webinar(cast, cast.aigerim)
    pages = {
        who: get(signed_in(who), "my_attestation", now=BEFORE).content.decode()
        for who in (cast.aigerim, cast.bolat)
    }
    assert [one.count('class="notice warn"') for one in pages.values()] == [0, 1]
    assert missed(cast) == [False, True]


def test_nobody_missed_what_was_not_held(cast):
    webinar(cast, held=False)
    assert missed(cast) == [False, False]


def test_a_second_webinar_makes_up_for_the_first(cast):
    webinar(cast, cast.aigerim)
    webinar(cast, cast.bolat, days=5)
    assert missed(cast) == [False, False]
