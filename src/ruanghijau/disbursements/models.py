"""What a campaign's money was used for, entry by entry."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.db import Base, Created, IntPk, table_args
from ruanghijau.db.types import Rupiah, UtcDateTime


class Disbursement(Base, Created):
    """Money of a campaign that was spent, as its organiser accounts for it.

    What was once told to donors is not edited and not deleted: a wrong entry is voided with a reason, and
    both stay to be seen.
    """

    __tablename__ = "disbursements"

    id: Mapped[IntPk]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    amount: Mapped[Decimal] = mapped_column(Rupiah)
    purpose: Mapped[str] = mapped_column(String(255))
    recipient: Mapped[str | None] = mapped_column(String(255))
    spent_on: Mapped[date] = mapped_column(Date)
    receipt_url: Mapped[str | None] = mapped_column(String(500))
    voided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    void_reason: Mapped[str | None] = mapped_column(String(500))

    author: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index("idx_disbursements_list", "campaign_id", "id"),
        Index(None, "author_id"),
        CheckConstraint("amount > 0", name="disbursement_amount"),
    )
