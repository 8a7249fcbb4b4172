"""The documented envelope of errors, held against every error that a test meets."""

import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from ruanghijau.texts import Language, catalogue

# What only the inside of the server, or of its database, would say.
LEAKS = re.compile(
    r"Traceback|File \"|\.py\b|sqlalchemy|pymysql|sqlite|werkzeug|flask|pydantic|IntegrityError"
    r"|OperationalError|Duplicate entry|UNIQUE constraint|\bSELECT\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b"
    r"|<!doctype|<html|0x[0-9a-f]{6}|object at",
    re.IGNORECASE,
)
REQUEST_ID = re.compile(r"req_[0-9a-f]{16}")


class Envelope:
    """Checks answers against the envelope that the API's own document describes."""

    def __init__(self, document: dict[str, Any]) -> None:
        reference = {"$ref": "#/components/schemas/ErrorEnvelope", "components": document["components"]}
        self._schema = Draft202012Validator(reference)
        self._valid: set[tuple[str, bool]] = set()

    def check(self, response: TestResponse, language: Language = "id") -> dict[str, Any]:
        """The error in an answer, after all that must hold for one was asserted."""
        assert response.content_type == "application/json", response.content_type
        body: dict[str, Any] = response.json
        error = body["error"]
        shape = error["code"], bool(error["details"])
        if shape not in self._valid:  # validating is slow, and the rest below is stricter
            self._schema.validate(body)
            self._valid.add(shape)
        # The schema allows more than it names; the envelope does not.
        assert set(body) == {"success", "error", "request_id"}, body
        assert set(error) == {"code", "message", "details"}, error
        assert all(set(detail) == {"field", "message"} for detail in error["details"]), error
        assert re.fullmatch(r"[A-Z][A-Z0-9_]+", error["code"]), error["code"]
        assert body["request_id"] == response.headers["X-Request-ID"]
        assert REQUEST_ID.fullmatch(body["request_id"])
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert not (leak := LEAKS.search(response.text)), f"{leak}: {response.text}"
        _check_wording(error, language)
        return dict(error)


def _check_wording(error: dict[str, Any], language: Language) -> None:
    assert _sentences("errors.", language).fullmatch(error["message"]), error["message"]
    for detail in error["details"]:
        assert _sentences("validation.", language).fullmatch(detail["message"]), detail["message"]


@cache
def _sentences(prefix: str, language: Language) -> re.Pattern[str]:
    """All that the catalogue of this language can say under `prefix`, with anything in its places."""
    texts = [text for key, text in catalogue(language).items() if key.startswith(prefix)]
    return re.compile("|".join(re.sub(r"\\{\w+\\}", "[^{}]*", re.escape(text)) for text in texts))
