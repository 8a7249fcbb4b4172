"""What Schemathesis has to know about this API: how one signs in, and which refusals no schema can express."""

import os
import secrets
import threading
from typing import Any

import httpx
import schemathesis

URL = os.environ["FUZZ_URL"]
PASSWORD = "rahasia-sekali-7"
# The only refusals of input that is valid by its schema: 400s in which every field named is one of these.
# Everything else that Schemathesis finds counts.
BEYOND_SCHEMAS = {
    "cursor": "an opaque text made by the server, which no schema tells from any other text",
    "image": "bytes that are no picture: for a schema a file is any bytes",
    "page": "a page beyond the 10,000th item, a product of two parameters; the answer names the cursor",
    "email": "JSON Schema leaves open what an address is; a label of over 63 letters is none by RFC 1035",
    "end_date": "a day that has passed, or that lies before `start_date`: a schema knows neither",
    "start_date": "a day that lies after `end_date`",
}


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    if failure.code != "ST202" or response.status_code != 400:
        return True
    named = {detail["field"] for detail in response.json()["error"]["details"]}
    return not named or not named <= set(BEYOND_SCHEMAS)


_current = threading.local()
_client = httpx.Client(base_url=URL, timeout=30)


class Account:
    """Somebody who is signed in: a fresh person after each call that may have ended the session."""

    def get(self, case: Any, context: Any) -> str:
        if not getattr(_current, "token", None):
            _current.token = _register()
        return str(_current.token)

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"


def _register() -> str:
    name = f"uji{secrets.token_hex(8)}"
    body = {"email": f"{name}@contoh.id", "password": PASSWORD, "username": name}
    answer = _client.post("/api/auth/register", json=body)
    answer.raise_for_status()
    return str(answer.json()["token"])


def _forget_ended_session(context: Any, case: Any, response: Any) -> None:
    writes = case.method.upper() != "GET"
    if writes and case.path.startswith("/api/auth/") and response.status_code < 300:
        _current.token = None


if os.environ["FUZZ_ROLE"] == "user":
    schemathesis.auth(refresh_interval=None)(Account)
    schemathesis.hook("after_call")(_forget_ended_session)
