"""A name for every request, and one line in the log about it."""

import logging
import secrets
import time
from contextvars import ContextVar

from flask import Flask, Response, g, request

log = logging.getLogger("ruanghijau.access")
_request_id: ContextVar[str] = ContextVar("request_id", default="-")


def request_id() -> str:
    """The name of the request in progress, or `-` outside of one."""
    return _request_id.get()


class RequestIdFilter(logging.Filter):
    """Puts the request's name on every log record, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id()
        return True


def register(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_finish)


def _begin() -> None:
    _request_id.set(f"req_{secrets.token_hex(8)}")
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    response.headers["X-Request-ID"] = request_id()
    response.headers["X-Content-Type-Options"] = "nosniff"
    milliseconds = round((time.perf_counter() - g.started) * 1000, 1) if "started" in g else None
    log.info(
        "request",
        extra={
            "method": request.method,
            "path": request.path,
            "endpoint": request.endpoint,
            "status": response.status_code,
            "duration_ms": milliseconds,
        },
    )
    return response
