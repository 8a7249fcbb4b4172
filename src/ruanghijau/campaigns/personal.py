"""What this room holds on a person, and how it forgets them.

A campaign that people gave money to stays, with its words: what was promised and reported for their gifts is
theirs as well. Its creator then is somebody who left.
"""

from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, select, update

from ruanghijau.campaigns import service
from ruanghijau.campaigns.models import Campaign, CampaignStatus, CampaignUpdate
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.db.records import records
from ruanghijau.notifications import service as notifications
from ruanghijau.notifications.kinds import Kind
from ruanghijau.pictures import service as pictures
from ruanghijau.texts import text

# What people are told that quotes a campaign's title and names the campaign as the thing it is about.
_QUOTING = (
    Kind.campaign_update,
    Kind.campaign_cancelled,
    Kind.campaign_ended,
    Kind.volunteer_joined,
    Kind.volunteer_status,
    Kind.goal_reached,
)
_CAMPAIGN = (
    Campaign.id, Campaign.title, Campaign.description, Campaign.image_url, Campaign.category,
    Campaign.goal_amount, Campaign.current_amount, Campaign.status, Campaign.start_date, Campaign.end_date,
    Campaign.city, Campaign.volunteer_capacity, Campaign.volunteers_count, Campaign.cancel_reason,
    Campaign.permit_number, Campaign.operating_cost_percent,
    Campaign.created_at, Campaign.updated_at, Campaign.deleted_at,
)  # fmt: skip
_UPDATE = (
    CampaignUpdate.id, CampaignUpdate.campaign_id, CampaignUpdate.title, CampaignUpdate.content,
    CampaignUpdate.image_url, CampaignUpdate.created_at, CampaignUpdate.updated_at, CampaignUpdate.deleted_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    campaigns = records(select(*_CAMPAIGN).where(Campaign.creator_id == user_id).order_by(Campaign.id))
    updates = records(select(*_UPDATE).where(CampaignUpdate.author_id == user_id).order_by(CampaignUpdate.id))
    for row in (*campaigns, *updates):
        row["image_url"] = pictures.url(row["image_url"])
    return {"campaigns": campaigns, "updates": updates}


def call_off(user_id: int) -> list[int]:
    """Cancel the person's open campaigns that nobody gave to; returns which these were."""
    cancelled = []
    for campaign_id in session().scalars(_unfunded(user_id, Campaign.deleted_at.is_(None))).all():
        campaign = service.lock_campaign(campaign_id)
        if campaign.status_on(today()) is CampaignStatus.active and not campaign.current_amount:
            campaign.cancel(text("campaigns.creator_left"), today())
            cancelled.append(campaign.id)
    session().flush()
    return cancelled


def erase_person(user_id: int) -> None:
    """Take the words and pictures out of the person's campaigns that nobody gave to."""
    for campaign_id in session().scalars(_unfunded(user_id, Campaign.description != "")).all():
        campaign = session().get_one(Campaign, campaign_id, with_for_update=True, populate_existing=True)
        if not campaign.current_amount:
            _blank(campaign)
    session().flush()


def erased_ids(user_id: int) -> Select[int]:
    """The ids of a person's campaigns that say nothing any more, for use inside another statement."""
    return select(Campaign.id).where(Campaign.creator_id == user_id, Campaign.description == "")


def _unfunded(user_id: int, *also: ColumnElement[bool]) -> Select[int]:
    unfunded = Campaign.creator_id == user_id, Campaign.current_amount == Decimal(0)
    return select(Campaign.id).where(*unfunded, *also).order_by(Campaign.id)


def _blank(campaign: Campaign) -> None:
    pictures.remove(campaign.image_url)
    campaign.title, campaign.description = text("campaigns.erased"), ""
    campaign.image_url = campaign.city = campaign.permit_number = campaign.operating_cost_percent = None
    if campaign.cancel_reason is not None:
        campaign.cancel_reason = text("campaigns.creator_left")
    keys = select(CampaignUpdate.image_url).where(CampaignUpdate.campaign_id == campaign.id)
    for key in session().scalars(keys):
        pictures.remove(key)
    gone = {"title": "", "content": "", "image_url": None, "deleted_at": now()}
    session().execute(update(CampaignUpdate).where(CampaignUpdate.campaign_id == campaign.id).values(gone))
    notifications.take_back(_QUOTING, [campaign.id])
