"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import select

from ruanghijau.campaigns import listing
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import CampaignStatus
from ruanghijau.db import session
from ruanghijau.db.calendar import today
from ruanghijau.db.records import records
from ruanghijau.volunteers import service
from ruanghijau.volunteers.models import Volunteer, VolunteerStatus

_VOLUNTEER = (
    Volunteer.campaign_id, Volunteer.status, Volunteer.hours_contributed, Volunteer.joined_at,
    Volunteer.left_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    helped = select(*_VOLUNTEER).where(Volunteer.user_id == user_id).order_by(Volunteer.id)
    return {"volunteering": records(helped)}


def erase_person(user_id: int) -> None:
    """Free the person's place where help is still to come; the hours they gave stay, as somebody's."""
    helping = (
        Volunteer.user_id == user_id,
        Volunteer.left_at.is_(None),
        Volunteer.status != VolunteerStatus.completed,
        Volunteer.campaign_id.in_(listing.present_ids()),
    )
    found = select(Volunteer.campaign_id).where(*helping).order_by(Volunteer.campaign_id)
    for campaign_id in session().scalars(found).all():
        if campaigns.lock_campaign(campaign_id).status_on(today()) is CampaignStatus.active:
            service.leave(campaign_id, user_id)
