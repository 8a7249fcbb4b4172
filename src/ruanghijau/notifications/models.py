"""What a person is told, and by which way they wish to be told."""

from sqlalchemy import ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, table_args


class Notification(Base, Created):
    """One piece of news. `type` says what happened and `related_id` to which thing.

    `actor_id` is who did it and stands in the text by name: when they leave, the row goes with them.
    """

    __tablename__ = "notifications"

    id: Mapped[IntPk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    type: Mapped[str | None] = mapped_column(String(50))
    title: Mapped[str | None] = mapped_column(String(255))
    content: Mapped[str | None] = mapped_column(Text)
    related_id: Mapped[int | None]
    is_read: Mapped[bool] = mapped_column(default=False, server_default=false())
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    __table_args__ = table_args(
        Index(None, "user_id", "is_read"),
        Index("idx_notifications_list", "user_id", "id"),
        Index(None, "actor_id"),
        Index(None, "type", "related_id"),
    )


class NotificationPreference(Base):
    """A wish that differs from the default of its kind."""

    __tablename__ = "notification_preferences"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(50), primary_key=True)
    in_app: Mapped[bool]
    email: Mapped[bool]
