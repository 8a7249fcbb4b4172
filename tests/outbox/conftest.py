"""The outbox of the application under test."""

import pytest
from waiting_mails import Outbox

from ruanghijau.app import RuangHijau


@pytest.fixture
def outbox(app: RuangHijau) -> Outbox:
    return Outbox(app)
