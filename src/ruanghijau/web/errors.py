"""The one place where a failure becomes the documented envelope.

`{"success": false, "error": {"code", "message", "details": [{"field", "message"}]}, "request_id"}`
"""

import logging
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES

from ruanghijau import errors
from ruanghijau.db.session import is_away, is_contention
from ruanghijau.texts import has_text
from ruanghijau.web.language import say
from ruanghijau.web.requests import request_id

log = logging.getLogger(__name__)

STATUS: dict[type[errors.DomainError], int] = {
    errors.Invalid: 400,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooLarge: 413,
    errors.TooMany: 429,
    errors.Unavailable: 503,
}


def register(app: Flask) -> None:
    app.register_error_handler(errors.DomainError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def refusal(error: errors.DomainError) -> Response:
    """The envelope of a refusal whose transaction is to be kept, and which is therefore not raised."""
    return _domain_error(error)


def envelope(status: int, code: str, details: list[dict[str, str]], **params: object) -> Response:
    body = {
        "success": False,
        "error": {"code": code, "message": _message(code, status, params), "details": details},
        "request_id": request_id(),
    }
    response = jsonify(body)
    response.status_code = status
    return response


def _message(code: str, status: int, params: dict[str, Any]) -> str:
    # An HTTP status nobody raises on purpose still gets a sentence: that of its class.
    for key in (f"errors.{code}", f"errors.HTTP_{status // 100}XX"):
        if has_text(key):
            return say(key, **params)
    raise errors.DomainError("TEXT_MISSING")


def _domain_error(error: errors.DomainError) -> Response:
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    details = [
        {"field": d.field, "message": say(f"validation.{d.code}", **dict(d.params))} for d in error.details
    ]
    response = envelope(status, error.code, details, **error.params)
    if isinstance(error, errors.TooMany | errors.Unavailable):
        response.headers["Retry-After"] = str(error.retry_after)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    response = envelope(status, _code_of(status), [])
    for name, value in error.get_headers(request.environ):
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _code_of(status: int) -> str:
    return HTTP_STATUS_CODES.get(status, "ERROR").upper().replace(" ", "_").replace("-", "_")


def _unexpected(error: Exception) -> Response:
    if is_contention(error):
        return _domain_error(errors.Unavailable("BUSY", retry_after=1))
    if is_away(error):
        log.error("the database is away in %s %s: %s", request.method, request.path, error)
        return _domain_error(errors.Unavailable(retry_after=10))
    # What went wrong is for the log; the client gets the request's name to quote.
    log.exception("unhandled error in %s %s", request.method, request.path)
    return envelope(500, "INTERNAL_SERVER_ERROR", [])
