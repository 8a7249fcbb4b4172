"""Daily quotas: never more than there is, whoever asks at the same time; whole again the next day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from ruanghijau.app import RuangHijau
from ruanghijau.db import calendar
from ruanghijau.errors import NotFound, TooMany
from ruanghijau.quotas import service as quotas
from ruanghijau.quotas.models import DailyUse
from ruanghijau.worker import jobs

DAY = date(2026, 2, 3)


def spend(app: RuangHijau, subject: str = "user:1", limit: int = 5) -> bool:
    with app.runtime.active(), calendar.on(DAY):
        try:
            with quotas.spending(subject, "chat", limit):
                return True
        except TooMany:
            return False


def test_thirty_at_once_share_what_there_is(app: RuangHijau) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: spend(app), range(30)))
    assert done.count(True) == 5


def test_everybody_and_every_action_counts_alone(app: RuangHijau) -> None:
    assert [spend(app, limit=1), spend(app, limit=1)] == [True, False]
    assert spend(app, subject="user:2", limit=1)
    with app.runtime.active(), calendar.on(DAY), quotas.spending("user:1", "detect", 1) as allowance:
        assert (allowance.limit, allowance.remaining) == (1, 0)


def test_what_is_refused_is_given_back(app: RuangHijau) -> None:
    with app.runtime.active(), calendar.on(DAY):
        with pytest.raises(NotFound), quotas.spending("user:1", "chat", 1):
            raise NotFound
        with app.runtime.database.transaction(write=False):
            assert quotas.allowance("user:1", "chat", 1).remaining == 1
    assert spend(app, limit=1)


def test_the_next_day_is_a_new_one_and_old_counts_are_forgotten(app: RuangHijau) -> None:
    assert spend(app, limit=1)
    with app.runtime.active(), calendar.on(DAY + timedelta(days=1)):
        with quotas.spending("user:1", "chat", 1):
            pass
        assert jobs.purge_quotas() == 1
        assert jobs.purge_quotas() == 0
    with app.runtime.database.transaction(write=False) as session:
        assert session.scalars(select(DailyUse.day)).all() == [DAY + timedelta(days=1)]


def test_a_guest_s_address_is_not_kept(app: RuangHijau) -> None:
    with app.runtime.active():
        with calendar.on(DAY):
            today = quotas.guest("203.0.113.7")
            assert today == quotas.guest("203.0.113.7")
            assert today != quotas.guest("203.0.113.8")
        with calendar.on(DAY + timedelta(days=1)):
            assert today != quotas.guest("203.0.113.7")
    assert "203.0" not in today
