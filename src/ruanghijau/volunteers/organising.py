"""What the organiser of a campaign notes about its volunteers."""

from sqlalchemy.orm import selectinload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session
from ruanghijau.errors import Conflict, NotFound
from ruanghijau.notifications import service as notifications
from ruanghijau.volunteers.models import Volunteer, VolunteerStatus


def edit_volunteer(
    volunteer_id: int, me: Identity, *, status: VolunteerStatus | None = None, hours: int | None = None
) -> Volunteer:
    """Set status and hours given; None leaves one as it is. The volunteer is told of a new status.

    Raises `Forbidden` unless `me` organises the campaign or is an administrator, and `Conflict` for a
    status before the present one, or for somebody who has left.
    """
    campaign = _lock_campaign_of(volunteer_id, me)
    volunteer = _lock(volunteer_id)
    if volunteer.left_at is not None:
        raise Conflict("VOLUNTEER_LEFT")
    if hours is not None:
        volunteer.hours_contributed = hours
    if status is not None and status is not volunteer.status:
        volunteer.advance(status)
        _tell(volunteer, campaign, me)
    session().flush()
    return volunteer


def organises(me: Identity | None, campaign_id: int) -> bool:
    """Whether this person may see what only the organiser sees. Raises `NotFound`."""
    campaign = campaigns.read_campaign(campaign_id)
    return me is not None and (me.is_admin or me.user_id == campaign.creator_id)


def _lock_campaign_of(volunteer_id: int, me: Identity) -> Campaign:
    # The campaign first, as who joins or leaves does: two who lock in different orders block each other.
    volunteer = session().get(Volunteer, volunteer_id)
    if volunteer is None:
        raise NotFound("VOLUNTEER_NOT_FOUND")
    return campaigns.lock_own_campaign(volunteer.campaign_id, me)


def _lock(volunteer_id: int) -> Volunteer:
    return session().get_one(
        Volunteer,
        volunteer_id,
        with_for_update=True,
        populate_existing=True,
        options=[selectinload(Volunteer.user)],
    )


def _tell(volunteer: Volunteer, campaign: Campaign, me: Identity) -> None:
    notifications.notify(
        volunteer.user_id, "volunteer_status", campaign.id, actor_id=me.user_id, subject=campaign.title
    )
