"""A small client of Midtrans: Snap for payment pages, the Core API for what became of an order.

Documented at docs.midtrans.com: "Snap: Request body (JSON) parameters", "Get transaction status", "Refund
transaction", "HTTP status code".
"""

import os
import threading
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import httpx

from ruanghijau.gateways.payments.port import (
    PaymentOrder,
    PaymentPage,
    PaymentRefused,
    PaymentUnavailable,
    Transaction,
)
from ruanghijau.gateways.payments.signature import is_signed

# In seconds. Midtrans answers within one; a donor does not wait much longer than this.
TIMEOUT = httpx.Timeout(5.0, connect=2.0, pool=2.0)
PAGE_HOURS = 24
NAME_LENGTH = 50
METHODS = {
    "gopay": ["gopay"],
    "qris": ["other_qris"],
    "shopeepay": ["shopeepay"],
    "bank_transfer": ["bca_va", "bni_va", "bri_va", "permata_va", "echannel", "other_va"],
    "credit_card": ["credit_card"],
    "convenience_store": ["indomaret", "alfamart"],
}
PASSING = frozenset({408, 425, 429})


class MidtransGateway:
    """Asks one Midtrans account. Threads may share it; nothing is opened before the first request."""

    def __init__(self, snap_url: str, api_url: str, server_key: str) -> None:
        self._snap, self._api = snap_url.rstrip("/"), api_url.rstrip("/")
        self._key = server_key
        self._lock = threading.Lock()
        self._opened: tuple[int, httpx.Client] | None = None

    def _client(self) -> httpx.Client:
        """One client a process, made at its first request: a fork must not share its parent's sockets."""
        with self._lock:
            if self._opened is None or self._opened[0] != os.getpid():
                headers = {"Accept": "application/json"}
                client = httpx.Client(auth=(self._key, ""), timeout=TIMEOUT, headers=headers)
                self._opened = os.getpid(), client
            return self._opened[1]

    def create(self, order: PaymentOrder) -> PaymentPage:
        body = self._ask("POST", f"{self._snap}/snap/v1/transactions", _request(order))
        try:
            return PaymentPage(str(body["token"]), str(body["redirect_url"]))
        except KeyError as error:
            raise PaymentUnavailable("an answer without a payment page") from error

    def status(self, order_id: str) -> Transaction | None:
        body = self._ask("GET", self._address(order_id, "status"))
        return _transaction(body) if body else None

    def refund(self, order_id: str, refund_key: str, amount: Decimal, reason: str) -> Transaction:
        wish = {"refund_key": refund_key, "amount": int(amount), "reason": reason}
        try:
            body = self._ask("POST", self._address(order_id, "refund"), wish)
            if not str(body.get("status_code", "")).startswith("2"):
                raise PaymentRefused(f"status {body.get('status_code', '404')}")
        except PaymentRefused:
            # "The same refund_id cannot be reused": an earlier try of ours may have come through.
            if (known := self.status(order_id)) and refund_key in _refund_keys(known.payload):
                return known
            raise
        return _transaction(body)

    def is_genuine(self, notification: Mapping[str, Any]) -> bool:
        return is_signed(notification, self._key)

    def _address(self, order_id: str, verb: str) -> str:
        return f"{self._api}/v2/{quote(order_id, safe='')}/{verb}"

    def _ask(self, method: str, url: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer's body; empty where the gateway does not know the order, which it says in the body."""
        try:
            answer = self._client().request(method, url, json=body)
        except httpx.HTTPError as error:
            raise PaymentUnavailable(type(error).__name__) from None  # its text may hold the address
        try:
            content = answer.json()
        except ValueError:
            content = None
        if answer.status_code >= 500 or answer.status_code in PASSING or not isinstance(content, dict):
            raise PaymentUnavailable(f"HTTP {answer.status_code}")
        told = str(content.get("status_code", answer.status_code))
        if told == "404":
            return {}
        if told.startswith("5") or told == "429":
            raise PaymentUnavailable(f"status {told}")
        if answer.status_code >= 400 or (told.startswith("4") and "transaction_status" not in content):
            said = content.get("error_messages") or content.get("status_message")
            raise PaymentRefused(f"status {told}: {said}")
        return content


def _request(order: PaymentOrder) -> dict[str, Any]:
    amount = int(order.amount)
    name = order.item_name.replace("|", " ")[:NAME_LENGTH]  # Alfamart takes no vertical line
    wish: dict[str, Any] = {
        "transaction_details": {"order_id": order.order_id, "gross_amount": amount},
        "item_details": [{"id": "donation", "price": amount, "quantity": 1, "name": name}],
        "customer_details": {"first_name": order.customer_name[:255], "email": order.customer_email},
        "callbacks": {"finish": order.finish_url},
        "page_expiry": {"duration": PAGE_HOURS, "unit": "hours"},
        "expiry": {"duration": PAGE_HOURS, "unit": "hours"},
        "credit_card": {"secure": True},
    }
    if order.method:
        wish["enabled_payments"] = METHODS[order.method]
    return wish


def _refund_keys(payload: Mapping[str, Any]) -> set[Any]:
    return {row.get("refund_key") for row in payload.get("refunds") or [] if isinstance(row, dict)}


def _transaction(body: Mapping[str, Any]) -> Transaction:
    try:
        return Transaction(
            order_id=str(body["order_id"]),
            transaction_status=str(body["transaction_status"]),
            fraud_status=body.get("fraud_status"),
            gross_amount=str(body["gross_amount"]),
            currency=str(body.get("currency") or "IDR"),
            payload=body,
        )
    except KeyError as error:
        raise PaymentUnavailable("an answer without what it should say") from error
