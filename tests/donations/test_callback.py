"""What the gateway tells, and what may not be told."""

import hashlib
import logging
from typing import Any

import pytest

import campaigning
import giving
from campaigning import code_of
from payment_peers import Simulator
from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.gateways.mail import RecordingMailer
from ruanghijau.gateways.payments import SIMULATOR_KEY, signature_of
from ruanghijau.outbox import delivery


def test_a_payment_reaches_everybody(
    app: RuangHijau,
    mailer: RecordingMailer,
    sari: Person,
    wati: Person,
    campaign_id: int,
    simulator: Simulator,
) -> None:
    order_id = giving.order(wati, campaign_id, 1_000_000, payment_method="gopay")
    response = giving.tell(wati, giving.act(simulator, order_id, "pay"))

    assert response.status_code == 200
    answer = response.json
    assert answer.pop("donation_id") > 0
    assert answer == {
        "success": True,
        "message": "Terima kasih atas donasi Anda",
        "campaign_name": "Tanam seribu mangrove",
        "amount_donated": 1_000_000,
        "campaign_progress": "20%",
    }
    campaign = campaigning.data_of(campaign_id, wati)
    assert (campaign["current_amount"], campaign["progress"]) == (1_000_000, 20)
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")
    assert wati.get("/api/donations/my").json["total_donated"] == 1_000_000
    assert giving.ledger(app) == [("created", 0), ("paid", 1_000_000)]
    assert [kind for kind, _ in campaigning.news_of(app, sari)] == ["donation_received"]
    assert "donation_succeeded" in {kind for kind, _ in campaigning.news_of(app, wati)}
    assert giving.findings(app) == []


def test_the_donor_gets_a_mail(
    app: RuangHijau, mailer: RecordingMailer, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    with app.runtime.database.transaction() as session:
        session.get_one(User, wati.id).is_verified = True
    giving.give(wati, simulator, campaign_id, 75_000)
    with app.runtime.active():
        delivery.deliver_due(50)
    subjects = [message.subject for message in mailer.sent]
    assert "Donasi berhasil" in subjects
    (body,) = [message.text for message in mailer.sent if message.subject == "Donasi berhasil"]
    assert "Rp75.000" in body
    assert "Tanam seribu mangrove" in body


def test_the_same_news_again_changes_nothing(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    news = giving.act(simulator, order_id, "pay")
    answers = [giving.tell(wati, news) for _ in range(5)]

    assert [one.status_code for one in answers] == [200] * 5
    assert len({str(one.json) for one in answers}) == 1
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 50_000
    assert giving.ledger(app) == [("created", 0), ("paid", 50_000)]


def test_old_news_after_new_changes_nothing(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    waiting = giving.act(simulator, order_id, "choose", method="bank_transfer")
    paid = giving.act(simulator, order_id, "pay")
    assert waiting["transaction_status"] == "pending"
    assert giving.tell(wati, paid).status_code == 200
    assert giving.tell(wati, waiting).status_code == 200
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")


def test_a_challenged_card_waits_until_somebody_decides(
    wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    challenged = giving.act(simulator, order_id, "challenge")
    assert (challenged["transaction_status"], challenged["fraud_status"]) == ("capture", "challenge")
    giving.tell(wati, challenged)
    assert giving.status_and_phase(wati, order_id) == ("pending", "challenged")
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 0

    giving.tell(wati, giving.act(simulator, order_id, "approve"))
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")


@pytest.mark.parametrize("action", ["deny", "expire"])
def test_what_fails_counts_nothing(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator, action: str
) -> None:
    order_id = giving.order(wati, campaign_id)
    giving.act(simulator, order_id, "choose", method="qris")
    response = giving.tell(wati, giving.act(simulator, order_id, action))
    assert response.status_code == 200
    assert response.json["message"] == "Pembayaran tidak berhasil"
    assert giving.status_and_phase(wati, order_id) == ("failed", "failed")
    assert giving.findings(app) == []


def test_reaching_the_goal_completes_the_campaign(
    app: RuangHijau, sari: Person, wati: Person, simulator: Simulator
) -> None:
    small = campaigning.start(sari, goal=100_000)
    giving.give(wati, simulator, small, 60_000)
    assert campaigning.data_of(small, wati)["status"] == "active"
    giving.give(wati, simulator, small, 55_000)

    campaign = campaigning.data_of(small, wati)
    assert (campaign["status"], campaign["current_amount"], campaign["progress"]) == (
        "completed",
        115_000,
        115,
    )
    kinds = [kind for kind, _ in campaigning.news_of(app, sari)]
    assert kinds.count("goal_reached") == 1


def test_money_for_a_cancelled_campaign_is_booked_all_the_same(
    app: RuangHijau, sari: Person, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    order_id = giving.order(wati, campaign_id)
    sari.post(f"/api/campaigns/{campaign_id}/cancel", {"reason": "Batal."})
    assert giving.tell(wati, giving.act(simulator, order_id, "pay")).status_code == 200
    assert campaigning.data_of(campaign_id, wati)["current_amount"] == 50_000
    assert campaigning.data_of(campaign_id, wati)["status"] == "cancelled"
    assert giving.findings(app) == []


def test_news_of_what_the_gateway_does_not_confirm_waits(
    app: RuangHijau, wati: Person, campaign_id: int, simulator: Simulator
) -> None:
    """Rightly signed, and yet the gateway itself says otherwise: it is asked to tell again."""
    order_id = giving.order(wati, campaign_id)
    giving.act(simulator, order_id, "choose", method="qris")
    early = _signed(order_id, transaction_status="settlement")
    response = giving.tell(wati, early)
    assert code_of(response) == (503, "PAYMENT_GATEWAY_UNAVAILABLE")
    assert giving.status_and_phase(wati, order_id) == ("pending", "pending")


def test_unknown_fields_are_ignored(wati: Person, campaign_id: int, simulator: Simulator) -> None:
    order_id = giving.order(wati, campaign_id)
    news = giving.act(simulator, order_id, "pay") | {"masa_depan": {"a": [1, 2]}, "amount": 1}
    assert giving.tell(wati, news).status_code == 200
    assert giving.status_and_phase(wati, order_id) == ("completed", "paid")


@pytest.mark.parametrize("name", ["order_id", "status_code", "gross_amount", "signature_key"])
def test_what_is_signed_must_be_there_as_text(
    wati: Person, campaign_id: int, simulator: Simulator, name: str
) -> None:
    news = giving.act(simulator, giving.order(wati, campaign_id), "pay")
    for wrong in (None, 50_000, ["x"]):
        response = giving.tell(wati, news | {name: wrong})
        assert code_of(response) == (400, "VALIDATION_ERROR")
    del news[name]
    assert code_of(giving.tell(wati, news)) == (400, "VALIDATION_ERROR")


def test_an_order_that_is_not_ours_is_not_found(guest: Person, sari: Person) -> None:
    assert code_of(giving.tell(guest, _signed("donation-1-20260101-0"))) == (404, "DONATION_NOT_FOUND")


def test_a_forgery_is_refused_and_logged(
    wati: Person, campaign_id: int, simulator: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    order_id = giving.order(wati, campaign_id)
    forged = _signed(order_id) | {"signature_key": "0" * 128}
    with caplog.at_level(logging.WARNING):
        assert code_of(giving.tell(wati, forged)) == (403, "NOTIFICATION_REFUSED")
    (record,) = [one for one in caplog.records if "refused" in one.message]
    assert record.order == order_id  # type: ignore[attr-defined]
    assert giving.status_and_phase(wati, order_id) == ("pending", "pending")


def test_the_signature_is_that_of_the_documentation() -> None:
    words = "Postman-1578568851" + "200" + "10000.00" + "VT-server-abc"
    expected = hashlib.sha512(words.encode()).hexdigest()
    assert signature_of("Postman-1578568851", "200", "10000.00", "VT-server-abc") == expected


def _signed(order_id: str, **fields: Any) -> dict[str, Any]:
    body = {
        "order_id": order_id,
        "status_code": "200",
        "gross_amount": "50000.00",
        "currency": "IDR",
        "transaction_status": "settlement",
    } | fields
    key = signature_of(body["order_id"], body["status_code"], body["gross_amount"], SIMULATOR_KEY)
    return body | {"signature_key": key}
