"""What the platform asks of a payment gateway, in the words of Midtrans Snap.

The simulator speaks the same requests, payloads and signatures, so one client serves both; only addresses
and keys differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol


class PaymentError(Exception):
    """Something about a payment went wrong at the gateway."""


class PaymentRefused(PaymentError):
    """The gateway understood the request and says no; asking again will not help."""


class PaymentUnavailable(PaymentError):
    """The gateway did not answer, or not in time, or says it cannot at the moment. Asking again may help."""


@dataclass(frozen=True)
class PaymentOrder:
    """What is to be paid. `order_id` is at most 50 of the characters A-Z a-z 0-9 - _ ~ and the dot."""

    order_id: str
    amount: Decimal
    item_name: str
    customer_name: str
    customer_email: str
    method: str | None
    finish_url: str


@dataclass(frozen=True)
class PaymentPage:
    """Where the payer goes; `token` names the same page to the gateway's own script."""

    token: str
    url: str


@dataclass(frozen=True)
class Transaction:
    """What the gateway says of an order. The payload is kept word for word for the books."""

    order_id: str
    transaction_status: str
    fraud_status: str | None
    gross_amount: str
    currency: str
    payload: Mapping[str, Any]


class PaymentGateway(Protocol):
    """Each method raises `PaymentUnavailable` for trouble that may pass, `PaymentRefused` otherwise."""

    def create(self, order: PaymentOrder) -> PaymentPage:
        """Open a payment page for the order."""
        ...

    def status(self, order_id: str) -> Transaction | None:
        """What became of the order; None while the payer has not chosen how to pay (404 at the gateway)."""
        ...

    def refund(self, order_id: str, refund_key: str, amount: Decimal, reason: str) -> Transaction:
        """Give money back; the same `refund_key` never gives back twice."""
        ...

    def is_genuine(self, notification: Mapping[str, Any]) -> bool:
        """Whether the signature of a notification is the gateway's, over the strings as received."""
        ...
