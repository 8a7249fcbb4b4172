"""Numbers in addresses: only those that an id can have."""

from flask import Flask
from werkzeug.exceptions import NotFound
from werkzeug.routing import IntegerConverter

from ruanghijau.web.schemas import MAX_ID


class IdConverter(IntegerConverter):
    """`<int:id>` that no database has to turn down: what cannot be an id is a plain 404."""

    def to_python(self, value: str) -> int:
        # Werkzeug's own bounds would answer 405 here, when another method has the same address.
        if len(value) > len(str(MAX_ID)) or not 1 <= int(value) <= MAX_ID:
            raise NotFound
        return int(value)


def register(app: Flask) -> None:
    app.url_map.converters["int"] = IdConverter
    # An address has one spelling; Werkzeug would send `//api` on to `/api` with a page of HTML.
    app.url_map.merge_slashes = False
