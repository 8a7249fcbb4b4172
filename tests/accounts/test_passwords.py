"""Changing a password, and setting a new one when it is forgotten."""

import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import update
from werkzeug.test import TestResponse

from mails import link_in, mails_to, token_in
from people import PASSWORD, Person
from ruanghijau.accounts.models import NO_PASSWORD, User
from ruanghijau.app import RuangHijau

NEW = "lebih-rahasia-8"
SARI = "sari@contoh.id"


def code(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.json["error"]["code"]


def log_in(app: RuangHijau, password: str) -> Person | None:
    """Sari on another device, or None where the password is wrong."""
    device = Person(app.test_client())
    response = device.post("/api/auth/login", {"email": SARI, "password": password})
    device.token = response.json.get("token")
    return device if response.status_code == 200 else None


def change(person: Person, current: str | None = PASSWORD, new: str = NEW) -> TestResponse:
    body = {"new_password": new} | ({"current_password": current} if current is not None else {})
    return person.post("/api/auth/change-password", body)


def forget(app: RuangHijau, guest: Person, email: str = SARI) -> Any:
    """Ask for a reset; the token that was mailed."""
    assert guest.post("/api/auth/forgot-password", {"email": email}).status_code == 202
    return token_in(mails_to(app, email)[-1])


def reset(guest: Person, token: str, password: str = NEW) -> TestResponse:
    return guest.post("/api/auth/reset-password", {"token": token, "password": password})


def set_user(app: RuangHijau, **values: Any) -> None:
    with app.runtime.database.transaction() as db:
        db.execute(update(User).where(User.email == SARI).values(**values))


def test_a_changed_password_signs_out_every_other_device(app: RuangHijau, sari: Person) -> None:
    other = log_in(app, PASSWORD)
    assert other
    assert change(sari).status_code == 200

    assert sari.get("/api/auth/me").status_code == 200
    assert code(other.get("/api/auth/me")) == (401, "SESSION_ENDED")
    assert log_in(app, PASSWORD) is None
    assert log_in(app, NEW)


def test_the_refresh_token_of_another_device_dies_with_the_password(guest: Person, sari: Person) -> None:
    other = guest.post("/api/auth/login", {"email": SARI, "password": PASSWORD}).json
    change(sari)
    refused = guest.post("/api/auth/refresh", {"refresh_token": other["refresh_token"]})
    assert code(refused) == (401, "SESSION_ENDED")
    own = guest.post("/api/auth/refresh", {"refresh_token": sari.account["refresh_token"]})
    assert own.status_code == 200


@pytest.mark.parametrize("current", ["salah-sekali", "", None, PASSWORD.upper()])
def test_a_wrong_current_password_changes_nothing(app: RuangHijau, sari: Person, current: str | None) -> None:
    assert code(change(sari, current)) == (403, "WRONG_PASSWORD")
    assert log_in(app, PASSWORD)


@pytest.mark.parametrize("new", ["pendek", "x" * 129, "\ud800" * 9])
def test_a_new_password_has_its_bounds(sari: Person, new: str) -> None:
    refused = change(sari, new=new)
    assert code(refused) == (400, "VALIDATION_ERROR")
    assert refused.json["error"]["details"][0]["field"] == "new_password"


def test_who_only_has_google_sets_a_first_password(app: RuangHijau, sari: Person) -> None:
    set_user(app, password_hash=NO_PASSWORD)
    assert log_in(app, NO_PASSWORD) is None
    assert change(sari, None).status_code == 200
    assert log_in(app, NEW)


def test_a_forgotten_password_is_replaced_by_mail(app: RuangHijau, guest: Person, sari: Person) -> None:
    token = forget(app, guest)
    assert reset(guest, token).status_code == 200

    assert code(sari.get("/api/auth/me")) == (401, "SESSION_ENDED")
    assert log_in(app, PASSWORD) is None
    signed_in = log_in(app, NEW)
    assert signed_in
    assert signed_in.get("/api/auth/me").json["is_verified"] is True


def test_the_mail_speaks_the_persons_language_and_leads_to_the_client(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    forget(app, guest)
    sari.patch("/api/auth/me", {"language": "en"})
    forget(app, guest)
    indonesian, english = mails_to(app, SARI)[-2:]
    assert indonesian.subject == "Mengganti kata sandi Ruang Hijau"
    assert "sekali pakai" in indonesian.body
    assert english.subject != indonesian.subject
    link = urlsplit(link_in(english))
    assert f"{link.scheme}://{link.netloc}" == app.runtime.settings.public_url
    assert link.path == "/akun/sandi-baru"


def test_a_reset_works_once(app: RuangHijau, guest: Person, sari: Person) -> None:
    token = forget(app, guest)
    assert reset(guest, token).status_code == 200
    assert code(reset(guest, token, "yang-ketiga-9")) == (403, "LINK_INVALID")
    assert log_in(app, NEW)


def test_a_reset_dies_with_the_password_it_was_to_replace(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    first, second = forget(app, guest), forget(app, guest)
    assert reset(guest, second).status_code == 200
    assert code(reset(guest, first, "yang-ketiga-9")) == (403, "LINK_INVALID")

    third = forget(app, guest)
    change(log_in(app, NEW), NEW, "yang-keempat-9")  # type: ignore[arg-type]
    assert code(reset(guest, third)) == (403, "LINK_INVALID")


def test_a_reset_expires_after_an_hour(
    app: RuangHijau, guest: Person, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = forget(app, guest)
    real = time.time
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: real() + 3599)
    assert code(reset(guest, token, "pendek")) == (400, "VALIDATION_ERROR")
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: real() + 3602)
    assert code(reset(guest, token)) == (403, "LINK_INVALID")
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: real() + 3598)
    assert reset(guest, token).status_code == 200


def test_tokens_of_another_kind_or_make_do_not_reset(app: RuangHijau, guest: Person, sari: Person) -> None:
    verification = token_in(mails_to(app, SARI)[0])
    token = forget(app, guest)
    forged = URLSafeTimedSerializer("x" * 32, salt="password-reset").dumps([sari.id, "0" * 16])
    for bad in (verification, forged, token[:-1], token + "x", "x", "é", ".", str(sari.token)):
        assert code(reset(guest, bad)) == (403, "LINK_INVALID"), bad
    assert log_in(app, PASSWORD)


def test_a_reset_asked_for_earlier_is_no_way_past_a_ban(app: RuangHijau, guest: Person, sari: Person) -> None:
    token = forget(app, guest)
    set_user(app, is_active=False)
    assert code(reset(guest, token)) == (403, "LINK_INVALID")


@pytest.mark.parametrize("email", ["siapa@contoh.id", "sári@contoh.id"])
def test_an_unknown_address_gets_the_same_answer_and_no_mail(
    app: RuangHijau, guest: Person, sari: Person, email: str
) -> None:
    before = len(mails_to(app, SARI))
    known = guest.post("/api/auth/forgot-password", {"email": SARI})
    unknown = guest.post("/api/auth/forgot-password", {"email": email})
    assert (known.status_code, known.json) == (unknown.status_code, unknown.json)
    assert len(mails_to(app, SARI)) == before + 1
    assert mails_to(app, email) == []


def test_a_banned_person_gets_the_same_answer_and_no_mail(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    set_user(app, is_active=False)
    answer = guest.post("/api/auth/forgot-password", {"email": SARI})
    assert answer.status_code == 202
    assert len(mails_to(app, SARI)) == 1  # that of registering
