"""What organisers tell about the progress of their campaign."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service
from ruanghijau.campaigns.models import CampaignUpdate
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import NotFound


def write_update(
    campaign_id: int, me: Identity, title: str, content: str, *, image_key: str | None = None
) -> CampaignUpdate:
    """Keep an organiser's report, without telling anybody: `supporters.service.post_update` does.

    A campaign that is over takes reports as well: its results are known only then.
    """
    campaign = service.read_campaign(campaign_id)
    me.require_owner(campaign.creator_id)
    update = CampaignUpdate(
        campaign_id=campaign_id, author_id=me.user_id, title=title, content=content, image_url=image_key
    )
    session().add(update)
    session().flush()
    return update


def list_updates(campaign_id: int, page: PageRequest) -> Page[CampaignUpdate]:
    """Reports on a campaign with their authors, the newest first."""
    service.read_campaign(campaign_id)
    statement = select(CampaignUpdate).where(
        CampaignUpdate.campaign_id == campaign_id, CampaignUpdate.deleted_at.is_(None)
    )
    return paginate(statement, (CampaignUpdate.id,), page, options=[joinedload(CampaignUpdate.author)])


def delete_update(campaign_id: int, update_id: int, me: Identity) -> None:
    """Take a report away. Raises `Forbidden` unless `me` organises the campaign or is an administrator."""
    campaign = service.read_campaign(campaign_id)
    update = session().get(CampaignUpdate, update_id, with_for_update=True)
    if update is None or update.campaign_id != campaign_id or update.deleted_at is not None:
        raise NotFound("CAMPAIGN_UPDATE_NOT_FOUND")
    me.require_owner(campaign.creator_id)
    update.delete()
