"""What administrators did, and what the platform did by itself where money is concerned."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, utc_now


class AdminLog(Base):
    """One action; rows are only ever added. Without an administrator it was the platform's own."""

    __tablename__ = "admin_logs"

    id: Mapped[IntPk]
    admin_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    action: Mapped[str | None] = mapped_column(String(255))
    details: Mapped[str | None] = mapped_column(Text)
    timestamp: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(Index(None, "admin_id"), Index(None, "timestamp"))
