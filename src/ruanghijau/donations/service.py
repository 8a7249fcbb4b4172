"""Donations, as other rooms ask about them."""

from sqlalchemy import func, select

from ruanghijau.db import session
from ruanghijau.donations.models import Donation, DonationStatus


def count_donors(campaign_id: int) -> int:
    """How many different people gave to a campaign; what is not paid does not count."""
    paid = select(func.count(Donation.donor_id.distinct())).where(
        Donation.campaign_id == campaign_id, Donation.status == DonationStatus.completed
    )
    return session().scalar(paid) or 0
