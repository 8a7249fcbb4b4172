"""Files in a form, and how the stored ones are served."""

from typing import Annotated, Any

from flask import Response
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from werkzeug.datastructures import FileStorage

YEAR_SECONDS = 365 * 24 * 3600


def _is_file(value: Any) -> FileStorage | None:
    if isinstance(value, FileStorage):
        return value
    # An empty text stands where a form has a file field that nobody filled.
    if value is None or value == "":
        return None
    raise PydanticCustomError("file", "a file is expected")


def _is_given(value: Any) -> FileStorage:
    file = _is_file(value)
    if file is None:
        raise PydanticCustomError("missing", "a file is required")
    return file


UploadedFile = Annotated[
    Any, BeforeValidator(_is_file), WithJsonSchema({"type": "string", "format": "binary"})
]
# A file that has to be there: a field left empty is refused.
RequiredFile = Annotated[
    Any, BeforeValidator(_is_given), WithJsonSchema({"type": "string", "format": "binary"})
]


def stored_file(data: bytes, content_type: str) -> Response:
    """A stored file, named at random and never changed: it may be cached for good, and can never run."""
    response = Response(data, content_type=content_type)
    response.headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
