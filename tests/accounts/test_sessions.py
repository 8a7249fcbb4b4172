"""Signing in, refreshing, signing out, and being shut out."""

import time
from collections.abc import Callable

import jwt
import pytest
from sqlalchemy import update
from werkzeug.security import check_password_hash

from people import PASSWORD, Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau


def code(response) -> str:  # type: ignore[no-untyped-def]
    return str(response.json["error"]["code"])


def test_login_does_not_reveal_whether_an_address_is_known(guest: Person, sari: Person) -> None:
    wrong = guest.post("/api/auth/login", {"email": "sari@contoh.id", "password": "salah-sekali"})
    unknown = guest.post("/api/auth/login", {"email": "siapa@contoh.id", "password": "salah-sekali"})

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json["error"] == unknown.json["error"]
    assert code(wrong) == "INVALID_CREDENTIALS"


def test_an_unknown_address_costs_a_whole_password_check(
    guest: Person, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal of an unknown address does the same hashing as that of a known one, so it takes as long."""
    hashed: list[str] = []

    def check(stored: str, password: str) -> bool:
        hashed.append(stored.partition("$")[0])  # the method with its cost
        return check_password_hash(stored, password)

    monkeypatch.setattr("ruanghijau.accounts.passwords.check_password_hash", check)
    for email in ("sari@contoh.id", "siapa@contoh.id"):
        guest.post("/api/auth/login", {"email": email, "password": "salah-sekali"})
    assert hashed == ["scrypt:1024:8:1"] * 2


def test_logout_ends_the_session_at_the_next_request(sari: Person) -> None:
    assert sari.get("/api/auth/me").status_code == 200
    assert sari.post("/api/auth/logout").status_code == 200
    response = sari.get("/api/auth/me")
    assert response.status_code == 401
    assert code(response) == "SESSION_ENDED"


def test_logout_leaves_other_devices_signed_in(guest: Person, sari: Person) -> None:
    other = guest.post("/api/auth/login", {"email": "sari@contoh.id", "password": PASSWORD}).json
    sari.post("/api/auth/logout")
    guest.token = other["token"]
    assert guest.get("/api/auth/me").status_code == 200


def test_a_refresh_token_is_traded_once(guest: Person, sari: Person) -> None:
    first = guest.post("/api/auth/refresh", {"refresh_token": sari.account["refresh_token"]})
    assert first.status_code == 200
    second = guest.post("/api/auth/refresh", {"refresh_token": first.json["refresh_token"]})
    assert second.status_code == 200
    guest.token = second.json["token"]
    assert guest.get("/api/auth/me").json["username"] == "sari"


def test_a_spent_refresh_token_ends_the_whole_family(guest: Person, sari: Person) -> None:
    spent = sari.account["refresh_token"]
    fresh = guest.post("/api/auth/refresh", {"refresh_token": spent}).json

    reused = guest.post("/api/auth/refresh", {"refresh_token": spent})
    assert reused.status_code == 401
    assert code(reused) == "REFRESH_TOKEN_REUSED"

    after = guest.post("/api/auth/refresh", {"refresh_token": fresh["refresh_token"]})
    assert code(after) == "SESSION_ENDED"
    guest.token = fresh["token"]
    assert code(guest.get("/api/auth/me")) == "SESSION_ENDED"


def test_an_access_token_refreshes_nothing(guest: Person, sari: Person) -> None:
    response = guest.post("/api/auth/refresh", {"refresh_token": sari.token})
    assert response.status_code == 401
    assert code(response) == "TOKEN_INVALID"


def test_a_refresh_token_opens_nothing(guest: Person, sari: Person) -> None:
    guest.token = sari.account["refresh_token"]
    assert code(guest.get("/api/auth/me")) == "TOKEN_INVALID"


def test_a_ban_counts_from_the_next_request(app: RuangHijau, guest: Person, sari: Person) -> None:
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.username == "sari").values(is_active=False))

    assert code(sari.get("/api/auth/me")) == "ACCOUNT_BANNED"
    login = guest.post("/api/auth/login", {"email": "sari@contoh.id", "password": PASSWORD})
    assert login.status_code == 403
    refresh = guest.post("/api/auth/refresh", {"refresh_token": sari.account["refresh_token"]})
    assert refresh.status_code == 401


def forged(app: RuangHijau, sari: Person, **changes: object) -> str:
    claims = jwt.decode(str(sari.token), options={"verify_signature": False})
    return jwt.encode(claims | changes, app.config["JWT_SECRET_KEY"], algorithm="HS256")


def test_tokens_that_are_not_ours_are_refused(app: RuangHijau, guest: Person, sari: Person) -> None:
    claims = jwt.decode(str(sari.token), options={"verify_signature": False})
    bad = {
        "no token at all": ("", "UNAUTHORIZED"),
        "not a token": ("abc", "TOKEN_INVALID"),
        "another key": (jwt.encode(claims, "x" * 32, algorithm="HS256"), "TOKEN_INVALID"),
        "no signature": (jwt.encode(claims, "", algorithm="none"), "TOKEN_INVALID"),
        "expired": (forged(app, sari, exp=int(time.time()) - 60), "TOKEN_EXPIRED"),
        "another person": (forged(app, sari, sub="999999"), "SESSION_ENDED"),
        "unknown session": (forged(app, sari, sid="0" * 32), "SESSION_ENDED"),
    }
    for name, (token, expected) in bad.items():
        guest.token = token or None
        response = guest.get("/api/auth/me")
        assert (response.status_code, code(response)) == (401, expected), name
        assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_promoted_role_counts_at_once(app: RuangHijau, person: Callable[..., Person]) -> None:
    """The role comes from the database, not from a token that may be a day old."""
    sari, budi = person("sari"), person("budi")
    post = sari.send_form("POST", "/api/posts/create", content="halo").json["post_id"]
    assert budi.delete(f"/api/posts/{post}").status_code == 403
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.username == "budi").values(role="admin"))
    assert budi.delete(f"/api/posts/{post}").status_code == 200


@pytest.mark.parametrize("header", ["Basic abc", "Bearer", "Bearer a b", "bearer"])
def test_malformed_authorization_headers(guest: Person, header: str) -> None:
    response = guest.request("GET", "/api/auth/me", headers={"Authorization": header})
    assert response.status_code == 401
