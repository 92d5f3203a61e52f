"""What a student finds on the own page."""

from datetime import timedelta

from django.urls import reverse

from hattama.final.models import Result
from tests import make
from tests.final.preparing import get
from tests.make import NOON


def result_of(candidate, published_at):
    return Result.objects.create(
        candidate=candidate,
        grade="B+",
        points=88,
        passed=True,
        basis="ballot",
        protocol=make.document(
            candidate.attestation.campaign.institution, kind="protocol"
        ),
        decided_at=NOON,
        published_at=published_at,
    )


def test_a_published_result_leads_to_the_appeal(cast, signed_in):
    result = result_of(cast.candidates[0], NOON + timedelta(hours=1))
    page = get(signed_in(cast.aigerim), "my_attestation").content.decode()
    assert "B+ (88)" in page
    assert reverse("appeals") in page.split("<main")[1]
    assert reverse("document", args=[result.protocol_id]) not in page


def test_whoever_may_read_the_protocol_finds_it(cast, signed_in):
    result = result_of(cast.candidates[0], NOON + timedelta(hours=1))
    result.protocol.readers.add(cast.aigerim)
    page = get(signed_in(cast.aigerim), "my_attestation").content.decode()
    assert reverse("document", args=[result.protocol_id]) in page


def test_a_result_that_is_not_published_stays_unseen(cast, signed_in):
    result_of(cast.candidates[0], None)
    assert "B+" not in get(signed_in(cast.aigerim), "my_attestation").content.decode()


def test_the_turn_leads_to_the_room(cast, signed_in):
    sitting = make.sitting(
        cast.commission, cast.candidates, announced_at=NOON, state="announced"
    )
    page = get(signed_in(cast.aigerim), "my_attestation").content.decode()
    assert reverse("candidate_room", args=[sitting.pk]) in page
