"""Reading a list page by page: by number, as people do, or by cursor, whose cost does not grow with depth."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from cachelib import SimpleCache
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.base import ExecutableOption

from ruanghijau.db.session import session
from ruanghijau.errors import Invalid

MAX_LIMIT = 50
DEFAULT_LIMIT = 20
# An offset costs what it skips; past this depth a reader has to follow the cursor.
MAX_OFFSET = 10_000
# Up to here a total is counted afresh, which is cheap; above, it may be as old as the cache below.
COUNT_LIMIT = 1_000
_totals = SimpleCache(threshold=500, default_timeout=60)

T = TypeVar("T")
Order = Sequence[InstrumentedAttribute[Any]]


@dataclass(frozen=True)
class PageRequest:
    """What a caller asks for: `page` counts from 1; a `cursor` wins over it."""

    page: int = 1
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page. `total` is exact up to 1,000 rows and at most a minute old above."""

    items: Sequence[T]
    total: int
    page: int
    next_cursor: str | None


def paginate(
    statement: Select[T],
    order: Order,
    request: PageRequest,
    *,
    newest_first: bool = True,
    options: Sequence[ExecutableOption] = (),
) -> Page[T]:
    """One page of `statement`, ordered by `order`: columns whose last one is unique.

    Costs two statements, or three when the total is large and not cached. Raises `Invalid` for a cursor
    that was not made here, or for a page too deep to count to.
    """
    rows = statement.order_by(*(column.desc() if newest_first else column for column in order))
    if request.cursor:
        rows = rows.where(_beyond(order, _decode(request.cursor, order), newest_first))
    else:
        rows = rows.offset(_offset(request))
    items = session().scalars(rows.options(*options).limit(request.limit + 1)).unique().all()
    more = len(items) > request.limit
    items = items[: request.limit]
    cursor = cursor_of(items[-1], order) if more else None
    return Page(items, _total(statement, order), request.page, cursor)


def _offset(request: PageRequest) -> int:
    offset = (request.page - 1) * request.limit
    if offset > MAX_OFFSET:
        raise Invalid.field("page", "page_too_deep", limit=MAX_OFFSET)
    return offset


def _beyond(order: Order, values: Sequence[Any], newest_first: bool) -> ColumnElement[bool]:
    # Written out because MySQL uses an index for `a <= x AND (a < x OR b < y)`, but not for (a, b) < (x, y).
    column, value = order[0], values[0]
    strictly: ColumnElement[bool] = column < value if newest_first else column > value
    if len(order) == 1:
        return strictly
    reached = column <= value if newest_first else column >= value
    return and_(reached, or_(strictly, _beyond(order[1:], values[1:], newest_first)))


def cursor_of(item: object, order: Order) -> str:
    """The opaque place of `item` in a list, from which the next page goes on."""
    values = [getattr(item, column.key) for column in order]
    plain = [v.isoformat() if isinstance(v, datetime) else v for v in values]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def _decode(cursor: str, order: Order) -> list[Any]:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        values = json.loads(raw)
        return [_typed(value, column) for value, column in zip(values, order, strict=True)]
    except (binascii.Error, ValueError, TypeError, OverflowError) as error:
        raise Invalid.field("cursor", "cursor") from error


def _typed(value: object, column: InstrumentedAttribute[Any]) -> object:
    wanted = column.type.python_type
    if wanted is datetime and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("a cursor's time has a zone")
        return moment.astimezone(UTC)
    if wanted is int and type(value) is int and abs(value) < 2**31:
        return value
    raise TypeError(f"a cursor does not hold {value!r}")


def _total(statement: Select[Any], order: Order) -> int:
    keys = statement.with_only_columns(order[-1]).order_by(None)
    counted = session().scalar(select(func.count()).select_from(keys.limit(COUNT_LIMIT + 1).subquery()))
    if (counted or 0) <= COUNT_LIMIT:
        return counted or 0
    compiled = keys.compile(session().get_bind())
    key = f"{session().get_bind()}|{compiled}|{sorted(compiled.params.items())}"
    total: int | None = _totals.get(key)
    if total is None:
        total = session().scalar(select(func.count()).select_from(keys.subquery())) or 0
        _totals.set(key, total)
    return total
