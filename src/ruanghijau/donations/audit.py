"""Proving that the books balance, over the whole database."""

from dataclasses import dataclass

from sqlalchemy import case, func, select

from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session
from ruanghijau.donations.models import Donation, LedgerEntry, Phase

PAID = (Phase.paid, Phase.partly_refunded, Phase.refunded, Phase.charged_back)


@dataclass(frozen=True)
class Finding:
    """Something that does not add up: what, and the numbers that differ, in rupiah."""

    what: str
    expected: int
    found: int


def audit() -> list[Finding]:
    """Everything wrong with the books; empty when they balance."""
    return [*_campaigns(), *_donations(), *_payments(), *_states()]


def _campaigns() -> list[Finding]:
    """A campaign has what its ledger says."""
    entries = (
        select(LedgerEntry.campaign_id, func.sum(LedgerEntry.amount).label("sum"))
        .group_by(LedgerEntry.campaign_id)
        .subquery()
    )
    total = func.coalesce(entries.c.sum, 0)
    rows = session().execute(
        select(Campaign.id, total, Campaign.current_amount)
        .outerjoin(entries, entries.c.campaign_id == Campaign.id)
        .where(total != Campaign.current_amount)
    )
    return [Finding(f"campaign {row[0]}", int(row[1]), int(row[2])) for row in rows]


def _donations() -> list[Finding]:
    """A donation's ledger says what its state says."""
    entries = (
        select(LedgerEntry.donation_id, func.sum(LedgerEntry.amount).label("sum"))
        .group_by(LedgerEntry.donation_id)
        .subquery()
    )
    counted = case((Donation.phase.in_(PAID), Donation.amount - Donation.refunded_amount), else_=0)
    total = func.coalesce(entries.c.sum, 0)
    rows = session().execute(
        select(Donation.id, total, counted)
        .outerjoin(entries, entries.c.donation_id == Donation.id)
        .where(total != counted)
    )
    return [Finding(f"donation {row[0]}", int(row[1]), int(row[2])) for row in rows]


def _payments() -> list[Finding]:
    """Each paid donation was paid once, and no other was."""
    payments = (
        select(LedgerEntry.donation_id, func.count().label("times"))
        .where(LedgerEntry.event == "paid")
        .group_by(LedgerEntry.donation_id)
        .subquery()
    )
    times = func.coalesce(payments.c.times, 0)
    wanted = case((Donation.phase.in_(PAID), 1), else_=0)
    rows = session().execute(
        select(Donation.id, wanted, times)
        .outerjoin(payments, payments.c.donation_id == Donation.id)
        .where(times != wanted)
    )
    return [Finding(f"payments of donation {row[0]}", int(row[1]), int(row[2])) for row in rows]


def _states() -> list[Finding]:
    """A donation is in the state that the last row of its ledger led to."""
    last = select(func.max(LedgerEntry.id).label("id")).group_by(LedgerEntry.donation_id).subquery()
    rows = session().execute(
        select(Donation.id, LedgerEntry.phase, Donation.phase)
        .join(LedgerEntry, LedgerEntry.donation_id == Donation.id)
        .join(last, last.c.id == LedgerEntry.id)
        .where(LedgerEntry.phase != Donation.phase)
    )
    return [Finding(f"phase of donation {row[0]}", row[1].rank, row[2].rank) for row in rows]
