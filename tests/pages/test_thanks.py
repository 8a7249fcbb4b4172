"""The page that the payment page sends the donor back to."""

import pytest

import giving
from payment_peers import Simulator
from people import Person
from reading import read


def test_who_has_not_paid_yet_is_asked_to_wait(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    response = guest.get(f"/donasi/{order_id}")
    page = read(response)
    assert "Menunggu pembayaran" in page.text
    assert page.meta("refresh") == "5"
    assert [one for one in page.all("a") if one["href"].startswith(simulator.url)]
    assert page.meta("robots") == response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Cache-Control"] == "no-store"


def test_a_payment_whose_message_was_lost_is_found_by_asking(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id, 100_000)
    simulator.act(order_id, "pay")  # and nobody tells us

    page = read(guest.get(f"/donasi/{order_id}"))
    assert "Terima kasih, orang baik!" in page.text
    assert "Rp100.000" in page.text
    assert page.meta("refresh") is None
    [gift] = wati.get("/api/donations/my").json["donations"]
    assert gift["status"] == "completed"
    code = gift["certificate_code"]
    assert page.all("a", href=f"/sertifikat/{code}")
    assert page.all("a", href=f"/sertifikat/{code}.pdf")
    assert [one for one in page.all("a") if one["href"].startswith("https://wa.me/")]


def test_a_payment_that_failed_offers_another_try(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    simulator.act(order_id, "choose")
    simulator.act(order_id, "expire")
    page = read(guest.get(f"/donasi/{order_id}"))
    assert "Pembayaran belum berhasil" in page.text
    assert page.all("a", href=f"/kampanye/{campaign_id}/donasi")
    assert page.meta("refresh") is None


def test_what_was_given_back_is_told(
    guest: Person, wati: Person, admin: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.give(wati, simulator, campaign_id)
    [gift] = wati.get("/api/donations/my").json["donations"]
    refund = {"json": {"reason": "Salah jumlah."}, "headers": {"Idempotency-Key": "kembalikan-1"}}
    response = admin.request("POST", f"/api/donations/{gift['id']}/refund", **refund)
    assert response.status_code == 200, response.json
    page = read(guest.get(f"/donasi/{order_id}"))
    assert "Donasi dikembalikan" in page.text
    assert [one for one in page.all("a") if "sertifikat/" in one["href"]] == []


def test_it_does_not_say_who_gave(
    guest: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.give(wati, simulator, campaign_id)
    text = guest.get(f"/donasi/{order_id}").text
    assert "wati@contoh.id" not in text
    assert "Wati Rahayu" not in text


@pytest.mark.parametrize("name", ["donation-1-20260101-0000000000000000", "x" * 400, "%00", "%27--"])
def test_an_unknown_order_gets_a_page_that_says_so(guest: Person, name: str) -> None:
    response = guest.get(f"/donasi/{name}")
    assert response.status_code == 404
    assert "Donasi tidak ditemukan." in read(response).text
