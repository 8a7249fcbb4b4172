"""Alembic's entry: runs the migrations on the connection that `ruanghijau.db.migrate` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, Text

from ruanghijau.db.types import Rupiah, UtcDateTime, utc_now
from ruanghijau.db.vectors import Vector
from ruanghijau.schema import metadata


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own types and defaults into a migration by the names it imports them under."""
    if kind == "type" and isinstance(item, UtcDateTime | Rupiah | Vector):
        return f"{type(item).__name__}()"
    if kind == "type" and isinstance(item, Text) and item._variant_mapping:
        return "long_text()"
    if kind == "server_default" and isinstance(getattr(item, "arg", None), utc_now):
        return "utc_now()"
    return False


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_item=render_item,
    compare_type=True,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
