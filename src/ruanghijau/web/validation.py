"""Reading a request into a Pydantic model, with errors worded for people.

APIFlask's own adapter answers with Pydantic's English messages; this one keeps the error's type and its
numbers, which the catalogue turns into a sentence in the language of the request.
"""

from typing import Any

from apiflask.schema_adapters.pydantic import PydanticAdapter
from apiflask.schema_adapters.registry import registry
from flask import Request
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from ruanghijau.errors import FieldError, Invalid
from ruanghijau.texts import has_text
from ruanghijau.web.schemas import Output

FALLBACK = "invalid"


class WordedPydanticAdapter(PydanticAdapter):
    """Validates each place of a request; `VALIDATION_ERROR` names every field that is wrong."""

    def validate_input(self, request: Request, location: str, **kwargs: Any) -> BaseModel:
        try:
            return self.model_class.model_validate(self._data(request, location))
        except ValidationError as error:
            details = [_field_error(e) for e in error.errors(include_url=False)]
            raise Invalid(details=details) from error

    def _data(self, request: Request, location: str) -> Any:
        if location == "json":
            return _json(request)
        if location == "query":
            return {name: _single(values) for name, values in request.args.lists()}
        if location == "headers":
            return _headers(request, self.model_class)
        if location == "form_and_files":
            return _form(request) | _files(request)
        raise ValueError(f"no route reads input from {location!r}")

    def get_openapi_schema(self, **kwargs: Any) -> dict[str, Any]:
        # What goes out is described as it goes out: a Decimal as the integer it becomes.
        mode = "serialization" if issubclass(self.model_class, Output) else "validation"
        return super().get_openapi_schema(**kwargs | {"mode": mode})


def register() -> None:
    """Make this adapter the one that APIFlask uses for Pydantic models."""
    registry.register("pydantic", WordedPydanticAdapter)


def _json(request: Request) -> Any:
    # Only what says it is JSON: a form posted across sites cannot say so without a preflight.
    if not request.is_json:
        raise UnsupportedMediaType
    _refuse_cut_off(request)
    try:
        return request.get_json()
    except (BadRequest, RecursionError, UnicodeDecodeError) as error:
        raise Invalid("INVALID_JSON") from error


def _refuse_cut_off(request: Request) -> None:
    # Of a body that does not tell its length Werkzeug reads what is allowed and keeps silent about the rest.
    limit = request.max_content_length
    if request.content_length is None and limit is not None and len(request.get_data()) >= limit:
        raise RequestEntityTooLarge


def _headers(request: Request, model: type[BaseModel]) -> dict[str, Any]:
    """Of all that a client sends along, the headers that the model names."""
    names = (field.alias or name for name, field in model.model_fields.items())
    return {name: request.headers[name] for name in names if name in request.headers}


def _form(request: Request) -> dict[str, Any]:
    if request.mimetype not in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        raise UnsupportedMediaType
    return {name: _single(values) for name, values in request.form.lists()}


def _files(request: Request) -> dict[str, Any]:
    # A browser sends an empty, nameless part for a file nobody chose.
    return {name: file for name, file in request.files.items() if file.filename}


def _single(values: list[str]) -> str | list[str]:
    # A field given twice stays a list, which a schema that wants one value then refuses.
    return values[0] if len(values) == 1 else values


def _field_error(error: ErrorDetails) -> FieldError:
    code = error["type"] if has_text(f"validation.{error['type']}") else FALLBACK
    field = ".".join(str(part) for part in error["loc"]) or "body"
    params = {k: v for k, v in error.get("ctx", {}).items() if isinstance(v, str | int | float)}
    if "expected" in params:  # Pydantic's list of choices ends in English
        params["expected"] = str(params["expected"]).replace(" or ", ", ")
    return FieldError(field, code, tuple(params.items()))
