"""Writing into the books: the one place where a donation's state and a campaign's money change."""

import logging
import secrets
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, select

from ruanghijau.campaigns import money
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign, CampaignStatus
from ruanghijau.db import now, session
from ruanghijau.donations import payments
from ruanghijau.donations.models import Donation, LedgerEntry, Phase
from ruanghijau.gateways.payments.port import Transaction
from ruanghijau.notifications import service as notifications

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Applied:
    """What came of an answer of the gateway: the donation, its campaign, and whether anything changed."""

    donation: Donation
    campaign: Campaign
    changed: bool


def apply(transaction: Transaction) -> Applied | None:
    """Bring the books to what the gateway says; None for an order that is not ours.

    Repeated, reordered and late news do no harm: a donation only moves forward, under the locks of its
    campaign and itself, and each event of it can be written once. Raises `Mismatch` when the gateway speaks
    of other money than we asked for.
    """
    campaign_id = session().scalar(
        select(Donation.campaign_id).where(Donation.transaction_id == transaction.order_id)
    )
    if campaign_id is None:
        return None
    campaign = campaigns.lock_campaign(campaign_id)
    donation = _lock(Donation.transaction_id == transaction.order_id)
    payments.require_match(donation, transaction)
    steps = list(payments.changes(donation, transaction))
    for step in steps:
        _write(donation, campaign, step, dict(transaction.payload))
    return Applied(donation, campaign, changed=bool(steps))


def fail(donation_id: int, event: str) -> bool:
    """Close a donation that was never paid; False when it moved on in the meantime."""
    found = session().get_one(Donation, donation_id)
    campaign = campaigns.lock_campaign(found.campaign_id)  # before the donation, as everywhere
    donation = _lock(Donation.id == donation_id)
    if donation.phase is not Phase.pending:
        return False
    _write(donation, campaign, payments.Change(event, Phase.failed, Decimal(0)), {})
    return True


def _lock(which: ColumnElement[bool]) -> Donation:
    statement = select(Donation).where(which).with_for_update()
    return session().scalars(statement, execution_options={"populate_existing": True}).one()


def _write(donation: Donation, campaign: Campaign, step: payments.Change, payload: dict[str, object]) -> None:
    session().add(
        LedgerEntry(
            donation_id=donation.id,
            campaign_id=campaign.id,
            event=step.event,
            phase=step.phase,
            amount=step.amount,
            payload=payload,
        )
    )
    was_paid = donation.phase.rank >= Phase.paid.rank
    donation.advance(step.phase)
    money.add(campaign, step.amount)
    if step.amount < 0:
        donation.refunded_amount -= step.amount
    elif step.phase is Phase.paid and not was_paid:
        _paid(donation, campaign)
    session().flush()
    log.info("donation moved", extra={"donation": donation.id, "event": step.event})


def _paid(donation: Donation, campaign: Campaign) -> None:
    donation.payment_date = now()
    donation.certificate_code = secrets.token_hex(8).upper()
    amount = f"{donation.amount:,.0f}".replace(",", ".")
    subject = f"Rp{amount} · {campaign.title}"
    notifications.notify_many([donation.donor_id], "donation_succeeded", donation.id, subject=subject)
    notifications.notify_many([campaign.creator_id], "donation_received", donation.id, subject=subject)
    if campaign.status is CampaignStatus.active and campaign.current_amount >= campaign.goal_amount:
        campaign.complete()
        notifications.notify_many([campaign.creator_id], "goal_reached", campaign.id, subject=campaign.title)
