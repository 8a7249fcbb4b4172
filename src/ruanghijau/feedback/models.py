"""What people say about the platform, and how it sounds."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, table_args
from ruanghijau.db.types import enum_column, enum_type


class Sentiment(StrEnum):
    negative = "negative"
    neutral = "neutral"
    positive = "positive"


class FeedbackStatus(StrEnum):
    new = "new"
    reviewed = "reviewed"
    resolved = "resolved"


class Feedback(Base, Created):
    """One message. `sentiment_score` is in [-1, 1]."""

    __tablename__ = "feedback"

    id: Mapped[IntPk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    content: Mapped[str] = mapped_column(Text)
    sentiment: Mapped[Sentiment] = enum_column(Sentiment, "sentiment", Sentiment.neutral)
    sentiment_score: Mapped[float | None]
    category: Mapped[str | None] = mapped_column(String(100))
    status: Mapped[FeedbackStatus] = mapped_column(
        enum_type(FeedbackStatus, "feedback_status"),
        default=FeedbackStatus.new,
        server_default=FeedbackStatus.new.value,
    )

    __table_args__ = table_args(Index(None, "user_id"), Index(None, "sentiment"))
