"""Reading donations: one's own, and what a campaign's page shows of them."""

from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service as campaigns
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.donations.models import Donation, DonationStatus
from ruanghijau.errors import NotFound


def own_donations(donor_id: int, page: PageRequest) -> Page[Donation]:
    """Somebody's donations in whatever state, the newest first."""
    statement = select(Donation).where(Donation.donor_id == donor_id)
    return paginate(statement, (Donation.id,), page, options=[joinedload(Donation.campaign)])


def total_given(donor_id: int) -> Decimal:
    """What somebody gave and was not given back, in rupiah."""
    given = func.sum(Donation.amount - Donation.refunded_amount)
    completed = Donation.status == DonationStatus.completed
    total = session().scalar(select(given).where(Donation.donor_id == donor_id, completed))
    return Decimal(int(total or 0))


def read_donation(donation_id: int, me: Identity) -> Donation:
    """One donation, for its donor or an administrator; for others it does not exist."""
    donation = session().get(Donation, donation_id, options=[joinedload(Donation.campaign)])
    if donation is None or (donation.donor_id != me.user_id and not me.is_admin):
        raise NotFound("DONATION_NOT_FOUND")
    return donation


def campaign_donations(campaign_id: int, page: PageRequest) -> Page[Donation]:
    """The paid donations of a campaign, the newest first."""
    campaigns.read_campaign(campaign_id)
    statement = select(Donation).where(
        Donation.campaign_id == campaign_id, Donation.status == DonationStatus.completed
    )
    return paginate(statement, (Donation.id,), page, options=[joinedload(Donation.donor)])
