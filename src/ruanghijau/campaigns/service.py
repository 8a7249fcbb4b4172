"""Starting campaigns, finding and locking one, and ending those whose time is over."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Select, select, update
from sqlalchemy.orm import joinedload, selectinload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import dates
from ruanghijau.campaigns.models import Campaign, CampaignStatus
from ruanghijau.db import session
from ruanghijau.db.calendar import today
from ruanghijau.errors import NotFound
from ruanghijau.notifications import service as notifications


def create_campaign(
    creator_id: int,
    title: str,
    description: str,
    goal_amount: Decimal,
    *,
    category: str | None = None,
    image_key: str | None = None,
    start_date: date | None = None,
    end_date: date | None = None,
    city: str | None = None,
    volunteer_capacity: int | None = None,
    permit_number: str | None = None,
    operating_cost_percent: Decimal | None = None,
) -> Campaign:
    """Start a campaign; without dates it begins today and runs for 30 days. `goal_amount` is in rupiah.

    Raises `Conflict` for dates that are over, in the wrong order, or too far apart.
    """
    first, last = dates.period(start_date, end_date, today())
    campaign = Campaign(
        creator_id=creator_id,
        title=title,
        description=description,
        goal_amount=goal_amount,
        category=category,
        image_url=image_key,
        start_date=first,
        end_date=last,
        city=city,
        volunteer_capacity=volunteer_capacity,
        permit_number=permit_number,
        operating_cost_percent=operating_cost_percent,
    )
    session().add(campaign)
    session().flush()
    return campaign


def read_campaign(campaign_id: int) -> Campaign:
    """A campaign in whatever state, with its creator. Raises `NotFound`."""
    return _present(session().get(Campaign, campaign_id, options=[joinedload(Campaign.creator)]))


def lock_campaign(campaign_id: int) -> Campaign:
    """A campaign as it is now, locked: who joins, gives or ends takes turns. Raises `NotFound`."""
    # The creator comes by a statement of its own: a join would lock the person as well.
    options = [selectinload(Campaign.creator)]
    locked = session().get(
        Campaign, campaign_id, with_for_update=True, populate_existing=True, options=options
    )
    return _present(locked)


def lock_own_campaign(campaign_id: int, me: Identity) -> Campaign:
    """Like `lock_campaign`; raises `Forbidden` unless `me` started it or is an administrator."""
    campaign = lock_campaign(campaign_id)
    me.require_owner(campaign.creator_id)
    return campaign


def complete_ended(day: date, limit: int = 500) -> int:
    """Complete up to `limit` campaigns whose last day was before `day`, and tell their creators.

    Returns how many. For the worker, once a day and in a transaction of its own each time, until it
    returns 0. Two runs at once do no harm: each row is looked at again once its lock is granted.
    """
    ended = (
        Campaign.status == CampaignStatus.active,
        Campaign.end_date < day,
        Campaign.deleted_at.is_(None),
    )
    found = session().scalars(select(Campaign.id).where(*ended).order_by(Campaign.id).limit(limit)).all()
    return sum(_complete(select(Campaign).where(Campaign.id == one, *ended)) for one in found)


def count_volunteers(campaign: Campaign, step: int) -> None:
    """Move the number of volunteers of a locked campaign; that does not count as an edit."""
    moved = {"volunteers_count": Campaign.volunteers_count + step, "updated_at": Campaign.updated_at}
    session().execute(update(Campaign).where(Campaign.id == campaign.id).values(moved))
    session().refresh(campaign, ["volunteers_count"])


def _complete(statement: Select[Campaign]) -> bool:
    locked = statement.with_for_update().execution_options(populate_existing=True)
    campaign = session().scalar(locked)
    if campaign is None:
        return False
    campaign.complete()
    notifications.notify(campaign.creator_id, "campaign_ended", campaign.id, subject=campaign.title)
    return True


def _present(campaign: Campaign | None) -> Campaign:
    if campaign is None or campaign.deleted_at is not None:
        raise NotFound("CAMPAIGN_NOT_FOUND")
    return campaign
