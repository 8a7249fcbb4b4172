"""What every payment gateway does, on the simulator and, where a key is given, on Midtrans' sandbox.

How the client takes answers of every kind is held against a peer that gives them.
"""

import os
import secrets
import socket
import time
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from payment_answers import peer

from payment_peers import Simulator, running_simulator
from ruanghijau.config import Settings
from ruanghijau.gateways.payments import SIMULATOR_KEY, open_gateway, signature_of
from ruanghijau.gateways.payments import midtrans as client
from ruanghijau.gateways.payments.port import (
    PaymentGateway,
    PaymentOrder,
    PaymentRefused,
    PaymentUnavailable,
)

SANDBOX_KEY = os.environ.get("TEST_MIDTRANS_SERVER_KEY")
KEY = "SB-Mid-server-very-secret"
PAID = {
    "status_code": "200",
    "transaction_status": "settlement",
    "order_id": "o-1",
    "gross_amount": "50000.00",
    "currency": "IDR",
    "payment_type": "gopay",
    "a_field_of_tomorrow": {"deep": [1]},
}


def _order(**fields: Any) -> PaymentOrder:
    values = {
        "order_id": f"rh-{secrets.token_hex(8)}",
        "amount": Decimal(50_000),
        "item_name": "Donasi: " + "Mangrove " * 20,
        "customer_name": "Sari",
        "customer_email": "sari@example.org",
        "method": None,
        "finish_url": "http://127.0.0.1:9/selesai",
    }
    return PaymentOrder(**(values | fields))  # type: ignore[arg-type]


def _gateway(url: str, key: str = KEY) -> PaymentGateway:
    return open_gateway(
        Settings(
            _env_file=None,
            payment="midtrans",
            midtrans_server_key=key,
            midtrans_snap_url=url,
            midtrans_api_url=url,
        )
    )


@pytest.fixture(params=["simulator", *(["sandbox"] if SANDBOX_KEY else [])])
def gateway(request: pytest.FixtureRequest) -> PaymentGateway:
    if request.param == "sandbox":
        return open_gateway(Settings(_env_file=None, payment="midtrans", midtrans_server_key=SANDBOX_KEY))
    simulator: Simulator = request.getfixturevalue("simulator")
    return open_gateway(Settings(_env_file=None, simulator_url=simulator.url))


@pytest.fixture
def simulated(simulator: Simulator) -> PaymentGateway:
    return open_gateway(Settings(_env_file=None, simulator_url=simulator.url))


@pytest.mark.parametrize("method", [None, *client.METHODS])
def test_a_page_opens_and_no_status_is_known_before_a_choice(
    gateway: PaymentGateway, method: str | None
) -> None:
    order = _order(method=method)
    page = gateway.create(order)
    assert page.token
    assert page.url.endswith(page.token)
    assert gateway.status(order.order_id) is None


def test_an_order_nobody_opened_has_no_status(gateway: PaymentGateway) -> None:
    assert gateway.status("rh-nobody-opened-this") is None


@pytest.mark.parametrize("order_id", ["", "a" * 51, "spasi di sini", "é"])
def test_a_name_outside_the_alphabet_is_refused(gateway: PaymentGateway, order_id: str) -> None:
    with pytest.raises(PaymentRefused):
        gateway.create(_order(order_id=order_id))


def test_a_paid_order_is_settled_and_its_name_is_taken(
    simulator: Simulator, simulated: PaymentGateway
) -> None:
    order = _order()
    simulated.create(order)
    told = simulator.act(order.order_id, "pay", method="gopay")
    paid = simulated.status(order.order_id)
    assert paid is not None
    assert (paid.transaction_status, paid.gross_amount, paid.currency) == ("settlement", "50000.00", "IDR")
    assert simulated.is_genuine(told)
    with pytest.raises(PaymentRefused):
        simulated.create(order)


@pytest.mark.parametrize(
    ("actions", "status", "fraud"),
    [
        (["deny"], "deny", "deny"),
        (["challenge"], "capture", "challenge"),
        (["challenge", "approve"], "capture", "accept"),
        (["challenge", "deny"], "deny", "deny"),
        (["choose", "expire"], "expire", None),
        (["pay", "chargeback"], "chargeback", "accept"),
    ],
)
def test_an_orders_life(
    simulator: Simulator, simulated: PaymentGateway, actions: list[str], status: str, fraud: str | None
) -> None:
    order = _order()
    simulated.create(order)
    for action in actions:
        told = simulator.act(order.order_id, action)
        assert simulated.is_genuine(told)
    seen = simulated.status(order.order_id)
    assert seen is not None
    assert (seen.transaction_status, seen.fraud_status) == (status, fraud)


def test_refunds_add_up_happen_once_and_never_exceed(simulator: Simulator, simulated: PaymentGateway) -> None:
    order = _order()
    simulated.create(order)
    simulator.act(order.order_id, "pay")
    for _ in range(2):
        part = simulated.refund(order.order_id, "part", Decimal(20_000), "salah")
        assert (part.transaction_status, part.payload["refund_amount"]) == ("partial_refund", "20000.00")
    with pytest.raises(PaymentRefused):
        simulated.refund(order.order_id, "too-much", Decimal(30_001), "salah")
    whole = simulated.refund(order.order_id, "rest", Decimal(30_000), "salah")
    assert (whole.transaction_status, whole.payload["refund_amount"]) == ("refund", "50000.00")
    assert [row["refund_key"] for row in whole.payload["refunds"]] == ["part", "rest"]


def test_what_is_not_paid_is_not_refunded(simulated: PaymentGateway) -> None:
    order = _order()
    simulated.create(order)
    with pytest.raises(PaymentRefused):
        simulated.refund(order.order_id, "early", Decimal(1), "salah")


def test_a_wrong_key_is_refused(simulator: Simulator) -> None:
    with pytest.raises(PaymentRefused):
        _gateway(simulator.url).create(_order())


def test_an_answer_of_more_fields_than_known_is_read() -> None:
    with peer((200, PAID)) as told:
        seen = _gateway(told.url).status("o-1")
    assert seen is not None
    assert seen.payload == PAID
    assert told.requests[0][:2] == ("GET", "/v2/o-1/status")
    assert told.requests[0][3] == "Basic " + b64encode(f"{KEY}:".encode()).decode()


def test_an_expired_order_is_an_answer_though_its_code_is_407() -> None:
    with peer((200, PAID | {"status_code": "407", "transaction_status": "expire"})) as told:
        seen = _gateway(told.url).status("o-1")
    assert seen is not None
    assert seen.transaction_status == "expire"


def test_404_inside_an_answer_of_200_is_an_unknown_order() -> None:
    with peer((200, {"status_code": "404", "status_message": "Transaction doesn't exist."})) as told:
        assert _gateway(told.url).status("o-1") is None


def test_a_request_says_what_snap_wants() -> None:
    with peer((201, {"token": "t", "redirect_url": "https://pay.example/t"})) as told:
        _gateway(told.url).create(_order(order_id="o-1", method="gopay"))
    sent = told.requests[0][2]
    assert sent["transaction_details"] == {"order_id": "o-1", "gross_amount": 50_000}
    assert sent["enabled_payments"] == ["gopay"]
    assert [len(item["name"]) for item in sent["item_details"]] == [50]
    assert sent["callbacks"] == {"finish": "http://127.0.0.1:9/selesai"}
    assert sent["page_expiry"] == sent["expiry"] == {"duration": 24, "unit": "hours"}


def test_a_refund_that_came_through_before_is_found_again() -> None:
    done = PAID | {"transaction_status": "refund", "refunds": [{"refund_key": "k"}]}
    with peer((200, {"status_code": "406", "status_message": "duplicate"}), (200, done)) as told:
        assert _gateway(told.url).refund("o-1", "k", Decimal(1), "x").transaction_status == "refund"
    refusal = {"status_code": "412", "status_message": "no"}
    with peer((200, refusal), (200, done)) as told, pytest.raises(PaymentRefused):
        _gateway(told.url).refund("o-1", "another", Decimal(1), "x")


ASKING: list[Callable[[PaymentGateway], object]] = [
    lambda gateway: gateway.create(_order()),
    lambda gateway: gateway.status("o-1"),
    lambda gateway: gateway.refund("o-1", "k", Decimal(1), "x"),
]


@pytest.mark.parametrize("ask", ASKING)
@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, {"error_messages": ["trouble"]}, PaymentUnavailable),
        (503, "<html>later</html>", PaymentUnavailable),
        (429, {"error_messages": ["slow down"]}, PaymentUnavailable),
        (200, "<html>hello</html>", PaymentUnavailable),
        (200, "[1]", PaymentUnavailable),
        (200, {"status_code": "500", "status_message": "x"}, PaymentUnavailable),
        (0, "", PaymentUnavailable),
        (401, {"error_messages": ["unauthorized"]}, PaymentRefused),
    ],
)
def test_trouble_is_told_apart_asked_once_and_keeps_the_key(
    ask: Callable[[PaymentGateway], object], status: int, body: Any, error: type[Exception]
) -> None:
    with peer((status, body)) as told, pytest.raises(error) as caught:
        ask(_gateway(told.url))
    assert sum(method == "POST" for method, *_ in told.requests) <= 1
    assert KEY not in repr(caught.value)
    assert KEY not in repr(_gateway(told.url))


@pytest.mark.parametrize("ask", ASKING)
def test_a_slow_or_absent_gateway_is_unavailable(
    ask: Callable[[PaymentGateway], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "TIMEOUT", httpx.Timeout(0.2))
    with peer((200, PAID), delay=0.6) as told, pytest.raises(PaymentUnavailable):
        ask(_gateway(told.url))
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(PaymentUnavailable):
        ask(_gateway(f"http://127.0.0.1:{port}"))


@pytest.mark.parametrize("field", ["order_id", "status_code", "gross_amount", "signature_key"])
@pytest.mark.parametrize("value", [None, 200, 50000.0, ["200"], "", "é\udcff", "0"])
def test_only_the_exact_strings_are_genuine(field: str, value: Any) -> None:
    gateway = open_gateway(Settings(_env_file=None))
    signed = {name: PAID[name] for name in ("order_id", "status_code", "gross_amount")}
    told = signed | {"signature_key": signature_of(*map(str, signed.values()), SIMULATOR_KEY)}
    assert gateway.is_genuine(told)
    assert not gateway.is_genuine(told | {field: value})
    assert not gateway.is_genuine({name: text for name, text in told.items() if name != field})


@pytest.mark.parametrize(
    ("answers", "tries"),
    [
        ([200], 1),
        ([500, 503, 503, 200], 4),  # the latest answer decides
        ([500], 2),
        ([400], 3),
        ([404], 3),
        ([503], 5),
        ([302], 1),
        ([401], 6),
        ([503, 503, 200], 3),
    ],
)
def test_notifications_are_repeated_as_documented(tmp_path: Path, answers: list[int], tries: int) -> None:
    with (
        peer(*((status, {}) for status in answers)) as told,
        running_simulator(tmp_path, told.url, speed=1e7) as simulator,
    ):
        order = _order()
        open_gateway(Settings(_env_file=None, simulator_url=simulator.url)).create(order)
        simulator.act(order.order_id, "pay")
        delivery = _ended(simulator)
        assert len(delivery["answers"]) == len(told.requests) == tries
        assert told.requests[0][2] == delivery["body"]


def test_notifications_outlive_a_crash(tmp_path: Path) -> None:
    with peer((503, {}), (200, {})) as told, running_simulator(tmp_path, told.url, speed=100) as simulator:
        order = _order()
        open_gateway(Settings(_env_file=None, simulator_url=simulator.url)).create(order)
        simulator.act(order.order_id, "pay")
        while not told.requests:
            time.sleep(0.01)
        simulator.restart()
        assert _ended(simulator)["answers"][-1] == 200


def _ended(simulator: Simulator) -> dict[str, Any]:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        [delivery] = simulator.deliveries()
        if delivery["done"]:
            return delivery
        time.sleep(0.02)
    raise TimeoutError("the notification is still under way")
