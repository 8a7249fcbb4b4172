"""What people say about the platform, how it sounds, and where somebody heard it otherwise."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

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
    """One message. `sentiment` is what stands now: the analyser's, or an administrator's correction of it.
    `sentiment_score`, in [-1, 1], stays the analyser's.
    """

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


class FeedbackCorrection(Base, Created):
    """An administrator heard a message otherwise than it was labelled; rows are only ever added, and the
    newest counts. `admin_id` is empty once that person has left.
    """

    __tablename__ = "feedback_corrections"

    id: Mapped[IntPk]
    feedback_id: Mapped[int] = mapped_column(ForeignKey("feedback.id"))
    admin_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    before: Mapped[Sentiment] = mapped_column(enum_type(Sentiment, "correction_before"))
    after: Mapped[Sentiment] = mapped_column(enum_type(Sentiment, "correction_after"))
    feedback: Mapped[Feedback] = relationship()

    __table_args__ = table_args(Index(None, "feedback_id"), Index(None, "admin_id"))
