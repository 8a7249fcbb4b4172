"""What the gateway tells us: notifications, and the answers to our own questions."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from ruanghijau.db import now, session
from ruanghijau.donations import books, payments
from ruanghijau.donations.books import Applied
from ruanghijau.donations.models import Donation, Phase
from ruanghijau.errors import Forbidden, NotFound, Unavailable
from ruanghijau.gateways.payments.port import PaymentRefused, PaymentUnavailable, Transaction
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

# The gateway closes a page after its lifetime without telling anybody; a little later is late enough.
GRACE = timedelta(hours=1)
PENDING = (Phase.pending, Phase.challenged)


def receive(notification: Mapping[str, Any]) -> Applied:
    """Act on a notification, after checking its signature and asking the gateway itself.

    What the gateway answers is what counts; the notification only says when to ask. Raises `Forbidden` for a
    forged one, and `Unavailable` for trouble that passes: the gateway then sends it again.
    """
    order_id = str(notification.get("order_id"))[:100]
    if not runtime().payments.is_genuine(notification):
        raise _refused(order_id, "bad signature")
    _require_known(order_id, notification)
    transaction = _ask(order_id)
    if transaction is None or _rank(transaction) < _rank(notification):
        # The gateway's own answer lags behind its notification.
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE")
    return _apply(order_id, transaction)


def reconcile(limit: int = 1000) -> tuple[int, int]:
    """Ask the gateway about pending donations, the oldest first; close those whose page is long gone.

    Returns how many were asked about and how many moved. Safe to run twice at once.
    """
    with runtime().database.transaction(write=False):
        waiting = session().execute(
            select(Donation.id, Donation.transaction_id, Donation.expires_at)
            .where(Donation.phase.in_(PENDING))
            .order_by(Donation.donated_at)
            .limit(limit)
        )
        rows = waiting.all()
    return len(rows), sum(_reconcile_one(*row) for row in rows)


def _reconcile_one(donation_id: int, order_id: str | None, expires_at: datetime) -> bool:
    try:
        transaction = runtime().payments.status(order_id or "")
    except (PaymentUnavailable, PaymentRefused):
        log.warning("the gateway did not tell about an order", extra={"donation": donation_id})
        return False
    with runtime().database.transaction():
        if transaction is not None:
            try:
                return (applied := books.apply(transaction)) is not None and applied.changed
            except payments.Mismatch as error:
                log.error("reconciling found a mismatch", extra={"donation": donation_id, "why": str(error)})
                return False
        # Nobody chose a way to pay: that fails only once the page cannot be open any more.
        return expires_at + GRACE < now() and books.fail(donation_id, "expired")


def _require_known(order_id: str, notification: Mapping[str, Any]) -> None:
    """Refuse a genuine notification that does not fit our row before asking anybody about it."""
    with runtime().database.transaction(write=False):
        donation = session().scalar(select(Donation).where(Donation.transaction_id == order_id))
    if donation is None:
        raise NotFound("DONATION_NOT_FOUND")
    try:
        payments.require_match(donation, _as_transaction(order_id, notification))
        _rank(notification)
    except payments.Mismatch as error:
        raise _refused(order_id, str(error)) from error


def _ask(order_id: str) -> Transaction | None:
    try:
        return runtime().payments.status(order_id)
    except (PaymentUnavailable, PaymentRefused) as error:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE") from error


def _apply(order_id: str, transaction: Transaction) -> Applied:
    try:
        applied = books.apply(transaction)
    except payments.Mismatch as error:
        raise _refused(order_id, str(error)) from error
    if applied is None:
        raise NotFound("DONATION_NOT_FOUND")
    return applied


def _as_transaction(order_id: str, notification: Mapping[str, Any]) -> Transaction:
    return Transaction(
        order_id=order_id,
        transaction_status=str(notification.get("transaction_status")),
        fraud_status=notification.get("fraud_status"),
        gross_amount=str(notification.get("gross_amount")),
        currency=str(notification.get("currency") or payments.CURRENCY),
        payload=notification,
    )


def _rank(news: Transaction | Mapping[str, Any]) -> int:
    if isinstance(news, Transaction):
        return payments.phase_of(news.transaction_status, news.fraud_status).rank
    return payments.phase_of(str(news.get("transaction_status")), news.get("fraud_status")).rank


def _refused(order_id: str, why: str) -> Forbidden:
    log.warning("a payment notification was refused", extra={"order": order_id, "why": why})
    return Forbidden("NOTIFICATION_REFUSED")
