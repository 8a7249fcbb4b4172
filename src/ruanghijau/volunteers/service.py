"""Joining and leaving campaigns. The counter and the rows change under one lock: that of the campaign."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.models import User
from ruanghijau.campaigns import listing
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session
from ruanghijau.db.calendar import today
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import Conflict, NotFound
from ruanghijau.notifications import service as notifications
from ruanghijau.volunteers.models import Volunteer, VolunteerStatus


def join(campaign_id: int, user_id: int) -> tuple[Volunteer, bool]:
    """Volunteer in a campaign; says also whether this is new, which it is once however often it is asked.

    Who left may come back, to the row they had. Raises `Conflict` when the campaign is over, called off
    or full.
    """
    campaign = campaigns.lock_campaign(campaign_id)
    volunteer = find(campaign_id, user_id)
    if volunteer is not None and volunteer.left_at is None:
        return volunteer, False
    campaign.require_open(today())
    _require_room(campaign)
    if volunteer is None:
        volunteer = Volunteer(campaign_id=campaign_id, user_id=user_id)
        session().add(volunteer)
    else:
        volunteer.rejoin()
    session().flush()
    campaigns.count_volunteers(campaign, 1)
    notifications.notify(
        campaign.creator_id, "volunteer_joined", campaign.id, actor_id=user_id, subject=campaign.title
    )
    return volunteer, True


def leave(campaign_id: int, user_id: int) -> Volunteer:
    """Stop volunteering; asking again changes nothing.

    Raises `NotFound` for somebody who never joined, and `Conflict` once the help was marked completed.
    """
    campaign = campaigns.lock_campaign(campaign_id)
    volunteer = find(campaign_id, user_id)
    if volunteer is None:
        raise NotFound("VOLUNTEER_NOT_FOUND")
    if volunteer.left_at is None:
        volunteer.leave()
        session().flush()
        campaigns.count_volunteers(campaign, -1)
    return volunteer


def find(campaign_id: int, user_id: int) -> Volunteer | None:
    """The row of a person in a campaign, also when they have left."""
    statement = select(Volunteer).where(Volunteer.campaign_id == campaign_id, Volunteer.user_id == user_id)
    return session().scalar(statement.execution_options(populate_existing=True))


def list_volunteers(campaign_id: int, page: PageRequest) -> Page[Volunteer]:
    """Who helps in a campaign, who joined first comes first. Raises `NotFound`."""
    options = [joinedload(Volunteer.user)]
    return paginate(_present(campaign_id), (Volunteer.id,), page, newest_first=False, options=options)


def own_volunteering(user_id: int, status: VolunteerStatus | None, page: PageRequest) -> Page[Volunteer]:
    """Where somebody helps, with the campaigns and their creators; what was joined last comes first."""
    statement = select(Volunteer).where(
        Volunteer.user_id == user_id,
        Volunteer.left_at.is_(None),
        Volunteer.campaign_id.in_(listing.present_ids()),
    )
    if status is not None:
        statement = statement.where(Volunteer.status == status)
    options = [joinedload(Volunteer.campaign).joinedload(Campaign.creator)]
    return paginate(statement, (Volunteer.id,), page, options=options)


def first_people(campaign_id: int, limit: int) -> Sequence[User]:
    """The people who were first to join a campaign and still help."""
    statement = _present(campaign_id).order_by(Volunteer.id).limit(limit)
    return [v.user for v in session().scalars(statement.options(joinedload(Volunteer.user)))]


def user_ids(campaign_id: int) -> Sequence[int]:
    """Who helps in a campaign."""
    return session().scalars(_present(campaign_id).with_only_columns(Volunteer.user_id)).all()


def _present(campaign_id: int) -> Select[Volunteer]:
    return select(Volunteer).where(Volunteer.campaign_id == campaign_id, Volunteer.left_at.is_(None))


def _require_room(campaign: Campaign) -> None:
    capacity = campaign.volunteer_capacity
    if capacity is not None and campaign.volunteers_count >= capacity:
        raise Conflict("VOLUNTEERS_FULL", capacity=capacity)
