"""Which day it is in Asia/Jakarta."""

from datetime import UTC, date, datetime

import pytest

from ruanghijau.db import calendar


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 28, 16, 59, 59, tzinfo=UTC), date(2026, 1, 28)),
        (datetime(2026, 1, 28, 17, 0, 0, tzinfo=UTC), date(2026, 1, 29)),
        (datetime(2026, 12, 31, 17, 0, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_a_new_day_begins_at_17_utc(monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date) -> None:
    monkeypatch.setattr(calendar, "now", lambda: moment)
    assert calendar.today() == day


def test_another_day_counts_inside_a_block_and_not_after_it() -> None:
    outside = calendar.today()
    with calendar.on(date(2030, 2, 28)):
        with calendar.on(date(2031, 1, 1)):
            assert calendar.today() == date(2031, 1, 1)
        assert calendar.today() == date(2030, 2, 28)
    assert calendar.today() == outside
