"""Migrations make the tables that the models describe, and take them away again."""

import re
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, inspect, text

from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine
from ruanghijau.schema import metadata


@pytest.fixture
def engine(database_url: str) -> Any:
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


def definitions(engine: Engine) -> dict[str, list[str]]:
    """What the database itself says each table is, part by part; the order of parts does not count."""
    read = _mysql_parts if engine.dialect.name == "mysql" else _sqlite_parts
    with engine.connect() as connection:
        tables = {name: sorted(read(connection, name)) for name in inspect(engine).get_table_names()}
    tables.pop("alembic_version", None)
    return tables


def _mysql_parts(connection: Connection, table: str) -> list[str]:
    ddl = connection.execute(text(f"SHOW CREATE TABLE {table}")).one()[1]
    ddl = re.sub(r" AUTO_INCREMENT=\d+", "", ddl)  # where an earlier test left the counter
    return [line.strip().rstrip(",") for line in ddl.splitlines()]


def _sqlite_parts(connection: Connection, table: str) -> list[str]:
    """SQLite keeps the words a table was made with, and appends to them what came later."""
    query = text("SELECT type, sql FROM sqlite_master WHERE tbl_name = :table AND sql IS NOT NULL")
    parts = []
    for kind, sql in connection.execute(query, {"table": table}):
        parts += _at_top_level(sql) if kind == "table" else [sql]
    return [" ".join(part.replace('"', "").split()) for part in parts]


def _at_top_level(ddl: str) -> list[str]:
    """The parts between the outer parentheses; commas deeper inside do not divide."""
    inside = ddl[ddl.index("(") + 1 : ddl.rindex(")")]
    parts, depth = [""], 0
    for sign in inside:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def test_migrations_and_models_make_the_same_tables(engine: Engine) -> None:
    migrated = definitions(engine)
    migrate.downgrade(engine, "base")
    metadata.create_all(engine)
    created = definitions(engine)
    metadata.drop_all(engine)
    migrate.upgrade(engine)

    assert migrated == created
    assert set(migrated) == set(metadata.tables)


def test_downgrade_takes_every_table_away_and_upgrade_brings_them_back(engine: Engine) -> None:
    migrate.downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    assert not migrate.is_current(engine)

    migrate.upgrade(engine)
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    assert migrate.is_current(engine)


def test_upgrade_may_be_repeated(engine: Engine) -> None:
    before = definitions(engine)
    migrate.upgrade(engine)
    assert definitions(engine) == before
