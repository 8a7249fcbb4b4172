"""Money that is given back."""

from typing import Any

import pytest

import campaigning
import giving
from campaigning import code_of
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau


@pytest.fixture
def paid(wati: Person, campaign_id: int, simulator: Simulator) -> str:
    return giving.give(wati, simulator, campaign_id, 100_000)


def refund(somebody: Person, order_id: str, key: str = "kembali-satu", **body: Any) -> Any:
    donation_id = giving.donation_id(somebody, order_id)
    path = f"/api/donations/{donation_id}/refund"
    return somebody.request(
        "POST", path, json={"reason": "Salah kirim."} | body, headers={"Idempotency-Key": key}
    )


def amount(reader: Person, campaign_id: int) -> int:
    return int(campaigning.data_of(campaign_id, reader)["current_amount"])


def test_a_refund_subtracts_and_tells_both(
    app: RuangHijau, admin: Person, sari: Person, wati: Person, campaign_id: int, paid: str
) -> None:
    response = refund(admin, paid)
    assert response.status_code == 200, response.json
    donation = response.json["donation"]
    assert (donation["phase"], donation["refunded_amount"]) == ("refunded", 100_000)
    assert amount(wati, campaign_id) == 0
    assert wati.get("/api/donations/my").json["total_donated"] == 0
    assert wati.get(f"/api/donations/campaign/{campaign_id}").json["total"] == 0
    assert "donation_refunded" in {kind for kind, _ in campaigning.news_of(app, wati)}
    assert "donation_withdrawn" in {kind for kind, _ in campaigning.news_of(app, sari)}
    assert giving.findings(app) == []


def test_parts_add_up_and_never_to_more_than_was_given(
    app: RuangHijau, admin: Person, wati: Person, campaign_id: int, paid: str
) -> None:
    assert refund(admin, paid, "bagian-1", amount=30_000).json["donation"]["phase"] == "partly_refunded"
    assert amount(wati, campaign_id) == 70_000
    assert code_of(refund(admin, paid, "bagian-2", amount=70_001)) == (409, "REFUND_TOO_LARGE")
    assert refund(admin, paid, "bagian-3", amount=70_000).json["donation"]["phase"] == "refunded"
    assert amount(wati, campaign_id) == 0
    assert code_of(refund(admin, paid, "bagian-4", amount=1)) == (409, "DONATION_NOT_PAID")
    assert [row for row in giving.ledger(app) if row[1] < 0] == [
        ("partly_refunded:30000", -30_000),
        ("refunded:100000", -70_000),
    ]
    assert giving.findings(app) == []


def test_the_same_key_gives_back_once(
    app: RuangHijau, admin: Person, wati: Person, campaign_id: int, paid: str
) -> None:
    first = refund(admin, paid, amount=30_000)
    again = refund(admin, paid, amount=30_000)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json == again.json
    assert amount(wati, campaign_id) == 70_000


def test_only_administrators_give_back(sari: Person, wati: Person, campaign_id: int, paid: str) -> None:
    assert refund(wati, paid).status_code == 403
    assert refund(sari, paid).status_code == 403
    assert amount(wati, campaign_id) == 100_000


def test_what_is_not_paid_cannot_be_given_back(admin: Person, wati: Person, campaign_id: int) -> None:
    assert code_of(refund(admin, giving.order(wati, campaign_id))) == (409, "DONATION_NOT_PAID")


def test_a_refund_needs_a_key_and_a_reason(admin: Person, paid: str) -> None:
    path = f"/api/donations/{giving.donation_id(admin, paid)}/refund"
    assert campaigning.field_of(admin.post(path, {"reason": "x"})) == "Idempotency-Key"
    assert campaigning.field_of(refund(admin, paid, reason="")) == "reason"


@pytest.mark.parametrize(("action", "phase"), [("refund", "refunded"), ("chargeback", "charged_back")])
def test_the_gateways_own_refunds_and_chargebacks_subtract(
    app: RuangHijau,
    wati: Person,
    campaign_id: int,
    simulator: Simulator,
    paid: str,
    action: str,
    phase: str,
) -> None:
    news = giving.act(simulator, paid, action)
    assert [giving.tell(wati, news).status_code for _ in range(3)] == [200, 200, 200]
    assert giving.status_and_phase(wati, paid) == ("completed", phase)
    assert amount(wati, campaign_id) == 0
    assert giving.findings(app) == []


def test_news_of_a_refund_before_that_of_the_payment(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id, 100_000)
    paid = giving.act(simulator, order_id, "pay")
    returned = giving.act(simulator, order_id, "refund", amount=40_000)
    assert giving.tell(wati, returned).status_code == 200
    assert giving.tell(wati, paid).status_code == 200
    assert giving.ledger(app) == [("created", 0), ("paid", 100_000), ("partly_refunded:40000", -40_000)]
    assert amount(wati, campaign_id) == 60_000


def test_a_withdrawn_payment_does_not_reopen_a_completed_campaign(
    app: RuangHijau, admin: Person, sari: Person, wati: Person, simulator: Simulator
) -> None:
    small = campaigning.start(sari, goal=100_000)
    order_id = giving.give(wati, simulator, small, 100_000)
    refund(admin, order_id)
    campaign = campaigning.data_of(small, wati)
    assert (campaign["status"], campaign["current_amount"]) == ("completed", 0)
    assert giving.findings(app) == []
