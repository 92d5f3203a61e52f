"""Due work: every room's sweeps, and one that fails does not stop the others."""

from datetime import UTC, datetime

import pytest

from hattama.base import jobs

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
