"""Posts and the likes they got."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.db import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_type, long_text


class PostStatus(StrEnum):
    draft = "draft"
    published = "published"
    archived = "archived"


class Post(Base, Created, Updated):
    """Something a person shares. The feed is ordered by `published_at`, so a draft enters it on top."""

    __tablename__ = "posts"

    id: Mapped[IntPk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str | None] = mapped_column(String(255))
    content: Mapped[str] = mapped_column(long_text())
    image_url: Mapped[str | None] = mapped_column(String(500))
    likes_count: Mapped[int] = mapped_column(default=0, server_default="0")
    comments_count: Mapped[int] = mapped_column(default=0, server_default="0")
    shares_count: Mapped[int] = mapped_column(default=0, server_default="0")
    category: Mapped[str | None] = mapped_column(String(50))
    status: Mapped[PostStatus] = mapped_column(
        enum_type(PostStatus, "post_status"),
        default=PostStatus.published,
        server_default=PostStatus.published.value,
    )
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    author: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index(None, "user_id"),
        Index(None, "created_at"),
        # What is visible stands together, newest last: a page of the feed reads only its own rows.
        Index("idx_posts_feed", "deleted_at", "status", "published_at", "id"),
        Index("idx_posts_author", "user_id", "deleted_at", "status", "published_at", "id"),
        Index("idx_posts_category", "category", "deleted_at", "status", "published_at", "id"),
    )

    @property
    def is_visible(self) -> bool:
        return self.status is PostStatus.published and self.deleted_at is None

    def set_status(self, status: PostStatus) -> None:
        """Publish, archive, or take back to draft; the first publication dates the post."""
        self.status = status
        if status is PostStatus.published and self.published_at is None:
            self.published_at = now()

    def delete(self) -> None:
        self.deleted_at = now()


class Like(Base, Created):
    __tablename__ = "likes"

    id: Mapped[IntPk]
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))

    __table_args__ = table_args(
        UniqueConstraint("post_id", "user_id", name="unique_like"),
        Index(None, "user_id"),
    )
