"""Due work: every room's sweeps, and one that fails does not stop the others."""

import uuid
from datetime import UTC, datetime

import pytest

from hattama.base import jobs
from hattama.base.models import SentForm, StoredFile

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def test_every_room_with_due_work_is_asked():
    found = list(jobs.sweeps())
    assert found
    assert all(sweep.__module__.startswith("hattama.") for sweep in found)


@pytest.mark.django_db
def test_nothing_is_due_in_an_empty_house():
    assert jobs.run_due(NOON) == 0


def test_a_sweep_that_fails_is_told_and_blocks_nobody(monkeypatch, caplog):
    def broken(_now):
        raise ValueError("broken")

    monkeypatch.setattr(jobs, "sweeps", lambda: [broken, lambda now: now.hour])
    assert jobs.run_due(NOON) == 12
    assert "broken failed" in caplog.text


def test_a_row_that_fails_is_told_and_blocks_nobody(caplog):
    rows = [StoredFile(pk=number) for number in (1, 0, 2)]
    assert jobs.each(rows, lambda row: 6 // row.pk) == 9
    assert "StoredFile 0 failed" in caplog.text


@pytest.mark.django_db
def test_forms_of_long_ago_are_forgotten():
    for sent_at in (NOON - jobs.FORMS_KEPT, NOON - 2 * jobs.FORMS_KEPT):
        SentForm.objects.create(token=uuid.uuid4(), path="/", sent_at=sent_at)
    assert [jobs.run_due(NOON) for _again in range(2)] == [1, 0]
    assert SentForm.objects.get().sent_at == NOON - jobs.FORMS_KEPT
