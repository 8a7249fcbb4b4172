"""Opening the database: what each kind needs to behave like the others."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy import create_engine as sqlalchemy_create_engine

# How long a statement waits for another's lock before it gives up, in seconds.
LOCK_WAIT_SECONDS = 15
WRITE = {"ruanghijau_write": True}


def create_engine(database_url: str, pool_size: int = 10) -> Engine:
    """An engine for SQLite, MySQL or TiDB that keeps time in UTC and enforces foreign keys."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, pool_size)
    return _mysql_engine(url, pool_size)


def _mysql_engine(url: URL, pool_size: int) -> Engine:
    # READ COMMITTED: a row read after its lock was granted is the row as it is now, and InnoDB takes no
    # gap locks, from which most deadlocks come.
    return sqlalchemy_create_engine(
        url.update_query_dict({"charset": "utf8mb4"}),
        isolation_level="READ COMMITTED",
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_recycle=1800,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "init_command": (
                "SET time_zone = '+00:00', "
                f"innodb_lock_wait_timeout = {LOCK_WAIT_SECONDS}, "
                "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'"
            ),
        },
    )


def _sqlite_engine(url: URL, pool_size: int) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sqlalchemy_create_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        connect_args={"timeout": LOCK_WAIT_SECONDS},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another wrote in between; taking
    # the write lock at the start makes it wait its turn instead.
    write = connection.get_execution_options().get("ruanghijau_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
