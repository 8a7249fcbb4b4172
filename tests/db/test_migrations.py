"""Migrations make the tables that the models describe, and take them away again."""

import re
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine
from ruanghijau.schema import metadata


@pytest.fixture
def engine(database_url: str) -> Any:
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


def definitions(engine: Engine) -> dict[str, list[str]]:
    """What the database itself says each table is, as text; the order of lines does not count."""
    tables = {}
    with engine.connect() as connection:
        for name in inspect(engine).get_table_names():
            if engine.dialect.name == "mysql":
                ddl = connection.execute(text(f"SHOW CREATE TABLE {name}")).one()[1]
            else:
                rows = connection.execute(
                    text("SELECT sql FROM sqlite_master WHERE tbl_name = :name AND sql IS NOT NULL"),
                    {"name": name},
                )
                ddl = "\n".join(row[0] for row in rows)
            ddl = re.sub(r" AUTO_INCREMENT=\d+", "", ddl)  # where an earlier test left the counter
            tables[name] = sorted(line.strip().rstrip(",") for line in ddl.splitlines())
    tables.pop("alembic_version", None)
    return tables


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
