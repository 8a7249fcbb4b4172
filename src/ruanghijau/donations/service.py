"""Donations, as other rooms ask about them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from ruanghijau.db import session
from ruanghijau.donations.models import GIVEN, Donation, DonationStatus


def count_donors(campaign_id: int) -> int:
    """How many different people gave to a campaign; what is unpaid or given back does not count."""
    statement = select(func.count(Donation.donor_id.distinct())).where(*kept(campaign_id))
    return session().scalar(statement) or 0


def donor_ids(campaign_id: int) -> Sequence[int]:
    """Who gave to a campaign, each once."""
    return session().scalars(select(Donation.donor_id).where(*kept(campaign_id)).distinct()).all()


def kept(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    """The donations to a campaign that it has, at least in part; worded for the index on the status."""
    return (
        Donation.campaign_id == campaign_id,
        Donation.status == DonationStatus.completed,
        Donation.phase.in_(GIVEN),
    )
