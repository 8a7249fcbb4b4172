"""Writing into the books: the one place where a donation's state and a campaign's money change.

Locks are taken in one order, campaign, donation, donor, so that two who write wait instead of blocking each
other.
"""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from ruanghijau.admin_log import service as admin_log
from ruanghijau.campaigns import money
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.donations import rewards, transitions
from ruanghijau.donations.models import Donation, LedgerEntry, Phase
from ruanghijau.donations.transitions import Change
from ruanghijau.gateways.payments.port import Transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Applied:
    """What came of an answer of the gateway: the donation, its campaign, and whether anything changed."""

    donation: Donation
    campaign: Campaign
    changed: bool


def apply(transaction: Transaction, cause: Mapping[str, Any] | None = None) -> Applied | None:
    """Bring the books to what the gateway says; None for an order that is not ours.

    Repeated, reordered and late news do no harm: a donation only moves forward, under the locks of its
    campaign and itself, and each event of it can be written once. `cause` is what made us ask. Raises
    `Mismatch` when the gateway speaks of other money than we asked for.
    """
    locked = _lock(transaction.order_id)
    if locked is None:
        return None
    donation, campaign = locked
    transitions.require_match(donation, transaction)
    payload = {"status": dict(transaction.payload), **({"cause": dict(cause)} if cause else {})}
    steps = list(transitions.changes(donation, transaction))
    for step in steps:
        _write(donation, campaign, step, payload)
    if method := transaction.payload.get("payment_type"):
        donation.payment_method = str(method)[:50]
    return Applied(donation, campaign, changed=bool(steps))


def open_donation(donation: Donation) -> None:
    """Write a new donation and the first row of its ledger."""
    session().add(donation)
    session().flush()
    _enter(donation, Change("created", Phase.pending, Decimal(0)), {"order_id": donation.transaction_id})


def fail(order_id: str, event: str) -> bool:
    """Close a donation that was never paid; False when it moved on in the meantime."""
    locked = _lock(order_id)
    if locked is None or locked[0].phase is not Phase.pending:
        return False
    donation, campaign = locked
    _write(donation, campaign, Change(event, Phase.failed, Decimal(0)), {})
    return True


def _lock(order_id: str) -> tuple[Donation, Campaign] | None:
    ours = Donation.transaction_id == order_id
    campaign_id = session().scalar(select(Donation.campaign_id).where(ours))
    if campaign_id is None:
        return None
    campaign = money.lock(campaign_id)
    statement = select(Donation).where(ours).with_for_update().execution_options(populate_existing=True)
    return session().scalars(statement).one(), campaign


def _write(donation: Donation, campaign: Campaign, step: Change, payload: Mapping[str, Any]) -> None:
    _enter(donation, step, payload)
    donation.advance(step.phase)
    money.add(campaign, step.amount)
    if step.amount > 0:
        donation.payment_date = now()
        donation.certificate_code = secrets.token_hex(8).upper()
    donation.refunded_amount -= min(step.amount, Decimal(0))
    session().flush()
    if step.amount:
        _note(donation, campaign, step)
        rewards.follow(donation, campaign, step)
    log.info("donation moved", extra={"donation": donation.id, "event": step.event})


def _enter(donation: Donation, step: Change, payload: Mapping[str, Any]) -> None:
    session().add(
        LedgerEntry(
            donation_id=donation.id,
            campaign_id=donation.campaign_id,
            event=step.event,
            phase=step.phase,
            amount=step.amount,
            payload=dict(payload),
        )
    )


def _note(donation: Donation, campaign: Campaign, step: Change) -> None:
    details = {
        "donation": donation.id,
        "campaign": campaign.id,
        "event": step.event,
        "amount": int(step.amount),
        "campaign_amount": int(campaign.current_amount),
    }
    admin_log.record("donation_paid" if step.amount > 0 else "donation_given_back", details)
