"""Changing a campaign that is open, and calling it off."""

from decimal import Decimal
from typing import Any

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import dates, service
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session
from ruanghijau.db.calendar import today
from ruanghijau.errors import Conflict, FieldError
from ruanghijau.pictures import service as pictures


def edit_campaign(campaign_id: int, me: Identity, changes: dict[str, Any]) -> Campaign:
    """Set the given columns of an open campaign, for its creator or an administrator.

    Raises `Conflict` for an end that is not after today, a capacity below the present count, or another
    goal than the one that people gave to.
    """
    campaign = _lock_open(campaign_id, me)
    if "end_date" in changes:
        dates.check_new_end(campaign.start_date, changes["end_date"], today())
    _check_capacity(campaign, changes.get("volunteer_capacity"))
    _check_goal(campaign, changes.get("goal_amount"))
    for field, value in changes.items():
        setattr(campaign, field, value)
    session().flush()
    return campaign


def set_picture(campaign_id: int, me: Identity, key: str | None) -> Campaign:
    """Replace or remove the picture of an open campaign; the one before is deleted."""
    campaign = _lock_open(campaign_id, me)
    pictures.remove(campaign.image_url)
    campaign.image_url = key
    session().flush()
    return campaign


def cancel_campaign(campaign_id: int, me: Identity, reason: str) -> Campaign:
    """Call an open campaign off, without telling anybody: `supporters.service.cancel_campaign` does."""
    campaign = service.lock_own_campaign(campaign_id, me)
    campaign.cancel(reason, today())
    session().flush()
    return campaign


def _lock_open(campaign_id: int, me: Identity) -> Campaign:
    campaign = service.lock_own_campaign(campaign_id, me)
    campaign.require_open(today())
    return campaign


def _check_capacity(campaign: Campaign, capacity: int | None) -> None:
    joined = campaign.volunteers_count
    if capacity is not None and capacity < joined:
        detail = FieldError("volunteer_capacity", "below_volunteers", (("count", joined),))
        raise Conflict("VOLUNTEER_CAPACITY_TOO_SMALL", [detail])


def _check_goal(campaign: Campaign, goal: Decimal | None) -> None:
    if goal is not None and goal != campaign.goal_amount and campaign.current_amount > 0:
        raise Conflict("CAMPAIGN_GOAL_FIXED")
