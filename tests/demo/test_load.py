"""The demo comes about whole, by deeds, at whatever moment it is first started."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from hattama.base import ledger
from hattama.base.models import LedgerLine
from hattama.core.iin import parse_iin
from hattama.demo.loading import HOUSES, load, loaded
from hattama.final.models import Attestation, Result, Sitting
from hattama.final.queries.timelines import timeline_of
from hattama.people.models import Institution, Person, Student


def test_two_institutions_with_two_programmes_of_24_graduates(town):
    assert loaded()
    assert set(Institution.objects.values_list("slug", flat=True)) == set(HOUSES)
    for programme in Attestation.objects.values_list("programme", flat=True):
        assert Student.objects.filter(group__programme=programme).count() == 24


def test_a_sitting_of_each_is_over_one_begins_one_is_to_come(town):
    for slug in HOUSES:
        sittings = Sitting.objects.filter(
            commission__campaign__institution__slug=slug
        ).order_by("starts_at")
        assert [one.state for one in sittings] == ["closed", "announced", "announced"]
        assert Result.objects.filter(
            candidate__attestation__campaign__institution__slug=slug,
            published_at__isnull=False,
        ).count() == len(sittings[0].hearings.all())


def test_nothing_that_lies_behind_was_late(town):
    for attestation in Attestation.objects.all():
        now = attestation.campaign.made_at
        rows = timeline_of(attestation, now)
        assert [row.code for row in rows if row.state == "done" and row.late] == []


def test_everybody_is_made_up_and_has_a_number_that_passes(town):
    for iin in Person.objects.values_list("iin", flat=True):
        assert parse_iin(iin).number[7:9] == "99"


def test_the_ledger_holds(town):
    assert LedgerLine.objects.count() > 1000
    assert list(ledger.breaks()) == []


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 8, 30, 18, 55, tzinfo=UTC),  # a Sunday, just before midnight
        datetime(2027, 3, 23, 3, 0, tzinfo=UTC),  # in the middle of Nauryz
    ],
)
def test_any_first_start_will_do(db, now):
    with transaction.atomic():
        load(now)
        assert loaded()
        transaction.set_rollback(True)
    assert not loaded()
