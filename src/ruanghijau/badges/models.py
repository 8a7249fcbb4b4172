"""Badges that people hold."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, table_args


class UserBadge(Base, Created):
    """A badge somebody holds since `created_at`; `badge` names one of `ruanghijau.badges.kinds`."""

    __tablename__ = "user_badges"

    id: Mapped[IntPk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    badge: Mapped[str] = mapped_column(String(50))

    __table_args__ = table_args(UniqueConstraint("user_id", "badge", name="unique_user_badge"))
