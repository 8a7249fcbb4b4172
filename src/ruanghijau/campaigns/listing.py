"""Lists of campaigns: all of them, filtered and searched, and one's own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from ruanghijau.campaigns.models import Campaign, CampaignStatus
from ruanghijau.db import session
from ruanghijau.db.calendar import today
from ruanghijau.db.paging import Page, PageRequest, paginate

NEWEST = (Campaign.created_at, Campaign.id)


class Stage(StrEnum):
    """Where a campaign stands today; each is in exactly one."""

    upcoming = "upcoming"
    active = "active"
    completed = "completed"
    cancelled = "cancelled"


@dataclass(frozen=True)
class CampaignFilter:
    """What to show; empty fields do not filter."""

    stage: Stage | None = None
    category: str | None = None
    city: str | None = None
    text: str | None = None
    creator_id: int | None = None


def list_campaigns(wanted: CampaignFilter, page: PageRequest) -> Page[Campaign]:
    """Campaigns with their creators, the newest first. Two statements, whatever the length of the page."""
    statement = select(Campaign).where(Campaign.deleted_at.is_(None))
    if wanted.stage:
        statement = statement.where(_in_stage(wanted.stage, today()))
    if wanted.category:
        statement = statement.where(Campaign.category == wanted.category)
    if wanted.city:
        statement = statement.where(func.lower(Campaign.city) == wanted.city.lower())
    if wanted.text:
        statement = statement.where(*(_has(word) for word in wanted.text.split()))
    if wanted.creator_id:
        statement = statement.where(Campaign.creator_id == wanted.creator_id)
    return paginate(statement, NEWEST, page, options=[joinedload(Campaign.creator)])


def total_collected() -> Decimal:
    """What all campaigns have collected together, in rupiah."""
    amount = func.sum(Campaign.current_amount)
    return Decimal(int(session().scalar(select(amount).where(Campaign.deleted_at.is_(None))) or 0))


def present_ids() -> Select[int]:
    """The ids of all campaigns that were not taken away, for use inside another statement."""
    return select(Campaign.id).where(Campaign.deleted_at.is_(None))


def _in_stage(stage: Stage, today: date) -> ColumnElement[bool]:
    active = Campaign.status == CampaignStatus.active
    return {
        Stage.upcoming: and_(active, Campaign.start_date > today),
        Stage.active: and_(active, Campaign.start_date <= today, Campaign.end_date >= today),
        Stage.completed: or_(
            Campaign.status == CampaignStatus.completed, and_(active, Campaign.end_date < today)
        ),
        Stage.cancelled: Campaign.status == CampaignStatus.cancelled,
    }[stage]


def _has(word: str) -> ColumnElement[bool]:
    columns = (Campaign.title, Campaign.description, Campaign.city)
    return or_(*(column.icontains(word, autoescape=True) for column in columns))
