"""The day it is for people: campaigns, quotas and statistics count days in Asia/Jakarta, not in UTC."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ruanghijau.db.base import now

JAKARTA = ZoneInfo("Asia/Jakarta")
_chosen: ContextVar[date | None] = ContextVar("today", default=None)


def today() -> date:
    """The present date in Asia/Jakarta, seven hours ahead of UTC."""
    return _chosen.get() or now().astimezone(JAKARTA).date()


def local_time(moment: datetime) -> str:
    """A moment as the clocks of Jakarta show it: `2026-01-28 17:30:00`."""
    return f"{moment.astimezone(JAKARTA):%Y-%m-%d %H:%M:%S}"


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let `day` be today for what runs inside the block: a demo's past, a test's future."""
    token = _chosen.set(day)
    try:
        yield
    finally:
        _chosen.reset(token)
