"""Giving from the plain form: no script, no cookie, no earlier sign-in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlalchemy import update

import giving
from payment_peers import Simulator
from people import PASSWORD, Person
from reading import Reading, read
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau, create_app
from ruanghijau.config import Settings
from ruanghijau.gateways.mail import RecordingMailer
from ruanghijau.pages.gift_form import GiftForm
from servers import free_port


def send(guest: Person, campaign_id: int, **typed: Any) -> Any:
    """Fill the form as it stands and send it."""
    path = f"/kampanye/{campaign_id}/donasi"
    filled = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    return guest.request("POST", path, data=read(guest.get(path)).form | filled | typed)


def problem_at(page: Reading, field: str) -> bool:
    return bool(page.all("p", id=f"masalah-{field}"))


def count(donor: Person) -> int:
    return int(donor.get("/api/donations/my").json["total"])


def test_the_form_leads_to_the_payment_page(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    typed = {"amount": "lain", "other_amount": "Rp 75.000", "message": "Semangat!", "payment_method": "qris"}
    response = send(guest, campaign_id, **typed, is_anonymous="true")
    assert response.status_code == 303, response.text
    assert response.location.startswith(simulator.url)
    assert "Set-Cookie" not in response.headers

    [gift] = wati.get("/api/donations/my").json["donations"]
    assert (gift["amount"], gift["message"], gift["is_anonymous"]) == (75_000, "Semangat!", True)
    assert gift["payment_method"] == "qris"
    assert gift["payment_url"] == response.location


def test_a_form_sent_twice_is_one_gift(guest: Person, wati: Person, campaign_id: int) -> None:
    path = f"/kampanye/{campaign_id}/donasi"
    typed = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    form = read(guest.get(path)).form | typed
    first, second = (guest.request("POST", path, data=form) for _ in range(2))
    assert first.location == second.location
    assert count(wati) == 1


def test_a_paid_form_sent_again_leads_to_the_thanks_and_another_amount_to_another_gift(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    path = f"/kampanye/{campaign_id}/donasi"
    typed = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    form = read(guest.get(path)).form | typed
    guest.request("POST", path, data=form)
    [gift] = wati.get("/api/donations/my").json["donations"]
    giving.tell(guest, giving.act(simulator, gift["order_id"], "pay"))

    again = guest.request("POST", path, data=form)
    assert (again.status_code, again.location.endswith(f"/donasi/{gift['order_id']}")) == (303, True)
    assert count(wati) == 1

    other = guest.request("POST", path, data=form | {"amount": "100000"})
    assert other.location.startswith(simulator.url)
    assert count(wati) == 2


def test_who_comes_back_to_hide_their_name_is_hidden(guest: Person, wati: Person, campaign_id: int) -> None:
    path = f"/kampanye/{campaign_id}/donasi"
    typed = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    form = read(guest.get(path)).form | typed
    first = guest.request("POST", path, data=form)
    second = guest.request("POST", path, data=form | {"is_anonymous": "true"})
    assert first.location == second.location
    [gift] = wati.get("/api/donations/my").json["donations"]
    assert gift["is_anonymous"] is True


@pytest.mark.parametrize(
    "amount", ["", "9999", "0", "-50000", "abc", "50.000,75", "1e6", "500000001", "9" * 30, "٥٠٠٠٠"]
)
def test_an_amount_that_is_none_is_said_at_its_field(
    guest: Person, wati: Person, campaign_id: int, amount: str
) -> None:
    response = send(guest, campaign_id, amount="lain", other_amount=amount, message="Tetap di sini")
    page = read(response)
    assert response.status_code == 400
    assert problem_at(page, "amount")
    assert page.form["other_amount"] == amount
    assert page.form["email"] == "wati@contoh.id"
    assert "Tetap di sini" in page.text
    assert PASSWORD not in response.text
    assert count(wati) == 0


@given(
    st.integers(10_000, 9_999_999_999),
    st.sampled_from([".", ",", " ", ""]),
    st.sampled_from(["", "Rp", "rp. "]),
)
def test_an_amount_may_be_written_as_people_do(amount: int, mark: str, sign: str) -> None:
    written = f"{sign}{amount:,}".replace(",", mark)
    typed = {"amount": "lain", "other_amount": written, "email": "a", "password": "b"}
    assert GiftForm.model_validate(typed).amount == amount


def test_the_smallest_amount_is_worded_for_people(guest: Person, wati: Person, campaign_id: int) -> None:
    page = read(send(guest, campaign_id, amount="lain", other_amount="5000"))
    assert "Minimal 10.000." in page.text


def test_a_wrong_password_and_an_unknown_address_are_refused_alike(
    guest: Person, wati: Person, campaign_id: int
) -> None:
    wrong = send(guest, campaign_id, password="salah-sekali-1", amount="100000")
    unknown = send(guest, campaign_id, email="siapa@contoh.id")
    for response in (wrong, unknown):
        assert response.status_code == 403
        assert "E-mail atau kata sandi salah." in read(response).text
        assert problem_at(read(response), "password")
    assert read(wrong).form["amount"] == "100000"
    assert "salah-sekali-1" not in wrong.text
    assert count(wati) == 0


def test_a_banned_person_is_refused(app: RuangHijau, guest: Person, wati: Person, campaign_id: int) -> None:
    with app.runtime.database.transaction() as session:
        session.execute(update(User).where(User.id == wati.id).values(is_active=False))
    response = send(guest, campaign_id)
    assert response.status_code == 403
    assert "Akun ini diblokir oleh moderator." in read(response).text


def test_a_campaign_that_ended_while_the_form_was_open_says_so(
    guest: Person, sari: Person, wati: Person, campaign_id: int
) -> None:
    path = f"/kampanye/{campaign_id}/donasi"
    form = read(guest.get(path)).form
    assert sari.post(f"/api/campaigns/{campaign_id}/cancel", {"reason": "Banjir."}).status_code == 200
    typed = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    response = guest.request("POST", path, data=form | typed)
    assert response.status_code == 409
    assert "Kampanye ini sudah dibatalkan." in read(response).text
    assert count(wati) == 0


def test_what_is_typed_stays_text(guest: Person, wati: Person, campaign_id: int) -> None:
    hostile = '"></textarea><script>alert(1)</script>'
    page = read(
        send(
            guest,
            campaign_id,
            amount="lain",
            other_amount=hostile,
            email=hostile,
            message=hostile,
            key=hostile,
        )
    )
    assert page.all("script") == []
    assert page.form["email"] == hostile
    assert hostile in page.text


def test_the_policy_lets_the_form_lead_to_the_payment_page_and_nowhere_else(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    shown = guest.get(f"/kampanye/{campaign_id}/donasi")
    refused = send(guest, campaign_id, password="salah")
    for response in (shown, refused):
        policy = response.headers["Content-Security-Policy"]
        assert f"form-action 'self' {simulator.url};" in policy
        assert "script-src" not in policy
        assert "default-src 'none'" in policy
        assert response.headers["Cache-Control"] == "no-store"
    assert "form-action 'self';" in guest.get(f"/kampanye/{campaign_id}").headers["Content-Security-Policy"]


def test_a_gateway_that_is_down_asks_for_patience_and_the_next_try_goes_on(
    settings: Settings,
    mailer: RecordingMailer,
    simulator: Simulator,
    guest: Person,
    wati: Person,
    campaign_id: int,
) -> None:
    down = settings.model_copy(update={"simulator_url": f"http://127.0.0.1:{free_port()}"})
    cut_off = create_app(down, mailer=mailer)
    path = f"/kampanye/{campaign_id}/donasi"
    typed = {"amount": "50000", "email": "wati@contoh.id", "password": PASSWORD}
    form = read(guest.get(path)).form | typed
    response = Person(cut_off.test_client()).request("POST", path, data=form)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "Layanan pembayaran sedang tidak dapat dihubungi." in read(response).text

    again = guest.request("POST", path, data=read(response).form | typed)
    assert again.location.startswith(simulator.url)
    assert count(wati) == 1
    cut_off.runtime.database.engine.dispose()


def test_guessing_passwords_ends_in_a_wait(
    settings: Settings, mailer: RecordingMailer, guest: Person, wati: Person, campaign_id: int
) -> None:
    limited = create_app(settings.model_copy(update={"rate_limits": True}), mailer=mailer)
    client = Person(limited.test_client())
    answers = [send(client, campaign_id, password=f"tebakan-{n}", email="WATI@contoh.id ") for n in range(11)]
    assert [one.status_code for one in answers] == [403] * 10 + [429]
    last = read(answers[-1])
    assert "Terlalu banyak permintaan." in last.text
    assert last.form["key"]
    limited.runtime.database.engine.dispose()


def test_a_body_that_is_no_form_is_refused_with_a_page(guest: Person, campaign_id: int) -> None:
    response = guest.post(f"/kampanye/{campaign_id}/donasi", {"amount": 50_000})
    assert response.status_code == 415
    assert read(response).text


def test_line_breaks_count_once(guest: Person, wati: Person, campaign_id: int) -> None:
    message = "\r\n".join(["Semoga"] * 71)  # 496 characters to who types them, 566 as browsers send them
    assert send(guest, campaign_id, message=message).status_code == 303
    [gift] = wati.get("/api/donations/my").json["donations"]
    assert gift["message"] == message.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("chosen", "origin"),
    [
        ({}, "https://app.sandbox.midtrans.com"),
        ({"midtrans_production": True}, "https://app.midtrans.com"),
        ({"midtrans_snap_url": "https://snap.contoh.id:8443/x"}, "https://snap.contoh.id:8443"),
    ],
)
def test_the_policy_names_the_gateway_in_use(
    settings: Settings, mailer: RecordingMailer, campaign_id: int, chosen: dict[str, Any], origin: str
) -> None:
    midtrans = {"payment": "midtrans", "midtrans_server_key": SecretStr("SB-Mid-server-x")} | chosen
    app = create_app(settings.model_copy(update=midtrans), mailer=mailer)
    response = app.test_client().get(f"/kampanye/{campaign_id}/donasi")
    assert f"form-action 'self' {origin};" in response.headers["Content-Security-Policy"]
    app.runtime.database.engine.dispose()
