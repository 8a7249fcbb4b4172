"""A test that begins before midnight ends on the same day."""

from collections.abc import Iterator

import pytest

from ruanghijau.db import calendar


@pytest.fixture(autouse=True)
def one_day() -> Iterator[None]:
    with calendar.on(calendar.today()):
        yield
