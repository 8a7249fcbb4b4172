"""Proving an e-mail address."""

import time
from urllib.parse import urlsplit

import pytest
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import update

from mails import link_in, mails_to, token_in
from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau

SARI = "sari@contoh.id"
DAY = 24 * 3600


def verify(guest: Person, token: str) -> int:
    response = guest.post("/api/auth/verify-email", {"token": token})
    if response.status_code != 200:
        assert response.json["error"]["code"] == "LINK_INVALID"
    return response.status_code


def test_registering_mails_a_link_that_proves_the_address(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    (mail,) = mails_to(app, SARI)
    assert mail.subject == "Verifikasi e-mail Anda di Ruang Hijau"
    assert urlsplit(link_in(mail)).path == "/akun/verifikasi"
    assert sari.get("/api/auth/me").json["is_verified"] is False

    assert verify(guest, token_in(mail)) == 200
    assert sari.get("/api/auth/me").json["is_verified"] is True
    assert verify(guest, token_in(mail)) == 200  # mail programs follow links ahead of people


def test_the_link_proves_only_its_own_account(
    app: RuangHijau, guest: Person, sari: Person, budi: Person
) -> None:
    assert verify(guest, token_in(mails_to(app, SARI)[0])) == 200
    assert budi.get("/api/auth/me").json["is_verified"] is False


def test_the_link_expires_after_three_days(
    app: RuangHijau, guest: Person, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = token_in(mails_to(app, SARI)[0])
    real = time.time
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: real() + 3 * DAY + 2)
    assert verify(guest, token) == 403
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: real() + 3 * DAY - 10)
    assert verify(guest, token) == 200


def test_a_link_to_an_address_that_was_changed_since_is_dead(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    token = token_in(mails_to(app, SARI)[0])
    with app.runtime.database.transaction() as db:
        db.execute(update(User).values(email="lain@contoh.id"))
    assert verify(guest, token) == 403


def test_links_that_were_not_made_here(app: RuangHijau, guest: Person, sari: Person) -> None:
    guest.post("/api/auth/forgot-password", {"email": SARI})
    first, reset = mails_to(app, SARI)
    forged = URLSafeTimedSerializer("x" * 32, salt="verify-email").dumps([sari.id, SARI])
    for bad in (token_in(reset), forged, token_in(first)[:-1], "x", "é", "a.b.c", str(sari.token)):
        assert verify(guest, bad) == 403, bad
    assert sari.get("/api/auth/me").json["is_verified"] is False


def test_the_mail_can_be_sent_again_until_the_address_is_proved(
    app: RuangHijau, guest: Person, sari: Person
) -> None:
    again = sari.post("/api/auth/verify-email/resend")
    assert again.status_code == 202
    _, second = mails_to(app, SARI)
    assert verify(guest, token_in(second)) == 200

    assert sari.post("/api/auth/verify-email/resend").status_code == 202
    assert len(mails_to(app, SARI)) == 2
    assert guest.post("/api/auth/verify-email/resend").status_code == 401


def test_the_mail_speaks_the_language_of_registering(app: RuangHijau, guest: Person) -> None:
    body = {"email": "ann@contoh.id", "password": "rahasia-sekali-7", "username": "ann"}
    headers = {"Accept-Language": "en"}
    assert guest.request("POST", "/api/auth/register", json=body, headers=headers).status_code == 201
    (mail,) = mails_to(app, "ann@contoh.id")
    assert mail.subject == "Verify your e-mail address at Ruang Hijau"
