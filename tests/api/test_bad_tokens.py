"""Who is not let in: every operation against every kind of false token."""

import base64
import json
import time
import warnings
from typing import Any

import jwt
import pytest
from corpus import Case
from gauntlets import Gauntlet
from operations import Operation

from people import Person
from ruanghijau.app import RuangHijau

# Writing without a token is the exception: each is named here, so that none comes to be by forgetting.
OPEN_WRITES = {
    "POST /api/auth/register",
    "POST /api/auth/login",
    "POST /api/auth/refresh",
    "POST /api/auth/google",
    "POST /api/auth/forgot-password",
    "POST /api/auth/reset-password",
    "POST /api/auth/verify-email",
    "POST /api/posts/{post_id}/share",
    "POST /api/donations/callback",
    "POST /api/waste/detect",
    "POST /api/chatbot/chat",
}
UNDOCUMENTED = {"/api/openapi.json", "/api/docs/", "/api/docs/<path:path>", "/api/docs/dist/<path:filename>"}


@pytest.fixture
def false_tokens(app: RuangHijau, sari: Person, budi: Person) -> dict[str, str]:
    secret = app.config["JWT_SECRET_KEY"]
    own = jwt.decode(str(sari.token), options={"verify_signature": False})
    header, payload, signature = str(sari.token).split(".")
    now = int(time.time())
    budi.post("/api/auth/logout")

    def made(key: str | None = secret, algorithm: str = "HS256", **changes: Any) -> str:
        claims = {name: value for name, value in (own | changes).items() if value is not None}
        with warnings.catch_warnings(action="ignore"):  # of keys too short for their algorithm
            return jwt.encode(claims, key, algorithm=algorithm)

    return {
        "none": "",
        "a word": "abc",
        "three words": "a.b.c",
        "dots": "." * 60,
        "not latin": "t\u00f6ken",
        "controls": "a\tb",
        "8 KB": "x" * 8000,
        "header nested deeply": _encoded(b"[" * 3000) + f".{payload}.{signature}",
        "header is a list": _encoded(b"[]") + f".{payload}.{signature}",
        "without its signature": f"{header}.{payload}.",
        "cut off": str(sari.token)[:-3],
        "two joined": f"{sari.token}{sari.token}",
        "another payload": f"{header}.{_encoded(json.dumps(own | {'sub': '1'}).encode())}.{signature}",
        "unsigned": made(None, "none"),
        "signed with a guess": made("development-only-secret-do-not-use-it"),
        "signed with another method": made(algorithm="HS384"),
        "expired": made(exp=now - 60),
        "expired long ago": made(exp=0, iat=0, nbf=0),
        "not valid yet": made(nbf=now + 3600),
        "never expires, of nobody": made(exp=None, sub=None),
        "a refresh token": str(sari.account["refresh_token"]),
        "of nobody": made(sub="0"),
        "of somebody else": made(sub=str(budi.id)),
        "of a number": made(sub=sari.id),
        "of SQL": made(sub="1 OR 1=1"),
        "of no session": made(sid=None),
        "of an unknown session": made(sid="0" * 32),
        "of a session of SQL": made(sid="' OR 1=1 -- "),
        "of a session that is a list": made(sid=["x"]),
        "of a session without end": made(sid="x" * 5000),
        "of a session with NUL": made(sid="\x00"),
        "of an ended session": str(budi.token),
    }


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def test_a_false_token_opens_nothing(
    gauntlet: Gauntlet, guest: Person, api: list[Operation], false_tokens: dict[str, str]
) -> None:
    for operation in api:
        for name, token in false_tokens.items():
            if operation.needs_token or (operation.takes_token and token):
                headers = {"Authorization": f"Bearer {token}"} if token else {}
                gauntlet.run([_refused(operation, name, headers)], guest)


def test_other_ways_to_show_a_token_open_nothing(
    gauntlet: Gauntlet, guest: Person, api: list[Operation], sari: Person
) -> None:
    ways = {
        "Basic": {"Authorization": f"Basic {sari.token}"},
        "no scheme": {"Authorization": str(sari.token)},
        "two words": {"Authorization": f"Bearer {sari.token} x"},
        "empty": {"Authorization": ""},
        "scheme alone": {"Authorization": "Bearer"},
        "cookie": {"Cookie": f"access_token_cookie={sari.token}"},
        "other header": {"X-Authorization": f"Bearer {sari.token}"},
    }
    for operation in api:
        if operation.needs_token:
            gauntlet.run((_refused(operation, name, headers) for name, headers in ways.items()), guest)


def _refused(operation: Operation, name: str, headers: dict[str, str]) -> Case:
    options = {"headers": headers}
    return Case(f"{operation.name}: {name}", operation.method, operation.path, options, frozenset({401}))


def test_a_refusal_says_how_to_sign_in(guest: Person, api: list[Operation]) -> None:
    for operation in api:
        if operation.needs_token:
            response = guest.request(operation.method, operation.path.replace("{", "").replace("}", ""))
            assert response.status_code in (401, 404)
            assert response.status_code == 404 or response.headers["WWW-Authenticate"] == "Bearer"


def test_a_stale_token_does_not_keep_anybody_from_signing_in(sari: Person) -> None:
    sari.token = "basi"
    body = {"email": "sari@contoh.id", "password": "rahasia-sekali-7"}
    assert sari.post("/api/auth/login", body).status_code == 200


def test_nothing_is_written_without_a_token_but_what_is_meant_to(api: list[Operation]) -> None:
    open_writes = {one.name for one in api if one.method != "GET" and not one.needs_token}
    assert open_writes == OPEN_WRITES & {one.name for one in api}
    assert open_writes >= OPEN_WRITES


def test_every_route_is_in_the_document(app: RuangHijau, api: list[Operation]) -> None:
    documented = {one.name for one in api}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and rule.rule not in UNDOCUMENTED:
            path = rule.rule.replace("<int:", "{").replace("<", "{").replace(">", "}")
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                assert f"{method} {path}" in documented
