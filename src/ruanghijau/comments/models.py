"""Comments under posts, in threads, and the likes they got."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.db import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.types import UtcDateTime


class Comment(Base, Created, Updated):
    """A comment. `parent_comment_id` is what it answers; `thread_id` is the comment its thread began with."""

    __tablename__ = "comments"

    id: Mapped[IntPk]
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    parent_comment_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id"))
    content: Mapped[str] = mapped_column(Text)
    likes_count: Mapped[int] = mapped_column(default=0, server_default="0")
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    author: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index(None, "post_id"),
        Index(None, "user_id"),
        Index("idx_comments_page", "post_id", "thread_id", "deleted_at", "id"),
        Index("idx_comments_thread", "thread_id", "deleted_at", "id"),
        Index(None, "parent_comment_id"),
    )

    def delete(self) -> None:
        self.deleted_at = now()


class CommentLike(Base, Created):
    __tablename__ = "comment_likes"

    id: Mapped[IntPk]
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))

    __table_args__ = table_args(
        UniqueConstraint("comment_id", "user_id", name="unique_comment_like"),
        Index(None, "user_id"),
    )
