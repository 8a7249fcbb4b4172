"""Rows as plain dictionaries, for somebody who asks what is kept about them."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Executable

from ruanghijau.db.session import session

Record = dict[str, Any]


def records(statement: Executable) -> list[Record]:
    """What `statement` selects, each row under the names of its columns; whole numbers as integers."""
    rows = session().execute(statement).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
