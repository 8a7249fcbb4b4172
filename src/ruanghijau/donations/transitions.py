"""What a gateway's answer means for our books.

Statuses and their meaning are those of Midtrans' documentation: "Transaction Status" and "Fraud Status".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ruanghijau.donations.models import Donation, Phase
from ruanghijau.gateways.payments.port import Transaction

CURRENCY = "IDR"
_PHASES = {
    "pending": Phase.pending,
    "authorize": Phase.pending,
    "settlement": Phase.paid,
    "deny": Phase.failed,
    "cancel": Phase.failed,
    "expire": Phase.failed,
    "failure": Phase.failed,
    "partial_refund": Phase.partly_refunded,
    "refund": Phase.refunded,
    "partial_chargeback": Phase.partly_refunded,
    "chargeback": Phase.charged_back,
}


class Mismatch(ValueError):
    """What the gateway says does not fit what we asked it for."""


@dataclass(frozen=True)
class Change:
    """One step to write into the books: its name, where it leads, and what it moves in rupiah."""

    event: str
    phase: Phase
    amount: Decimal


def phase_of(transaction_status: str, fraud_status: str | None) -> Phase:
    """The phase that a status stands for. Raises `Mismatch` for one that the gateway does not document."""
    if transaction_status == "capture":
        if fraud_status in (None, "", "accept"):
            return Phase.paid
        return Phase.challenged if fraud_status == "challenge" else Phase.failed
    try:
        return _PHASES[transaction_status]
    except KeyError as error:
        raise Mismatch(f"unknown transaction_status {transaction_status!r}") from error


def require_match(donation: Donation, transaction: Transaction) -> None:
    """Raise `Mismatch` unless order, amount and currency are those of our row."""
    if transaction.order_id != donation.transaction_id:
        raise Mismatch("another order")
    if transaction.currency != CURRENCY:
        raise Mismatch("another currency")
    if _money(transaction.gross_amount) != donation.amount:
        raise Mismatch("another amount")


def changes(donation: Donation, transaction: Transaction) -> Iterator[Change]:
    """The steps from where the donation is to where the gateway says it is; none for old news."""
    phase = phase_of(transaction.transaction_status, transaction.fraud_status)
    if phase.rank < Phase.paid.rank:
        if phase.rank > donation.phase.rank:
            yield Change(transaction.transaction_status, phase, Decimal(0))
        return
    if donation.phase.rank < Phase.paid.rank:
        # News of a refund may come before that of the payment; the books tell both, in order.
        yield Change("paid", Phase.paid, donation.amount)
    if phase.rank > Phase.paid.rank:
        yield from _given_back(donation, phase, transaction)


def _given_back(donation: Donation, phase: Phase, transaction: Transaction) -> Iterator[Change]:
    """The part given back that the books do not have yet.

    The event is named by the total: the same total told again is the same news, and a gateway's total
    only grows.
    """
    whole = phase in (Phase.refunded, Phase.charged_back)
    total = donation.amount if whole else _total_given_back(transaction.payload)
    if total > donation.amount:
        raise Mismatch("more given back than was paid")
    if total > donation.refunded_amount:
        reached = phase if whole or total < donation.amount else Phase.refunded
        yield Change(f"{reached.value}:{total:.0f}", reached, donation.refunded_amount - total)
    elif phase.rank > donation.phase.rank and total == donation.refunded_amount:
        yield Change(f"{phase.value}:{total:.0f}", phase, Decimal(0))


def _total_given_back(payload: Mapping[str, Any]) -> Decimal:
    """Every refund and chargeback that the gateway lists; without a list, the total that it states."""
    listed = [(row, f"{kind}_amount") for kind in ("refund", "chargeback") for row in _rows(payload, kind)]
    if listed:
        return sum((_money(row.get(name)) for row, name in listed), Decimal(0))
    stated = [payload[name] for name in ("refund_amount", "chargeback_amount") if name in payload]
    return sum(map(_money, stated), Decimal(0))


def _rows(payload: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    rows = payload.get(f"{kind}s") or []
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Mismatch(f"a list of {kind}s was expected")
    return rows


def _money(value: object) -> Decimal:
    """Whole rupiah from the gateway's `"10000.00"`. Raises `Mismatch` for anything else."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation as error:
        raise Mismatch(f"not an amount: {value!r}") from error
    if not amount.is_finite() or amount != amount.to_integral_value() or amount < 0:
        raise Mismatch(f"not whole rupiah: {value!r}")
    return amount
