"""When the demo's sitting begins, whatever the hour of the first start."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hattama.core.calendar import WorkCalendar
from hattama.demo.days import about_to_begin, moment, places

ALMATY = ZoneInfo("Asia/Almaty")


@pytest.mark.parametrize(
    ("now", "start", "hearings"),
    [
        ("2026-06-15T10:00", "2026-06-15T10:20", 6),
        ("2026-06-15T10:01", "2026-06-15T10:25", 6),
        ("2026-06-15T10:00:30", "2026-06-15T10:25", 6),
        ("2026-06-15T22:42", "2026-06-15T23:05", 3),
        ("2026-06-15T23:20", "2026-06-15T23:40", 1),
        ("2026-06-15T23:25", "2026-06-16T00:00", 6),
        ("2026-06-15T23:50", "2026-06-16T00:10", 6),
    ],
)
def test_a_sitting_begins_soon_and_ends_before_midnight(now, start, hearings):
    found = about_to_begin(
        WorkCalendar(), datetime.fromisoformat(now).replace(tzinfo=ALMATY)
    )
    assert found == datetime.fromisoformat(start).replace(tzinfo=ALMATY)
    assert places(found, 6) == hearings


def test_deeds_are_done_on_working_days():
    friday = datetime(2026, 6, 12, 15, tzinfo=ALMATY)
    assert moment(WorkCalendar(), friday, 1) == datetime(2026, 6, 15, 10, tzinfo=ALMATY)
    assert moment(WorkCalendar(), friday, -5) == datetime(2026, 6, 5, 10, tzinfo=ALMATY)
