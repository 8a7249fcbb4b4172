"""What concerns a campaign together with those who support it."""

from dataclasses import dataclass
from decimal import Decimal

from ruanghijau.accounts.identity import Identity
from ruanghijau.accounts.models import User
from ruanghijau.campaigns import editing, updates
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign, CampaignUpdate
from ruanghijau.disbursements import service as disbursements
from ruanghijau.donations import service as donations
from ruanghijau.notifications import service as notifications
from ruanghijau.volunteers import service as volunteers
from ruanghijau.volunteers.models import Volunteer

SHOWN_PEOPLE = 12


@dataclass(frozen=True)
class SupportedCampaign:
    """A campaign with the first of its volunteers, and `mine`: the reader's own part in it."""

    campaign: Campaign
    donors_count: int
    disbursed_amount: Decimal
    people: list[User]
    mine: Volunteer | None


def read_campaign(campaign_id: int, me: Identity | None) -> SupportedCampaign:
    """A campaign and who supports it. Raises `NotFound`."""
    campaign = campaigns.read_campaign(campaign_id)
    mine = volunteers.find(campaign_id, me.user_id) if me else None
    return SupportedCampaign(
        campaign,
        donors_count=donations.count_donors(campaign_id),
        disbursed_amount=disbursements.spent(campaign_id),
        people=list(volunteers.first_people(campaign_id, SHOWN_PEOPLE)),
        mine=mine if mine and mine.left_at is None else None,
    )


def post_update(
    campaign_id: int, me: Identity, title: str, content: str, *, image_key: str | None = None
) -> CampaignUpdate:
    """Report on a campaign's progress, and tell who supports it. Raises `Forbidden` for who may not."""
    update = updates.write_update(campaign_id, me, title, content, image_key=image_key)
    _tell(campaigns.read_campaign(campaign_id), "campaign_update", me)
    return update


def cancel_campaign(campaign_id: int, me: Identity, reason: str) -> Campaign:
    """Call a campaign off, and tell its creator and who supports it; nobody is told of their own doing.

    Raises `Forbidden` for who may not, and `Conflict` when it is over already.
    """
    campaign = editing.cancel_campaign(campaign_id, me, reason)
    _tell(campaign, "campaign_cancelled", me, campaign.creator_id)
    return campaign


def _tell(campaign: Campaign, kind: str, me: Identity, *more: int) -> None:
    people = {*volunteers.user_ids(campaign.id), *donations.donor_ids(campaign.id), *more}
    notifications.notify_many(people, kind, campaign.id, actor_id=me.user_id, subject=campaign.title)
