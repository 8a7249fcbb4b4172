from typing import Any

import pytest

import campaigning
from payment_peers import Simulator
from people import Person
from ruanghijau.config import Settings


@pytest.fixture
def settings(settings: Settings, simulator: Simulator) -> Settings:
    return settings.model_copy(update={"simulator_url": simulator.url})


@pytest.fixture
def campaign_id(sari: Person) -> int:
    """A running campaign of Sari's with a goal of five million."""
    return campaigning.start(sari, city="Semarang")


@pytest.fixture
def wati(person: Any) -> Person:
    """Somebody who gives."""
    wati: Person = person("wati", full_name="Wati Rahayu")
    return wati
