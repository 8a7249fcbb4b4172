"""What Schemathesis has to know of this API: how one signs in, and which refusals no schema can express."""

import os
import secrets
import threading
from typing import Any

import httpx
import schemathesis

URL = os.environ["FUZZ_URL"]
# user, guest, or mixed: a user who forgets the token every third time
ROLE = os.environ["FUZZ_ROLE"]
PASSWORD = "rahasia-sekali-7"
# The only refusals of input that is valid by its schema: 400s in which every field named is one of these.
# Everything else that Schemathesis finds counts.
BEYOND_SCHEMAS = {
    "amount": "more than DONATION_MAXIMUM: a setting, not a bound of the column",
    "cursor": "an opaque text made by the server, which no schema tells from any other text",
    "image": "bytes that are no picture: for a schema a file is any bytes",
    "receipt": "the same",
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


_mine = threading.local()
_client = httpx.Client(base_url=URL, timeout=30)
# How many requests a token is used for before it is looked at whether one of them ended its session.
TRUSTED_FOR = 20


class Account:
    """Somebody who is signed in; one and the same in each thread, so that they meet what they made."""

    def get(self, case: Any, context: Any) -> str:
        _mine.uses = getattr(_mine, "uses", 0) + 1
        if _mine.uses % TRUSTED_FOR == 1 and not _is_good(getattr(_mine, "token", "")):
            _mine.token = _register()
        return str(_mine.token)

    def set(self, case: Any, data: str, context: Any) -> None:
        if ROLE == "user" or _mine.uses % 3:
            case.headers = case.headers or {}
            case.headers["Authorization"] = f"Bearer {data}"


def _is_good(token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return bool(token) and _client.get("/api/auth/me", headers=headers).status_code == 200


def _register() -> str:
    name = f"uji{secrets.token_hex(8)}"
    body = {"email": f"{name}@contoh.id", "password": PASSWORD, "username": name}
    answer = _client.post("/api/auth/register", json=body)
    answer.raise_for_status()
    return str(answer.json()["token"])


def _look_again_after(context: Any, case: Any, response: Any) -> None:
    if case.path in ENDS_SESSIONS and case.method.upper() != "GET" and response.status_code < 300:
        _mine.uses = 0


ENDS_SESSIONS = {"/api/auth/logout", "/api/auth/me"}

if ROLE != "guest":
    schemathesis.auth(refresh_interval=None)(Account)
    schemathesis.hook("after_call")(_look_again_after)
