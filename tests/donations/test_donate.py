"""From the wish to give to the payment page."""

from typing import Any

import httpx
import pytest

import campaigning
import giving
from crowds import at_once, devices
from payment_peers import Simulator
from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.config import Settings


def test_a_gift_begins_with_a_payment_page(wati: Person, campaign_id: int, simulator: Simulator) -> None:
    response = giving.donate(wati, campaign_id, 100_000, payment_method="gopay", donor_id=wati.id)

    assert response.status_code == 201, response.json
    started = response.json
    assert started["status"] == "pending"
    assert started["payment_url"].startswith(simulator.url)
    page = httpx.get(started["payment_url"])
    assert page.status_code == 200
    assert "100.000" in page.text


def test_the_order_has_a_name_that_the_gateway_takes(wati: Person, campaign_id: int) -> None:
    name = giving.order(wati, campaign_id)
    assert len(name) <= 50
    assert name.replace("-", "").isalnum()
    assert name.isascii()


def test_nothing_counts_before_it_is_paid(wati: Person, campaign_id: int) -> None:
    giving.order(wati, campaign_id)
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 0
    assert wati.get(f"/api/donations/campaign/{campaign_id}").json["donations"] == []
    assert wati.get("/api/donations/my").json["total_donated"] == 0


def test_a_repeated_click_leads_to_the_same_page(wati: Person, campaign_id: int) -> None:
    first = giving.donate(wati, campaign_id, key="klik-pertama")
    same_key = giving.donate(wati, campaign_id, key="klik-pertama")
    same_gift = giving.donate(wati, campaign_id)

    assert [one.status_code for one in (first, same_key, same_gift)] == [201, 200, 200]
    assert first.json == same_key.json == same_gift.json


def test_another_amount_is_another_gift(wati: Person, campaign_id: int) -> None:
    assert giving.order(wati, campaign_id, 50_000) != giving.order(wati, campaign_id, 60_000)


def test_after_paying_the_same_gift_is_a_new_one(
    wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    first = giving.give(wati, simulator, campaign_id)
    assert giving.donate(wati, campaign_id).status_code == 201
    assert giving.order(wati, campaign_id) != first


def test_a_used_key_says_what_became_of_its_gift(
    wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    giving.give(wati, simulator, campaign_id, key="klik-pertama")
    repeated = giving.donate(wati, campaign_id, key="klik-pertama")
    assert repeated.status_code == 200
    assert (repeated.json["status"], repeated.json["payment_url"]) == ("completed", None)


def test_a_key_belongs_to_one_gift(wati: Person, sari: Person, campaign_id: int) -> None:
    giving.order(wati, campaign_id, key="klik-pertama")
    other_amount = giving.donate(wati, campaign_id, 70_000, key="klik-pertama")
    other_campaign = giving.donate(wati, campaigning.start(sari), key="klik-pertama")
    assert campaigning.code_of(other_amount) == (409, "IDEMPOTENCY_KEY_REUSED")
    assert campaigning.code_of(other_campaign) == (409, "IDEMPOTENCY_KEY_REUSED")


def test_a_key_is_its_donors_own(wati: Person, budi: Person, campaign_id: int) -> None:
    mine = giving.order(wati, campaign_id, key="klik-pertama")
    assert giving.order(budi, campaign_id, key="klik-pertama") != mine


def test_many_clicks_at_once_are_one_gift(app: RuangHijau, wati: Person, campaign_id: int) -> None:
    clicks = [
        lambda device=device: giving.donate(device, campaign_id, key="klik-ganda")
        for device in devices(app, wati, 8)
    ]
    responses = at_once(clicks)

    assert sorted(one.status_code for one in responses) == [200] * 7 + [201]
    assert len({(one.json["donation_id"], one.json["payment_url"]) for one in responses}) == 1
    assert wati.get("/api/donations/my").json["total"] == 1


def test_one_key_for_two_campaigns_at_once_is_one_gift(
    app: RuangHijau, wati: Person, sari: Person, campaign_id: int
) -> None:
    targets = [campaign_id, campaigning.start(sari)]
    responses = at_once(
        [
            lambda device=device, target=target: giving.donate(device, target, key="klik-ganda")
            for device, target in zip(devices(app, wati, 2), targets, strict=True)
        ]
    )
    assert sorted(one.status_code for one in responses) == [201, 409]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"amount": 9_999}, "amount"),
        ({"amount": 500_000_001}, "amount"),
        ({"amount": 50_000.5}, "amount"),
        ({"amount": "50000"}, "amount"),
        ({"amount": None}, "amount"),
        ({"campaign_id": "satu"}, "campaign_id"),
        ({"payment_method": "barter"}, "payment_method"),
        ({"message": "x" * 501}, "message"),
    ],
)
def test_a_wish_that_cannot_be_names_its_field(
    wati: Person, campaign_id: int, wish: dict[str, Any], field: str
) -> None:
    response = wati.post("/api/donations/donate", {"campaign_id": campaign_id, "amount": 50_000} | wish)
    assert campaigning.code_of(response) == (400, "VALIDATION_ERROR")
    assert campaigning.field_of(response) == field
    assert wati.get("/api/donations/my").json["total"] == 0


@pytest.mark.parametrize("key", ["pendek", "x" * 65, "ada spasi di sini", "é" * 10])
def test_a_key_has_a_form(wati: Person, campaign_id: int, key: str) -> None:
    response = giving.donate(wati, campaign_id, key=key)
    assert campaigning.code_of(response) == (400, "VALIDATION_ERROR")
    assert campaigning.field_of(response) == "Idempotency-Key"


def test_nobody_gives_in_anothers_name(wati: Person, budi: Person, campaign_id: int) -> None:
    assert campaigning.code_of(giving.donate(wati, campaign_id, donor_id=budi.id)) == (403, "NOT_YOUR_ID")


def test_a_guest_cannot_give(guest: Person, campaign_id: int) -> None:
    assert giving.donate(guest, campaign_id).status_code == 401


def test_a_banned_donor_is_refused(app: RuangHijau, wati: Person, campaign_id: int) -> None:
    with app.runtime.database.transaction() as session:
        session.get_one(User, wati.id).is_active = False
    assert giving.donate(wati, campaign_id).status_code == 403


def test_only_a_running_campaign_takes_donations(sari: Person, wati: Person) -> None:
    later = campaigning.start(sari, start_date=campaigning.in_days(3))
    cancelled = campaigning.start(sari)
    sari.post(f"/api/campaigns/{cancelled}/cancel", {"reason": "Batal."})

    assert campaigning.code_of(giving.donate(wati, later)) == (409, "CAMPAIGN_NOT_STARTED")
    assert campaigning.code_of(giving.donate(wati, cancelled)) == (409, "CAMPAIGN_CANCELLED")
    assert campaigning.code_of(giving.donate(wati, 999_999)) == (404, "CAMPAIGN_NOT_FOUND")


def test_a_campaign_that_reached_its_goal_takes_no_more(
    sari: Person, wati: Person, simulator: Simulator
) -> None:
    small = campaigning.start(sari, goal=50_000)
    giving.give(wati, simulator, small, 50_000)
    assert campaigning.code_of(giving.donate(wati, small)) == (409, "CAMPAIGN_COMPLETED")


def test_what_is_open_may_not_exceed_what_the_books_can_hold(sari: Person, person: Any) -> None:
    huge = campaigning.start(sari, goal=9_999_999_999)
    donors = [person(f"dermawan{number}") for number in range(20)]
    answers = [giving.donate(donor, huge, 500_000_000) for donor in donors]
    assert [one.status_code for one in answers] == [201] * 19 + [409]
    assert campaigning.code_of(answers[-1]) == (409, "CAMPAIGN_FULL")


class TestWhileTheGatewayIsAway:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"simulator_url": "http://127.0.0.1:9"})

    def test_the_wish_is_kept_and_the_donor_told(self, wati: Person, campaign_id: int) -> None:
        response = giving.donate(wati, campaign_id)
        assert campaigning.code_of(response) == (503, "PAYMENT_GATEWAY_UNAVAILABLE")
        assert int(response.headers["Retry-After"]) > 0
        (kept,) = wati.get("/api/donations/my").json["donations"]
        assert (kept["status"], kept["payment_url"]) == ("pending", None)
