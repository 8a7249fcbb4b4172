"""A campaign's money. Only the books of donations move it."""

from decimal import Decimal

from sqlalchemy import update

from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session

# What DECIMAL(12, 2) holds.
MOST = Decimal("9999999999")


def lock(campaign_id: int) -> Campaign:
    """A campaign as it is now, locked, in whatever state: money that arrives is booked, come what may."""
    return session().get_one(Campaign, campaign_id, with_for_update=True, populate_existing=True)


def add(campaign: Campaign, amount: Decimal) -> None:
    """Add to the money of a locked campaign, or take away; that does not count as an edit."""
    if not amount:
        return
    moved = {"current_amount": Campaign.current_amount + amount, "updated_at": Campaign.updated_at}
    session().execute(update(Campaign).where(Campaign.id == campaign.id).values(moved))
    session().refresh(campaign, ["current_amount"])
