"""The queue between whoever writes something to be done and the worker that does it.

It carries nothing but a nudge: what is to be done stands in the database, so a queue that is lost or down
delays things until the worker's next round and loses none.
"""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from huey import Huey, MemoryHuey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer
from sqlalchemy import make_url

from ruanghijau.config import Environment, Settings

NAME = "ruanghijau"
# In seconds. A nudge that is older has been overtaken by the worker's round, which comes each minute.
NUDGE_LIFETIME = 60
# Redis, in seconds: a request must not wait long for a nudge that may as well be lost.
CONNECT_TIMEOUT, ANSWER_TIMEOUT = 1, 5

log = logging.getLogger(__name__)


def open_queue(settings: Settings) -> Huey:
    """Redis where REDIS_URL names one, memory in tests, a file beside the database otherwise."""
    secret = settings.secret_key.get_secret_value()
    # Messages are pickles: only what a process of this platform signed is ever opened.
    options: dict[str, Any] = {"results": False, "serializer": SignedSerializer(secret, salt=NAME)}
    if settings.redis_url:
        return RedisHuey(NAME, connection_pool=_redis_pool(settings.redis_url), **options)
    if settings.app_env is Environment.testing:
        return MemoryHuey(NAME, **options)
    path = queue_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    return SqliteHuey(NAME, filename=str(path), fsync=False, **options)


def queue_file(settings: Settings) -> Path:
    """Beside an SQLite database, and in `var` for a database that is no file."""
    url = make_url(settings.sqlalchemy_url)
    is_file = url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:"
    return Path(f"{url.database}-queue") if is_file else Path("var/queue.db")


def nudge_task(queue: Huey, action: Callable[[], object]) -> Callable[[], Any]:
    """The task that sends mails now; called, it puts itself into the queue."""

    @queue.task(name="nudge", expires=NUDGE_LIFETIME)  # type: ignore[untyped-decorator]
    def nudge() -> None:
        action()

    enqueue: Callable[[], Any] = nudge
    return enqueue


def waker(settings: Settings) -> Callable[[], None]:
    """What wakes the worker of these settings. The queue is opened the first time that it is needed."""

    @cache
    def opened() -> Callable[[], Any]:
        return nudge_task(open_queue(settings), lambda: None)

    def wake() -> None:
        try:
            opened()()
        except Exception:  # the queue is down; the worker's next round finds the mail all the same
            log.warning("the worker could not be woken", exc_info=True)

    return wake


def _redis_pool(url: str) -> Any:
    from redis import ConnectionPool  # an extra: only who configures Redis has it

    return ConnectionPool.from_url(url, socket_connect_timeout=CONNECT_TIMEOUT, socket_timeout=ANSWER_TIMEOUT)
