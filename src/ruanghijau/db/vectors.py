"""A column that holds an embedding."""

import sys
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class Vector(TypeDecorator[Sequence[float]]):
    """32-bit floats, little-endian, one after another: the form that sqlite-vec reads as it is.

    How many there are is the embedder's business, so the column does not fix it.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sequence[float] | None, dialect: Dialect) -> bytes | None:
        return None if value is None else _little_endian(array("f", value)).tobytes()

    def process_result_value(self, value: Any, dialect: Dialect) -> Sequence[float] | None:
        return None if value is None else _little_endian(array("f", bytes(value)))


def _little_endian(numbers: "array[float]") -> "array[float]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
