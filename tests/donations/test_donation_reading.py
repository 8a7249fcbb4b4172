"""Donations as their donor, the public and the organiser see them."""

import csv
import io

import pytest

import giving
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau


@pytest.fixture
def anonymous(wati: Person, campaign_id: int, simulator: Simulator) -> str:
    return giving.give(
        wati,
        simulator,
        campaign_id,
        75_000,
        is_anonymous=True,
        message="Semoga berkah.",
        payment_method="qris",
    )


def test_the_donor_sees_all_of_it(wati: Person, campaign_id: int, anonymous: str) -> None:
    (mine,) = wati.get("/api/donations/my").json["donations"]
    assert mine["order_id"] == anonymous
    assert mine["campaign_title"] == "Tanam seribu mangrove"
    assert (mine["amount"], mine["status"], mine["is_anonymous"]) == (75_000, "completed", True)
    assert mine["payment_url"] is None
    assert len(mine["certificate_code"]) == 16
    assert wati.get(f"/api/donations/{mine['id']}").json == mine


def test_others_do_not_see_it(
    wati: Person, budi: Person, sari: Person, guest: Person, admin: Person, anonymous: str
) -> None:
    donation_id = wati.get("/api/donations/my").json["donations"][0]["id"]
    for stranger in (budi, sari):
        assert stranger.get(f"/api/donations/{donation_id}").status_code == 404
    assert guest.get(f"/api/donations/{donation_id}").status_code == 401
    assert admin.get(f"/api/donations/{donation_id}").status_code == 200


def test_the_public_sees_the_gift_and_not_the_name(
    guest: Person, budi: Person, wati: Person, campaign_id: int, simulator: Simulator, anonymous: str
) -> None:
    giving.give(budi, simulator, campaign_id, 20_000)
    giving.order(budi, campaign_id, 999_000)
    page = guest.get(f"/api/donations/campaign/{campaign_id}")
    assert page.json["total"] == 2
    named, unnamed = page.json["donations"]
    assert named["donor"]["username"] == "budi"
    assert (unnamed["donor"], unnamed["amount"], unnamed["message"]) == (None, 75_000, "Semoga berkah.")
    assert "wati" not in page.text


def test_the_organiser_sees_every_name_and_state(
    sari: Person, wati: Person, budi: Person, campaign_id: int, anonymous: str
) -> None:
    giving.order(budi, campaign_id, 20_000)
    path = f"/api/donations/campaign/{campaign_id}/received"
    pending, completed = sari.get(path).json["donations"]
    assert (pending["donor"]["username"], pending["status"]) == ("budi", "pending")
    assert (completed["donor"]["username"], completed["is_anonymous"]) == ("wati", True)
    assert [one["id"] for one in sari.get(path, status="completed").json["donations"]] == [completed["id"]]
    assert "@contoh.id" not in sari.get(path).text


def test_only_the_organiser_and_admins_see_them(
    wati: Person, guest: Person, admin: Person, campaign_id: int, anonymous: str
) -> None:
    for place in ("received", "export"):
        path = f"/api/donations/campaign/{campaign_id}/{place}"
        assert [one.get(path).status_code for one in (wati, guest, admin)] == [403, 401, 200]
        assert admin.get(f"/api/donations/campaign/999999/{place}").status_code == 404


def test_the_table_adds_up(
    app: RuangHijau, sari: Person, wati: Person, campaign_id: int, simulator: Simulator, anonymous: str
) -> None:
    evil = giving.give(wati, simulator, campaign_id, 30_000, message='=HYPERLINK("http://x";"klik")')
    giving.tell(wati, giving.act(simulator, evil, "refund", amount=10_000))
    giving.order(wati, campaign_id, 40_000)
    response = sari.get(f"/api/donations/campaign/{campaign_id}/export")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"))))
    assert [row["net"] for row in rows] == ["75000", "20000", "0"]
    assert [row["phase"] for row in rows] == ["paid", "partly_refunded", "pending"]
    assert [row["anonymous"] for row in rows] == ["True", "False", "False"]
    assert rows[1]["message"].startswith("'=")
    assert rows[0]["donor"] == "Wati"
    assert sum(int(row["net"]) for row in rows) == 95_000


def test_pages_of_ones_own(wati: Person, campaign_id: int) -> None:
    orders = [giving.order(wati, campaign_id, 10_000 + number) for number in range(5)]
    first = wati.get("/api/donations/my", limit=3).json
    second = wati.get("/api/donations/my", limit=3, cursor=first["next_cursor"]).json
    shown = [one["order_id"] for page in (first, second) for one in page["donations"]]
    assert shown == orders[::-1]
    assert second["next_cursor"] is None
