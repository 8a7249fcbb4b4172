"""Spending a daily quota, before the costly work begins, and giving it back where nothing came of it."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.exc import IntegrityError

from ruanghijau.db import now, session
from ruanghijau.db.calendar import JAKARTA, today
from ruanghijau.errors import DomainError, TooMany
from ruanghijau.quotas.models import DailyUse
from ruanghijau.runtime import runtime


@dataclass(frozen=True)
class Allowance:
    """What is left of a quota; it is whole again at `resets_at`."""

    limit: int
    remaining: int
    resets_at: datetime


def person(user_id: int) -> str:
    """The subject for somebody who is signed in."""
    return f"user:{user_id}"


def guest(address: str) -> str:
    """The subject for a guest: the same all day for an address, and no way back to it without our secret."""
    secret = runtime().settings.secret_key.get_secret_value()
    keyed = hmac.new(secret.encode(), f"{today()} {address}".encode(), "sha256")
    return f"guest:{keyed.hexdigest()[:48]}"


@contextmanager
def spending(subject: str, action: str, limit: int) -> Iterator[Allowance]:
    """Take one of today's `limit`; it is given back when the work inside the block is refused.

    Committed on its own before the block begins, so that no lock is held while the work goes on and two
    requests at once cannot share the last one. Raises `TooMany` with the seconds until midnight in Jakarta
    when nothing is left.
    """
    run = runtime().database.run
    used = run(lambda: _spend(subject, action, limit))
    try:
        yield _allowance(limit, used)
    except DomainError:
        run(lambda: _give_back(subject, action))
        raise


def allowance(subject: str, action: str, limit: int) -> Allowance:
    """What is left today, without taking any of it."""
    used = session().scalar(select(DailyUse.used).where(*_of(subject, action)))
    return _allowance(limit, used or 0)


def purge_old(limit: int = 1000) -> int:
    """Forget up to `limit` counts of days that are over; returns how many."""
    old = session().scalars(select(DailyUse.day).where(DailyUse.day < today()).limit(limit)).all()
    if old:
        session().execute(delete(DailyUse).where(DailyUse.day <= max(old)))
    return len(old)


def _spend(subject: str, action: str, limit: int) -> int:
    spent = _add_one(subject, action, limit) or _begin(subject, action)
    # Once more, because somebody may have begun the same day in the same moment.
    if not spent and not _add_one(subject, action, limit):
        raise TooMany("DAILY_QUOTA_USED_UP", retry_after=_seconds_left(), limit=limit)
    return session().scalars(select(DailyUse.used).where(*_of(subject, action))).one()


def _add_one(subject: str, action: str, limit: int) -> bool:
    more = update(DailyUse).where(*_of(subject, action), DailyUse.used < limit).values(used=DailyUse.used + 1)
    return bool(session().execute(more).rowcount)  # type: ignore[attr-defined]


def _begin(subject: str, action: str) -> bool:
    try:
        with session().begin_nested():
            session().add(DailyUse(subject=subject, action=action, day=today(), used=1))
    except IntegrityError:
        return False
    return True


def _give_back(subject: str, action: str) -> None:
    less = update(DailyUse).where(*_of(subject, action), DailyUse.used > 0).values(used=DailyUse.used - 1)
    session().execute(less)


def _of(subject: str, action: str) -> tuple[ColumnElement[bool], ...]:
    return DailyUse.subject == subject, DailyUse.action == action, DailyUse.day == today()


def _allowance(limit: int, used: int) -> Allowance:
    return Allowance(limit, max(0, limit - used), _midnight())


def _midnight() -> datetime:
    return datetime.combine(today() + timedelta(days=1), time(), JAKARTA)


def _seconds_left() -> int:
    return max(1, int((_midnight() - now()).total_seconds()))
