"""What the waste detector saw."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, utc_now


class WasteDetection(Base):
    """One answer of the detector. `user_id` and `image_url` stay empty for a guest."""

    __tablename__ = "waste_detections"

    id: Mapped[IntPk]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    image_url: Mapped[str | None] = mapped_column(String(500))
    detected_category: Mapped[str | None] = mapped_column(String(50))
    confidence: Mapped[float | None]
    detected_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(Index(None, "detected_category"), Index(None, "user_id"))
