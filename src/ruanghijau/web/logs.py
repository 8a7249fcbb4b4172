"""Structured logs: one JSON object a line, each naming the request it belongs to."""

import logging

from pythonjsonlogger.json import JsonFormatter

from ruanghijau.config import Settings
from ruanghijau.web.requests import RequestIdFilter


def configure_logging(settings: Settings) -> None:
    """Send every log record to standard error as JSON, at LOG_LEVEL and above."""
    handler = logging.StreamHandler()
    handler.addFilter(RequestIdFilter())
    handler.setFormatter(
        JsonFormatter(
            ["levelname", "name", "message", "request_id"],
            timestamp=True,
            rename_fields={"levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
