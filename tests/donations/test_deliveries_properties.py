"""Whatever is repeated, reordered or forged, the books balance and end where the gateway is."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import campaigning
import giving
from payment_peers import Simulator
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.gateways.payments import SIMULATOR_KEY, signature_of

AMOUNT = 100_000
# What may happen to an order at the gateway, step by step, and what the campaign has of it in the end.
LIVES: list[tuple[list[tuple[str, dict[str, Any]]], str, int]] = [
    ([("choose", {"method": "qris"})], "pending", 0),
    ([("pay", {})], "paid", AMOUNT),
    ([("choose", {"method": "bank_transfer"}), ("pay", {})], "paid", AMOUNT),
    ([("choose", {"method": "gopay"}), ("expire", {})], "failed", 0),
    ([("choose", {"method": "gopay"}), ("deny", {})], "failed", 0),
    ([("challenge", {})], "challenged", 0),
    ([("challenge", {}), ("approve", {})], "paid", AMOUNT),
    ([("challenge", {}), ("deny", {})], "failed", 0),
    ([("pay", {}), ("refund", {})], "refunded", 0),
    ([("pay", {}), ("refund", {"amount": 30_000})], "partly_refunded", 70_000),
    (
        [("pay", {}), ("refund", {"amount": 30_000}), ("refund", {"amount": 20_000})],
        "partly_refunded",
        50_000,
    ),
    ([("pay", {}), ("refund", {"amount": 30_000}), ("refund", {"amount": 70_000})], "refunded", 0),
    ([("pay", {}), ("chargeback", {})], "charged_back", 0),
]


def forge(news: dict[str, Any], other: str, dice: Random) -> dict[str, Any]:
    """A notification that the gateway did not send, though it looks like one that it did."""
    wrong_key = signature_of(news["order_id"], news["status_code"], news["gross_amount"], "kunci-lain")
    more = "9990000.00"
    rightly_signed = signature_of(news["order_id"], news["status_code"], more, SIMULATOR_KEY)
    forgeries: list[dict[str, Any]] = [
        {"signature_key": "0" * 128},
        {"signature_key": wrong_key},
        {"gross_amount": more},
        {"gross_amount": more, "signature_key": rightly_signed},
        {"status_code": "999"},
        {"order_id": other},
        {"currency": "USD"},
    ]
    return news | dice.choice(forgeries)


@pytest.fixture
def donors(person: Callable[..., Person]) -> list[Person]:
    """One for each order: the same gift of the same donor would be the same order."""
    return [person(f"dermawan{number}") for number in range(3)]


@given(
    lives=st.lists(st.sampled_from(LIVES), min_size=2, max_size=3),
    dice=st.randoms(use_true_random=False),
)
@settings(
    max_examples=25,
    deadline=None,
    # Shrinking replays HTTP by the thousand; the dice are printed all the same.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_books_balance_after_every_delivery(
    app: RuangHijau,
    donors: list[Person],
    guest: Person,
    sari: Person,
    simulator: Simulator,
    lives: list[Any],
    dice: Random,
) -> None:
    campaign_id = campaigning.start(sari, goal=9_000_000)
    orders = [giving.order(donor, campaign_id, AMOUNT) for donor, _ in zip(donors, lives, strict=False)]
    ahead = {order: list(steps) for order, (steps, _, _) in zip(orders, lives, strict=True)}
    to_deliver: list[dict[str, Any]] = []
    while any(ahead.values()) or to_deliver:
        living = [order for order, steps in ahead.items() if steps]
        if living and (not to_deliver or dice.random() < 0.4):
            order = dice.choice(living)
            action, fields = ahead[order].pop(0)
            to_deliver += [giving.act(simulator, order, action, **fields)] * dice.randint(1, 5)
            continue
        news = to_deliver.pop(dice.randrange(len(to_deliver)))
        if dice.random() < 0.25:
            other = dice.choice([one for one in orders if one != news["order_id"]])
            _refused(app, guest, forge(news, other, dice))
        assert giving.tell(guest, news).status_code == 200
        assert giving.findings(app) == []

    phases = [giving.status_and_phase(*one)[1] for one in zip(donors, orders, strict=False)]
    assert phases == [phase for _, phase, _ in lives]
    expected = sum(amount for _, _, amount in lives)
    assert campaigning.data_of(campaign_id, guest)["current_amount"] == expected


def _refused(app: RuangHijau, guest: Person, forged: dict[str, Any]) -> None:
    before = giving.ledger(app)
    assert giving.tell(guest, forged).status_code in {400, 403, 404}
    assert giving.ledger(app) == before
