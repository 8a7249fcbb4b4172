"""What people report to the moderators."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.db import Base, Created, IntPk, table_args
from ruanghijau.db.types import enum_type, long_text


class ReportTarget(StrEnum):
    post = "post"
    comment = "comment"
    campaign = "campaign"
    user = "user"


class ReportReason(StrEnum):
    spam = "spam"
    fraud = "fraud"
    hate = "hate"
    violence = "violence"
    misinformation = "misinformation"
    privacy = "privacy"
    other = "other"


class ReportStatus(StrEnum):
    open = "open"
    resolved = "resolved"
    dismissed = "dismissed"


class Report(Base, Created):
    """One person's report of one thing. `snapshot` is the thing's text as it was when reported."""

    __tablename__ = "reports"

    id: Mapped[IntPk]
    reporter_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    target_type: Mapped[ReportTarget] = mapped_column(enum_type(ReportTarget, "report_target"))
    target_id: Mapped[int]
    reason: Mapped[ReportReason] = mapped_column(enum_type(ReportReason, "report_reason"))
    details: Mapped[str | None] = mapped_column(String(1000))
    snapshot: Mapped[str] = mapped_column(long_text())
    status: Mapped[ReportStatus] = mapped_column(
        enum_type(ReportStatus, "report_status"),
        default=ReportStatus.open,
        server_default=ReportStatus.open.value,
    )

    reporter: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        UniqueConstraint("reporter_id", "target_type", "target_id", name="unique_report"),
        Index(None, "target_type", "target_id"),
        Index(None, "status", "id"),
    )
