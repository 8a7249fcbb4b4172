"""What every table shares."""

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from ruanghijau.db.types import UtcDateTime, utc_now

# Constraints need names that are the same everywhere: a migration can only drop what it can name.
NAMING = {
    "ix": "idx_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# MySQL would otherwise follow the server's default, which decides what fits and what sorts equal.
TABLE_OPTIONS = {"mysql_charset": "utf8mb4", "mysql_collate": "utf8mb4_0900_ai_ci"}


def table_args(*parts: SchemaItem) -> Any:
    """`__table_args__` of a table that has indexes or constraints of its own."""
    return (*parts, TABLE_OPTIONS)


IntPk = Annotated[int, mapped_column(primary_key=True, autoincrement=True)]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    __table_args__: Any = TABLE_OPTIONS


def now() -> datetime:
    """The present moment, aware and in UTC: the only clock that code reads."""
    return datetime.now(UTC)


class Created:
    """`created_at`, set once."""

    created_at: Mapped[datetime] = mapped_column(
        UtcDateTime, default=now, server_default=utc_now(), nullable=False
    )


def _as_created(context: Any) -> datetime:
    """A row that nobody edited yet was updated when it was created: to the microsecond."""
    moment: datetime | None = context.get_current_parameters().get("created_at")
    return moment or now()


class Updated:
    """`updated_at`, moved by an edit.

    A counter must not count as an edit: statements that move one keep `updated_at` as it is.
    """

    updated_at: Mapped[datetime] = mapped_column(
        UtcDateTime, default=_as_created, onupdate=now, server_default=utc_now(), nullable=False
    )
