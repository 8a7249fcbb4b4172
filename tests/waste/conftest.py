"""The platform with the shipped detector, and one whose detector is always sure."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ruanghijau.ai.waste import SHIPPED
from ruanghijau.config import Settings
from ruanghijau.db import calendar


@pytest.fixture(autouse=True)
def one_day() -> Iterator[None]:
    """A test that begins before midnight ends on the same day."""
    with calendar.on(calendar.today()):
        yield


@pytest.fixture
def sure(settings: Settings, tmp_path: Path) -> None:
    """The shipped weights with a threshold that every photo passes; name it before `app` and people."""
    model = tmp_path / "sure.onnx"
    model.write_bytes(SHIPPED.read_bytes())
    shipped = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    model.with_suffix(".json").write_text(json.dumps(shipped | {"least_confidence": 0.0}), encoding="utf-8")
    settings.waste_model = model
