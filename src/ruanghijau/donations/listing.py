"""Reading donations: one's own, what a campaign's page shows, and what its organiser may know."""

from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service as campaigns
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.donations.models import GIVEN, Donation, DonationStatus
from ruanghijau.donations.service import kept
from ruanghijau.errors import NotFound


def own_donations(donor_id: int, page: PageRequest) -> Page[Donation]:
    """Somebody's donations in whatever state, the newest first."""
    statement = select(Donation).where(Donation.donor_id == donor_id)
    return paginate(statement, (Donation.id,), page, options=[joinedload(Donation.campaign)])


def total_given(donor_id: int) -> Decimal:
    """What somebody gave and was not given back, in rupiah."""
    amount = func.sum(Donation.amount - Donation.refunded_amount)
    mine = Donation.donor_id == donor_id, Donation.phase.in_(GIVEN)
    return Decimal(int(session().scalar(select(amount).where(*mine)) or 0))


def read_donation(donation_id: int, me: Identity) -> Donation:
    """One donation, for its donor or an administrator; for others it does not exist."""
    donation = session().get(Donation, donation_id, options=[joinedload(Donation.campaign)])
    if donation is None or (donation.donor_id != me.user_id and not me.is_admin):
        raise NotFound("DONATION_NOT_FOUND")
    return donation


def find_by_order(order_id: str) -> Donation:
    """The donation of an order, with its campaign; who knows the order's name may see it."""
    found = select(Donation).where(Donation.transaction_id == order_id)
    donation = session().scalar(found.options(joinedload(Donation.campaign)))
    if donation is None:
        raise NotFound("DONATION_NOT_FOUND")
    return donation


def campaign_donations(campaign_id: int, page: PageRequest) -> Page[Donation]:
    """The gifts that a campaign has, the newest first, with their donors; for everybody."""
    campaigns.read_campaign(campaign_id)
    statement = select(Donation).where(*kept(campaign_id))
    return paginate(statement, (Donation.id,), page, options=[joinedload(Donation.donor)])


def received_donations(
    campaign_id: int, me: Identity, status: DonationStatus | None, page: PageRequest
) -> Page[Donation]:
    """All donations to a campaign with their donors, for its organiser or an administrator."""
    me.require_owner(campaigns.read_campaign(campaign_id).creator_id)
    statement = select(Donation).where(Donation.campaign_id == campaign_id)
    if status:
        statement = statement.where(Donation.status == status)
    return paginate(statement, (Donation.id,), page, options=[joinedload(Donation.donor)])
