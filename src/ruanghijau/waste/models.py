"""What the waste detector saw."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, utc_now


class WasteDetection(Base):
    """One answer of the detector, for the history and the statistics.

    Of a guest nothing is kept but the answer: no person, no picture, no address. `detected_category` is the
    likeliest bin even where the answer was `uncertain`. `corrected_category` is what the person said it was:
    a bin, or `lainnya` for what belongs in none of the five.
    """

    __tablename__ = "waste_detections"

    id: Mapped[IntPk]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    image_url: Mapped[str | None] = mapped_column(String(500))
    detected_category: Mapped[str | None] = mapped_column(String(50))
    confidence: Mapped[float | None]
    uncertain: Mapped[bool] = mapped_column(default=False, server_default=false())
    model_version: Mapped[str | None] = mapped_column(String(20))
    corrected_category: Mapped[str | None] = mapped_column(String(50))
    corrected_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    detected_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(
        Index(None, "detected_category"), Index(None, "user_id"), Index(None, "corrected_category")
    )

    def correct(self, category: str) -> None:
        """Note what the person says it is; the last word counts."""
        self.corrected_category, self.corrected_at = category, now()
