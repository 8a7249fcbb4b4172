"""Somebody with a past."""

from collections.abc import Callable

import pytest
from lives import Life

from people import Person
from ruanghijau.app import RuangHijau


@pytest.fixture
def life(app: RuangHijau, person: Callable[..., Person]) -> Life:
    return Life(app, person)
