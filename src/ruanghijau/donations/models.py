"""Donations to campaigns."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, IntPk, now, table_args
from ruanghijau.db.types import Rupiah, UtcDateTime, enum_type, utc_now


class DonationStatus(StrEnum):
    pending = "pending"
    completed = "completed"
    failed = "failed"


class Donation(Base):
    """A gift to a campaign; `transaction_id` is the order's name at the payment gateway."""

    __tablename__ = "donations"

    id: Mapped[IntPk]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    donor_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    amount: Mapped[Decimal] = mapped_column(Rupiah)
    payment_method: Mapped[str | None] = mapped_column(String(50))
    transaction_id: Mapped[str | None] = mapped_column(String(255), unique=True)
    status: Mapped[DonationStatus] = mapped_column(
        enum_type(DonationStatus, "donation_status"),
        default=DonationStatus.pending,
        server_default=DonationStatus.pending.value,
    )
    donated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(Index(None, "campaign_id"), Index(None, "donor_id"), Index(None, "status"))
