"""Campaigns, and the progress their organisers post."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.db import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.types import Rupiah, UtcDateTime, enum_type, long_text
from ruanghijau.errors import Conflict


class CampaignStatus(StrEnum):
    active = "active"
    completed = "completed"
    cancelled = "cancelled"


class Campaign(Base, Created, Updated):
    """A campaign with a goal in rupiah and a first and last day, both in Asia/Jakarta and inclusive.

    `permit_number` is that of its permit for public collections (PUB, Permensos 8/2021).
    """

    __tablename__ = "campaigns"

    id: Mapped[IntPk]
    creator_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str] = mapped_column(String(255))
    description: Mapped[str] = mapped_column(long_text())
    image_url: Mapped[str | None] = mapped_column(String(500))
    category: Mapped[str | None] = mapped_column(String(100))
    goal_amount: Mapped[Decimal] = mapped_column(Rupiah)
    current_amount: Mapped[Decimal] = mapped_column(Rupiah, default=Decimal(0), server_default="0")
    status: Mapped[CampaignStatus] = mapped_column(
        enum_type(CampaignStatus, "campaign_status"),
        default=CampaignStatus.active,
        server_default=CampaignStatus.active.value,
    )
    start_date: Mapped[date] = mapped_column(Date)
    end_date: Mapped[date] = mapped_column(Date)
    city: Mapped[str | None] = mapped_column(String(100))
    volunteer_capacity: Mapped[int | None]
    volunteers_count: Mapped[int] = mapped_column(default=0, server_default="0")
    cancel_reason: Mapped[str | None] = mapped_column(String(500))
    permit_number: Mapped[str | None] = mapped_column(String(100))
    operating_cost_percent: Mapped[Decimal | None] = mapped_column(Numeric(4, 2))
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    creator: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index(None, "creator_id"),
        Index(None, "status"),
        Index(None, "status", "end_date"),
        Index("idx_campaigns_list", "deleted_at", "created_at", "id"),
        Index("idx_campaigns_category", "category", "deleted_at", "created_at", "id"),
    )

    def complete(self) -> None:
        """End an active campaign: its goal is reached or its last day is over."""
        if self.status is not CampaignStatus.active:
            raise Conflict(f"CAMPAIGN_{self.status.value.upper()}")
        self.status = CampaignStatus.completed

    def cancel(self, reason: str, today: date) -> None:
        self.require_open(today)
        self.status = CampaignStatus.cancelled
        self.cancel_reason = reason

    def status_on(self, today: date) -> CampaignStatus:
        """The status that counts on that day: a campaign whose last day is over is completed at once."""
        ended = self.status is CampaignStatus.active and self.end_date < today
        return CampaignStatus.completed if ended else self.status

    def has_started(self, today: date) -> bool:
        return self.start_date <= today

    def require_open(self, today: date) -> None:
        """Raise `Conflict` with a code that says why, unless the campaign runs or is yet to begin."""
        if self.status is CampaignStatus.cancelled:
            raise Conflict("CAMPAIGN_CANCELLED")
        if self.end_date < today:
            raise Conflict("CAMPAIGN_ENDED")
        if self.status is CampaignStatus.completed:
            raise Conflict("CAMPAIGN_COMPLETED")

    def require_running(self, today: date) -> None:
        """Like `require_open`, and refuse what has not begun: only a running campaign takes donations."""
        self.require_open(today)
        if not self.has_started(today):
            raise Conflict("CAMPAIGN_NOT_STARTED")

    @property
    def progress(self) -> int:
        """Whole percent of the goal, rounded down, so that 100 means reached."""
        return int(self.current_amount * 100 // self.goal_amount)


class CampaignUpdate(Base, Created, Updated):
    """Progress told by the organiser."""

    __tablename__ = "campaign_updates"

    id: Mapped[IntPk]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str] = mapped_column(String(255))
    content: Mapped[str] = mapped_column(long_text())
    image_url: Mapped[str | None] = mapped_column(String(500))
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    author: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index("idx_campaign_updates_list", "campaign_id", "deleted_at", "id"),
        Index(None, "author_id"),
    )

    def delete(self) -> None:
        self.deleted_at = now()
