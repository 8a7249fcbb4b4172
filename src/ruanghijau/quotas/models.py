"""What was used of the daily quotas."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, table_args


class DailyUse(Base):
    """How often `subject` did `action` on `day` (Asia/Jakarta).

    A subject is `user:<id>`, or `guest:` and a keyed hash of an address: the address itself is not kept.
    """

    __tablename__ = "daily_uses"

    subject: Mapped[str] = mapped_column(String(80), primary_key=True)
    action: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    used: Mapped[int]

    __table_args__ = table_args(Index(None, "day"))
