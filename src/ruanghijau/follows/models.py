"""Who follows whom."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, table_args


class Follow(Base, Created):
    __tablename__ = "follows"

    follower_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    followee_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)

    __table_args__ = table_args(
        Index(None, "followee_id"),
        CheckConstraint("follower_id <> followee_id", name="not_oneself"),
    )
