"""A test that begins before midnight ends on the same day; gifts go through the gateway's simulator."""

from collections.abc import Iterator

import pytest

from payment_peers import Simulator
from ruanghijau.config import Settings
from ruanghijau.db import calendar


@pytest.fixture(autouse=True)
def one_day() -> Iterator[None]:
    with calendar.on(calendar.today()):
        yield


@pytest.fixture
def settings(settings: Settings, simulator: Simulator) -> Settings:
    return settings.model_copy(update={"simulator_url": simulator.url})
