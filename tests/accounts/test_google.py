"""Signing in with Google: real RS256 tokens against keys served on loopback."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import google_peer as google
import pytest
from google_peer import KeyServer
from sqlalchemy import update
from werkzeug.test import TestResponse

from mails import mails_to, token_in
from people import PASSWORD, Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings


@pytest.fixture
def keys() -> Iterator[KeyServer]:
    with google.key_server() as server:
        yield server


@pytest.fixture
def settings(settings: Settings, keys: KeyServer) -> Settings:
    return settings.model_copy(update={"google_client_id": google.CLIENT_ID, "google_keys_url": keys.url})


def sign_in(guest: Person, token: str) -> TestResponse:
    return guest.post("/api/auth/google", {"google_token": token})


def refused(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.json["error"]["code"]


def log_in(guest: Person) -> int:
    body = {"email": "sari@contoh.id", "password": PASSWORD}
    return guest.post("/api/auth/login", body).status_code


def test_the_first_time_makes_the_account_and_the_next_finds_it(guest: Person) -> None:
    first = sign_in(guest, google.signed())
    assert first.status_code == 200, first.json
    assert first.json["is_new_user"] is True
    me = first.json["user_data"]
    assert (me["email"], me["username"], me["full_name"]) == ("sari@contoh.id", "sari", "Sari Lestari")
    assert (me["is_verified"], me["has_password"]) == (True, False)

    again = sign_in(guest, google.signed(email="pindah@contoh.id", name="Sari L."))
    assert (again.json["is_new_user"], again.json["user_id"]) == (False, first.json["user_id"])
    guest.token = again.json["token"]
    assert guest.get("/api/auth/me").json["email"] == "sari@contoh.id"


@pytest.mark.parametrize("issuer", ["https://accounts.google.com", "accounts.google.com"])
def test_both_of_googles_issuers_are_known(guest: Person, issuer: str) -> None:
    assert sign_in(guest, google.signed(iss=issuer)).status_code == 200


def test_a_taken_username_gets_a_suffix(guest: Person, person: Callable[..., Person]) -> None:
    person("sari", email="lain@contoh.id")
    name = sign_in(guest, google.signed()).json["user_data"]["username"]
    assert name.startswith("sari.")


@pytest.mark.parametrize("email", ["a@contoh.id", "Ibu.Sari+kebun@contoh.id", "é@contoh.id", "_._@contoh.id"])
def test_any_address_yields_a_valid_username(guest: Person, email: str) -> None:
    new = sign_in(guest, google.signed(email=email)).json
    assert new["is_new_user"] is True
    assert 3 <= len(new["user_data"]["username"]) <= 30


HOUR = 3600
FORGED: dict[str, Callable[[], str]] = {
    "expired": lambda: google.signed(iat=int(time.time()) - 2 * HOUR, exp=int(time.time()) - HOUR),
    "for another application": lambda: google.signed(aud="lain.apps.googleusercontent.com"),
    "from another issuer": lambda: google.signed(iss="https://accounts.goog1e.com"),
    "signed by another key": lambda: google.signed("impostor"),
    "unknown kid": lambda: google.signed("impostor", kid="impostor"),
    "no kid": lambda: google.signed(kid=None),
    "no signature": google.unsigned,
    "HS256 with the public key": google.signed_with_the_public_key,
    "never expires": lambda: google.signed(exp=None),
    "nobody": lambda: google.signed(sub=None),
    "no address": lambda: google.signed(email=None),
    "not a token": lambda: "bukan.token.google",
    "one part": lambda: "x",
    "not latin": lambda: "é.é.é",
    "header is a list": lambda: google.header_only(b"[]"),
    "header nested deeply": lambda: google.header_only(b"[" * 3000),
    "kid is an object": lambda: google.header_only(b'{"alg": "RS256", "kid": {}}'),
}


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED.keys())
def test_what_google_did_not_sign_for_us_is_refused(guest: Person, token: Callable[[], str]) -> None:
    assert refused(sign_in(guest, token())) == (401, "GOOGLE_TOKEN_INVALID")


@pytest.mark.parametrize("verified", [False, "false", None])
def test_an_unproved_address_is_refused(guest: Person, verified: Any) -> None:
    token = google.signed(email_verified=verified)
    assert refused(sign_in(guest, token)) == (403, "GOOGLE_EMAIL_UNVERIFIED")


def test_a_verified_account_is_linked_and_keeps_its_password(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    (mail,) = mails_to(app, "sari@contoh.id")
    assert guest.post("/api/auth/verify-email", {"token": token_in(mail)}).status_code == 200

    linked = sign_in(guest, google.signed(email="SARI@contoh.id")).json
    assert (linked["is_new_user"], linked["user_id"]) == (False, sari.id)
    assert linked["user_data"]["has_password"] is True
    assert sari.get("/api/auth/me").status_code == 200
    assert log_in(guest) == 200


def test_linking_an_unproved_account_ends_what_its_maker_could_still_use(guest: Person, sari: Person) -> None:
    """Whoever registered somebody else's address must not keep a way in."""
    linked = sign_in(guest, google.signed()).json
    assert (linked["is_new_user"], linked["user_id"]) == (False, sari.id)
    assert linked["user_data"]["has_password"] is False

    assert refused(sari.get("/api/auth/me")) == (401, "SESSION_ENDED")
    spent = guest.post("/api/auth/refresh", {"refresh_token": sari.account["refresh_token"]})
    assert refused(spent) == (401, "SESSION_ENDED")
    assert log_in(guest) == 401
    guest.token = linked["token"]
    assert guest.get("/api/auth/me").json["is_verified"] is True


@pytest.mark.parametrize(
    "email", ["sári@contoh.id", "ſari@contoh.id", "sari@contöh.id", "sari\x00@contoh.id"]
)
def test_an_address_that_a_database_thinks_alike_is_somebody_else(
    guest: Person, sari: Person, email: str
) -> None:
    """MySQL compares without accents: that must never open another person's account."""
    answer = sign_in(guest, google.signed(email=email))
    assert answer.status_code in (200, 409)
    assert answer.json.get("user_id") != sari.id
    assert sari.get("/api/auth/me").status_code == 200


def test_a_banned_person_stays_out(app: RuangHijau, guest: Person) -> None:
    assert sign_in(guest, google.signed()).status_code == 200
    with app.runtime.database.transaction() as db:
        db.execute(update(User).values(is_active=False))
    assert refused(sign_in(guest, google.signed())) == (403, "ACCOUNT_BANNED")


def test_a_banned_person_is_not_linked_either(app: RuangHijau, guest: Person, sari: Person) -> None:
    with app.runtime.database.transaction() as db:
        db.execute(update(User).values(is_active=False))
    assert refused(sign_in(guest, google.signed())) == (403, "ACCOUNT_BANNED")
    with app.runtime.database.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT google_subject, is_verified FROM users").one()
    assert tuple(row) == (None, 0)


def test_two_first_times_at_once_make_one_account(app: RuangHijau) -> None:
    def first_time(_: int) -> TestResponse:
        return sign_in(Person(app.test_client()), google.signed())

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(first_time, range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.json["user_id"] for answer in answers}) == 1
    assert [answer.json["is_new_user"] for answer in answers].count(True) == 1


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, b"{}"), (404, b"{}"), (200, b""), (200, b"<html>"), (200, b"[]"), (200, b'{"keys": []}')],
)
def test_a_key_server_in_trouble_is_not_the_tokens_fault(
    guest: Person, keys: KeyServer, status: int, body: bytes
) -> None:
    keys.status, keys.body = status, body
    response = sign_in(guest, google.signed())
    assert refused(response) == (503, "GOOGLE_UNREACHABLE")
    assert int(response.headers["Retry-After"]) > 0
    keys.status = 200
    keys.publish("google")
    assert sign_in(guest, google.signed()).status_code == 200


def test_a_key_server_that_is_down(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"google_keys_url": "http://127.0.0.1:9/certs"}))
    response = sign_in(Person(app.test_client()), google.signed())
    assert refused(response) == (503, "GOOGLE_UNREACHABLE")
    app.runtime.database.engine.dispose()


def test_keys_are_read_once_and_again_when_google_changes_them(
    guest: Person, keys: KeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        assert sign_in(guest, google.signed()).status_code == 200
    assert keys.asked == 1
    keys.publish("google", "next")
    a_minute_later = SimpleNamespace(monotonic=lambda: time.monotonic() + 60)
    monkeypatch.setattr("jwt.jwks_client.time", a_minute_later)
    assert sign_in(guest, google.signed("next", kid="next")).status_code == 200


def test_without_a_client_id_there_is_no_google(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"google_client_id": None}))
    response = sign_in(Person(app.test_client()), google.signed())
    assert refused(response) == (404, "GOOGLE_NOT_CONFIGURED")
    app.runtime.database.engine.dispose()
