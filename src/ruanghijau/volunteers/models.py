"""Who helps in which campaign."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import Base, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_type, utc_now
from ruanghijau.errors import Conflict


class VolunteerStatus(StrEnum):
    joined = "joined"
    active = "active"
    completed = "completed"


_ORDER = list(VolunteerStatus)


class Volunteer(Base):
    """One person in one campaign; who leaves keeps the row, so that the hours given are not forgotten."""

    __tablename__ = "volunteers"

    id: Mapped[IntPk]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    hours_contributed: Mapped[int] = mapped_column(default=0, server_default="0")
    status: Mapped[VolunteerStatus] = mapped_column(
        enum_type(VolunteerStatus, "volunteer_status"),
        default=VolunteerStatus.joined,
        server_default=VolunteerStatus.joined.value,
    )
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    campaign: Mapped[Campaign] = relationship(lazy="raise")
    user: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        UniqueConstraint("campaign_id", "user_id", name="unique_vol"),
        Index(None, "user_id"),
        CheckConstraint("hours_contributed >= 0", name="hours"),
    )

    def advance(self, status: VolunteerStatus) -> None:
        """Move on to `active` or `completed`; there is no way back."""
        if self.left_at is not None:
            raise Conflict("VOLUNTEER_LEFT")
        if _ORDER.index(status) < _ORDER.index(self.status):
            raise Conflict("VOLUNTEER_STATUS_BACKWARDS")
        self.status = status

    def leave(self) -> None:
        if self.left_at is not None or self.status is VolunteerStatus.completed:
            raise Conflict("VOLUNTEER_LEFT" if self.left_at else "VOLUNTEER_COMPLETED")
        self.left_at = now()

    def rejoin(self) -> None:
        self.left_at = None
        self.status = VolunteerStatus.joined
        self.joined_at = now()
