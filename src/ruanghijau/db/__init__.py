"""The database: one session a unit of work, column types, and the migrations."""

from ruanghijau.db.base import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.session import Database, after_commit, after_rollback, session

__all__ = [
    "Base",
    "Created",
    "Database",
    "IntPk",
    "Updated",
    "after_commit",
    "after_rollback",
    "now",
    "session",
    "table_args",
]
