"""What follows in the same transaction when money moves: the campaign's goal, the news, the badges."""

from decimal import Decimal

from sqlalchemy import func, select

from ruanghijau.accounts import service as accounts
from ruanghijau.badges import service as badges
from ruanghijau.campaigns.models import Campaign, CampaignStatus
from ruanghijau.db import session
from ruanghijau.donations.models import GIVEN, Donation
from ruanghijau.donations.transitions import Change
from ruanghijau.errors import NotFound
from ruanghijau.notifications import service as notifications
from ruanghijau.rupiah import in_rupiah


def follow(donation: Donation, campaign: Campaign, step: Change) -> None:
    """Do what a payment, or money given back, brings with it. Campaign and donation are locked."""
    subject = f"{in_rupiah(abs(step.amount))} · {campaign.title}"
    if step.amount > 0:
        notifications.notify(donation.donor_id, "donation_succeeded", donation.id, subject=subject)
        notifications.notify(campaign.creator_id, "donation_received", donation.id, subject=subject)
        _reach_goal(campaign)
    else:
        notifications.notify(donation.donor_id, "donation_refunded", donation.id, subject=subject)
        notifications.notify(campaign.creator_id, "donation_withdrawn", donation.id, subject=subject)
    settle_badges(donation.donor_id)


def _reach_goal(campaign: Campaign) -> None:
    if campaign.status is CampaignStatus.active and campaign.current_amount >= campaign.goal_amount:
        campaign.complete()
        notifications.notify(campaign.creator_id, "goal_reached", campaign.id, subject=campaign.title)


def settle_badges(donor_id: int) -> None:
    """Give the donor the badges that are earned, and no other.

    Under the donor's lock: of two gifts that are settled at once, the second counts both.
    """
    try:
        accounts.lock_user(donor_id)
    except NotFound:  # who left keeps no badges; what they gave stays in the books
        return
    kept = (Donation.donor_id == donor_id, Donation.phase.in_(GIVEN))
    amount = func.sum(Donation.amount - Donation.refunded_amount)
    count, total = session().execute(select(func.count(), amount).where(*kept)).one()
    badges.settle(donor_id, count, Decimal(int(total or 0)))
