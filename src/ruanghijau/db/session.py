"""The unit of work: one transaction a request or job, and one owner of it.

Services call `session()` and flush; whoever opened the transaction commits it. What must only happen once
the rows are safe (waking the worker, dropping a cache entry, deleting a file) is given to `after_commit`.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from ruanghijau.db.engine import WRITE

log = logging.getLogger(__name__)

_current: ContextVar[Session | None] = ContextVar("session", default=None)
_AFTER_COMMIT = "after_commit"
_AFTER_ROLLBACK = "after_rollback"

# A transaction that lost to another is run again; whoever loses this often meets a database in trouble.
ATTEMPTS = 5

T = TypeVar("T")

# MySQL: deadlock found, lock wait timeout. TiDB: write conflict. SQLite says it in words.
_CONTENTION_CODES = frozenset({1213, 1205, 9007, 8002})
# MySQL's client: no connection, gone away, lost; its server: too many connections, shutting down.
_AWAY_CODES = frozenset({2002, 2003, 2006, 2013, 1040, 1053})


class NoTransaction(RuntimeError):
    """A service ran outside of any transaction: a defect of the caller."""


def session() -> Session:
    """The session of the transaction in progress."""
    current = _current.get()
    if current is None:
        raise NoTransaction("no transaction is open here")
    return current


def after_commit(action: Callable[[], None]) -> None:
    """Run `action` once the transaction in progress is committed; never if it is rolled back."""
    session().info.setdefault(_AFTER_COMMIT, []).append(action)


def after_rollback(action: Callable[[], None]) -> None:
    """Run `action` if the transaction in progress is rolled back: to take back a written file."""
    session().info.setdefault(_AFTER_ROLLBACK, []).append(action)


def is_contention(error: BaseException) -> bool:
    """Whether the database gave this transaction up for another's sake, so that running it again helps."""
    return _code(error) in _CONTENTION_CODES or (
        isinstance(error, DBAPIError) and "database is locked" in str(error.orig)
    )


def is_away(error: BaseException) -> bool:
    """Whether the database could not be reached, so that the same request may succeed later."""
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, PoolTimeout) or _code(error) in _AWAY_CODES


def _code(error: BaseException) -> object:
    """The number that the database gave its error; None where it gave none."""
    if not isinstance(error, DBAPIError) or error.orig is None or not error.orig.args:
        return None
    return error.orig.args[0]


class Database:
    """One database and the transactions on it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(**WRITE)

    def run(self, action: Callable[[], T]) -> T:
        """Do `action` in a transaction of its own, again when it lost to another; returns what it returns.

        For what must be committed before the next step, such as a call to somebody else's service.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self.transaction():
                    return action()
            except DBAPIError as error:
                if attempt == ATTEMPTS or not is_contention(error):
                    raise
        raise AssertionError("the loop returns or raises")

    @contextmanager
    def transaction(self, *, write: bool = True) -> Iterator[Session]:
        """Open a unit of work; nothing is sent to the database before the first statement.

        Commits at the end, rolls back when an exception leaves the block, and raises it again.
        """
        with Session(self._writer if write else self.engine, expire_on_commit=False) as current:
            token = _current.set(current)
            try:
                yield current
                current.commit()
            except BaseException:
                current.rollback()
                _run(current, _AFTER_ROLLBACK)
                raise
            finally:
                _current.reset(token)
        _run(current, _AFTER_COMMIT)


def _run(finished: Session, when: str) -> None:
    for action in finished.info.pop(when, []):
        try:
            action()
        except Exception:  # the rows are safe already; one failed side effect must not hide that
            log.exception("an action %s failed", when)
