"""Column types that mean the same on SQLite, MySQL and TiDB."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Dialect, Enum, Integer, Numeric
from sqlalchemy.dialects.mysql import LONGTEXT
from sqlalchemy.dialects.mysql import TIMESTAMP as MYSQL_TIMESTAMP
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TIMESTAMP, Text, TypeDecorator, TypeEngine

E = TypeVar("E", bound=StrEnum)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC `datetime`, kept to the microsecond.

    MySQL's TIMESTAMP drops fractions unless it is asked for six digits; SQLite has no time type at all.
    A naive value is refused, because nobody can tell which zone it was meant in.
    """

    impl = TIMESTAMP
    cache_ok = True
    python_type = datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "mysql":
            return dialect.type_descriptor(MYSQL_TIMESTAMP(fsp=6))
        return dialect.type_descriptor(TIMESTAMP())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored; give it a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Rupiah(TypeDecorator[Decimal]):
    """Whole rupiah as `Decimal`; an integer in SQLite, which would otherwise keep a float."""

    impl = Numeric(12, 2)
    cache_ok = True
    python_type = Decimal

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Integer())
        return dialect.type_descriptor(Numeric(12, 2))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | int | None:
        if value is None:
            return None
        if value != value.to_integral_value():
            raise ValueError("money is whole rupiah")
        return int(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(int(value))


class utc_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function it renders
    """The database's own clock, as a column default."""

    type = UtcDateTime()
    inherit_cache = True


@compiles(utc_now)
def _utc_now(element: utc_now, compiler: Any, **kw: Any) -> str:
    return "CURRENT_TIMESTAMP"


@compiles(utc_now, "mysql")
def _utc_now_mysql(element: utc_now, compiler: Any, **kw: Any) -> str:
    return "CURRENT_TIMESTAMP(6)"


def enum_type(choices: type[StrEnum], name: str) -> Enum:
    """ENUM on MySQL, a checked VARCHAR on SQLite, holding the members' values."""
    return Enum(
        choices,
        name=name,
        values_callable=lambda members: [member.value for member in members],
        create_constraint=True,
        validate_strings=True,
    )


def enum_column(choices: type[E], name: str, default: E) -> MappedColumn[E]:
    """A column of `enum_type` that begins as `default`, in Python and in SQL."""
    return mapped_column(enum_type(choices, name), default=default, server_default=default.value)


def long_text() -> Text:
    """TEXT, which on MySQL is LONGTEXT: its TEXT ends at 65,535 bytes."""
    return Text().with_variant(LONGTEXT(), "mysql")
