"""What the gateway tells us: notifications, and the answers to our own questions.

Nothing here holds a lock while it asks the gateway; each function opens its own transactions.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.db import now, session
from ruanghijau.donations import books, transitions
from ruanghijau.donations.books import Applied
from ruanghijau.donations.models import WAITING, Donation, Phase
from ruanghijau.donations.transitions import Mismatch
from ruanghijau.errors import Forbidden, NotFound, Unavailable
from ruanghijau.gateways.payments.port import PaymentError, Transaction
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

# A page that waits for its payment looks every few seconds; the gateway is not asked more often than this.
PAUSE = timedelta(seconds=5)


def receive(notification: Mapping[str, Any]) -> Applied:
    """Act on a notification, after checking its signature and asking the gateway itself.

    What the gateway answers is what counts; the notification only says when to ask. Raises `Forbidden` for a
    forged one, and `Unavailable` for trouble that passes: the gateway then sends it again.
    """
    order_id = str(notification.get("order_id"))[:100]
    if not runtime().payments.is_genuine(notification):
        raise _refused(order_id, "bad signature")
    told = _as_transaction(order_id, notification)
    known = _read(order_id)
    if known is None:
        raise NotFound("DONATION_NOT_FOUND")
    try:
        transitions.require_match(known.donation, told)
        if _is_old_news(known.donation, told):
            return known
        return _apply(_ask(told), notification)
    except Mismatch as error:
        raise _refused(order_id, str(error)) from error


def refresh(order_id: str) -> None:
    """Ask the gateway about an order somebody waits for, unless it was asked a moment ago.

    Trouble is logged and left to the next notification.
    """
    if not runtime().database.run(lambda: _is_due(order_id)):
        return
    try:
        transaction = runtime().payments.status(order_id)
        if transaction is not None:
            runtime().database.run(lambda: books.apply(transaction))
    except (PaymentError, Mismatch) as error:
        log.warning("an order could not be refreshed", extra={"order": order_id, "why": str(error)})


def _is_due(order_id: str) -> bool:
    waiting = Donation.transaction_id == order_id, Donation.phase.in_(WAITING)
    donation = session().scalar(select(Donation).where(*waiting).with_for_update())
    if donation is None or (donation.checked_at and donation.checked_at > now() - PAUSE):
        return False
    donation.checked_at = now()
    return True


def _read(order_id: str) -> Applied | None:
    with runtime().database.transaction(write=False):
        row = select(Donation).where(Donation.transaction_id == order_id)
        donation = session().scalar(row.options(joinedload(Donation.campaign)))
    return Applied(donation, donation.campaign, changed=False) if donation else None


def _is_old_news(donation: Donation, told: Transaction) -> bool:
    """Whether the books are there already. Of refunds there may be several, so those are asked about."""
    phase = transitions.phase_of(told.transaction_status, told.fraud_status)
    return phase.rank <= min(donation.phase.rank, Phase.paid.rank)


def _ask(told: Transaction) -> Transaction:
    """What the gateway itself says; `Unavailable` where it cannot tell, or not yet as much as it told us."""
    try:
        answer = runtime().payments.status(told.order_id)
    except PaymentError as error:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE") from error
    if answer is None or _rank(answer) < _rank(told):
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE")
    return answer


def _apply(answer: Transaction, notification: Mapping[str, Any]) -> Applied:
    applied = runtime().database.run(lambda: books.apply(answer, notification))
    if applied is None:
        raise NotFound("DONATION_NOT_FOUND")
    return applied


def _as_transaction(order_id: str, notification: Mapping[str, Any]) -> Transaction:
    return Transaction(
        order_id=order_id,
        transaction_status=str(notification.get("transaction_status")),
        fraud_status=notification.get("fraud_status"),
        gross_amount=str(notification.get("gross_amount")),
        currency=str(notification.get("currency") or transitions.CURRENCY),
        payload=notification,
    )


def _rank(news: Transaction) -> int:
    return transitions.phase_of(news.transaction_status, news.fraud_status).rank


def _refused(order_id: str, why: str) -> Forbidden:
    log.warning("a payment notification was refused", extra={"order": order_id, "why": why})
    return Forbidden("NOTIFICATION_REFUSED")
