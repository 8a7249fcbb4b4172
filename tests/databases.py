"""Databases for tests: one of each kind, migrated once and emptied after each test."""

import shutil
from pathlib import Path
from typing import Protocol

from sqlalchemy import create_engine as plain_engine
from sqlalchemy import make_url, text

from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine
from ruanghijau.schema import metadata


class DatabaseKind(Protocol):
    def fresh(self) -> str:
        """The URL of a migrated database without rows."""
        ...

    def clean(self) -> None:
        """Forget what a test wrote."""
        ...


class SqliteDatabases:
    """A migrated file, copied for each test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        engine = create_engine(f"sqlite:///{folder}/template.db")
        migrate.upgrade(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()

    def fresh(self) -> str:
        self._number += 1
        path = self._folder / f"{self._number}.db"
        shutil.copy(self._folder / "template.db", path)
        return f"sqlite:///{path}"

    def clean(self) -> None:
        for path in self._folder.glob(f"{self._number}.db*"):
            path.unlink()


class MysqlDatabases:
    """One database a test process, emptied after each test."""

    def __init__(self, server_url: str, worker: str) -> None:
        self._name = f"ruanghijau_test_{worker}"
        self._server = plain_engine(server_url, isolation_level="AUTOCOMMIT")
        self._run(f"DROP DATABASE IF EXISTS {self._name}", f"CREATE DATABASE {self._name}")
        self.url = make_url(server_url).set(database=self._name).render_as_string(hide_password=False)
        engine = create_engine(self.url)
        migrate.upgrade(engine)
        engine.dispose()

    def fresh(self) -> str:
        return self.url

    def clean(self) -> None:
        deletes = [f"DELETE FROM {self._name}.{table.name}" for table in metadata.sorted_tables]
        self._run("SET FOREIGN_KEY_CHECKS = 0", *deletes, "SET FOREIGN_KEY_CHECKS = 1")

    def drop(self) -> None:
        self._run(f"DROP DATABASE {self._name}")
        self._server.dispose()

    def _run(self, *statements: str) -> None:
        with self._server.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
