"""What must stand on the public site does, and what is missing is named."""

from datetime import timedelta

import pytest

from hattama.final.models import Meeting
from hattama.portal.queries.public import checklist
from tests import make

KINDS = ("consultation", "predefence")


@pytest.fixture
def college(cast):
    cast.university.kind = "tve"
    cast.university.save()
    return cast.university


@pytest.mark.norm("tve-attestation-2020/p18a", "tve-attestation-2020/p18b")
@pytest.mark.parametrize("kind", KINDS)
def test_a_schedule_appears_once_it_is_set(kind, cast, client, college):
    at = make.NOON - timedelta(days=9)
    item = KINDS.index(kind)
    address = f"/at/{college.slug}/{cast.attestation.pk}/"
    moment = 'datetime="2026-06-06T09:00:00+05:00"'
    assert moment not in client.get(address).content.decode()
    assert not checklist(cast.attestation)[item].done
    Meeting.objects.create(attestation=cast.attestation, kind=kind, starts_at=at)
    assert moment in client.get(address).content.decode()
    assert checklist(cast.attestation)[item].done


@pytest.mark.norm("tve-attestation-2020/p18b")
def test_the_schedule_of_defences_appears_once_it_is_announced(cast, client, college):
    address = f"/at/{college.slug}/{cast.attestation.pk}/"
    sitting = make.sitting(cast.commission, cast.candidates)
    moment = 'datetime="2026-06-15T09:15:00+05:00"'
    assert moment not in client.get(address).content.decode()
    assert not checklist(cast.attestation)[2].done
    sitting.announced_at = make.NOON - timedelta(days=9)
    sitting.save()
    assert moment in client.get(address).content.decode()
    assert checklist(cast.attestation)[2].done
