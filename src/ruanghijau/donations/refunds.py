"""Giving a donation back, in full or in part, through the gateway that took it."""

from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.admin_log import service as admin_log
from ruanghijau.db import session
from ruanghijau.donations import books
from ruanghijau.donations.books import Applied
from ruanghijau.donations.models import GIVEN, Donation, LedgerEntry
from ruanghijau.donations.transitions import Mismatch
from ruanghijau.errors import Conflict, Forbidden, NotFound, Unavailable
from ruanghijau.gateways.payments.port import PaymentError, PaymentRefused
from ruanghijau.runtime import runtime


def refund(donation_id: int, me: Identity, amount: Decimal | None, reason: str, key: str) -> Applied:
    """Give back `amount` rupiah, or all that is left; for administrators.

    The same `key` never gives back twice, whatever died in between. Raises `Conflict` for what is not paid or
    more than is left, and `Unavailable` while the gateway does not answer.
    """
    if not me.is_admin:
        raise Forbidden
    refund_key = f"refund-{donation_id}-{key}"
    donation, left = runtime().database.run(lambda: _begin(donation_id, me, amount, reason, refund_key))
    if left is None:
        return Applied(donation, donation.campaign, changed=False)
    return _give_back(donation.transaction_id or "", refund_key, left, reason)


def _give_back(order_id: str, refund_key: str, amount: Decimal, reason: str) -> Applied:
    try:
        runtime().payments.refund(order_id, refund_key, amount, reason)
        answer = runtime().payments.status(order_id)
        applied = answer and runtime().database.run(lambda: books.apply(answer, {"source": "refund"}))
    except PaymentRefused as error:
        raise Conflict("REFUND_REFUSED") from error
    except (PaymentError, Mismatch) as error:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE") from error
    if not applied:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE")
    return applied


def _begin(
    donation_id: int, me: Identity, amount: Decimal | None, reason: str, refund_key: str
) -> tuple[Donation, Decimal | None]:
    """The donation and what to ask for; None if this refund is in the books. Notes the attempt beforehand."""
    statement = select(Donation).where(Donation.id == donation_id).options(joinedload(Donation.campaign))
    donation = session().scalar(statement)
    if donation is None:
        raise NotFound("DONATION_NOT_FOUND")
    if _is_booked(donation_id, refund_key):
        return donation, None
    left = donation.amount - donation.refunded_amount
    if donation.phase not in GIVEN:
        raise Conflict("DONATION_NOT_PAID")
    if amount is not None and amount > left:
        raise Conflict("REFUND_TOO_LARGE", left=int(left))
    details = {"donation": donation_id, "amount": int(amount or left), "reason": reason, "key": refund_key}
    admin_log.record("donation_refund_asked", details, me.user_id)
    return donation, amount or left


def _is_booked(donation_id: int, refund_key: str) -> bool:
    given_back = LedgerEntry.donation_id == donation_id, LedgerEntry.amount < Decimal(0)
    payloads = session().scalars(select(LedgerEntry.payload).where(*given_back))
    return any(refund_key in _keys(payload) for payload in payloads)


def _keys(payload: dict[str, Any]) -> set[Any]:
    return {row.get("refund_key") for row in payload.get("status", {}).get("refunds", [])}
