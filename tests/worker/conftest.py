"""A place for workers."""

from pathlib import Path

import pytest
from processes import Place

from ruanghijau.app import RuangHijau


@pytest.fixture
def place(app: RuangHijau, tmp_path: Path) -> Place:
    return Place(app, tmp_path)
