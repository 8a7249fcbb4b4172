"""Numbers in addresses: only those that an id can have."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter

from ruanghijau.web.schemas import MAX_ID


class IdConverter(IntegerConverter):
    """`<int:id>` that no database has to turn down: what cannot be an id is a plain 404."""

    def __init__(self, map: Any, *args: Any, **kwargs: Any) -> None:
        kwargs = {"min": 1, "max": MAX_ID} | kwargs
        super().__init__(map, *args, **kwargs)


def register(app: Flask) -> None:
    app.url_map.converters["int"] = IdConverter
