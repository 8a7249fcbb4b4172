"""Donations, and the books that say what happened to each."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ruanghijau.accounts.models import User
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import Base, Created, IntPk, now, table_args
from ruanghijau.db.types import Rupiah, UtcDateTime, enum_column, enum_type, utc_now


class DonationStatus(StrEnum):
    pending = "pending"
    completed = "completed"
    failed = "failed"


class Phase(StrEnum):
    """How far a payment has come, in the order in which it can. It only moves forward.

    `failed` stands before `paid`: a transfer that arrives after its page expired is money all the same.
    """

    pending = "pending"
    challenged = "challenged"
    failed = "failed"
    paid = "paid"
    partly_refunded = "partly_refunded"
    refunded = "refunded"
    charged_back = "charged_back"

    @property
    def rank(self) -> int:
        return _PHASES.index(self)


_PHASES = list(Phase)
# Not paid, and still to be paid.
WAITING = (Phase.pending, Phase.challenged)
# What the donor has let the campaign keep, at least in part.
GIVEN = (Phase.paid, Phase.partly_refunded)
_STATUS = {Phase.pending: DonationStatus.pending, Phase.challenged: DonationStatus.pending}


class Donation(Base):
    """A gift to a campaign. `transaction_id` is the order's name at the payment gateway.

    `checked_at` is when reconciling last took it up, to ask the gateway about it.
    """

    __tablename__ = "donations"

    id: Mapped[IntPk]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    donor_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    amount: Mapped[Decimal] = mapped_column(Rupiah)
    payment_method: Mapped[str | None] = mapped_column(String(50))
    transaction_id: Mapped[str | None] = mapped_column(String(255), unique=True)
    status: Mapped[DonationStatus] = enum_column(DonationStatus, "donation_status", DonationStatus.pending)
    donated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())
    phase: Mapped[Phase] = enum_column(Phase, "donation_phase", Phase.pending)
    refunded_amount: Mapped[Decimal] = mapped_column(Rupiah, default=Decimal(0), server_default="0")
    payment_url: Mapped[str | None] = mapped_column(String(500))
    payment_date: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    idempotency_key: Mapped[str | None] = mapped_column(String(64))
    is_anonymous: Mapped[bool] = mapped_column(default=False, server_default="0")
    message: Mapped[str | None] = mapped_column(String(500))
    certificate_code: Mapped[str | None] = mapped_column(String(32), unique=True)
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    campaign: Mapped[Campaign] = relationship(lazy="raise")
    donor: Mapped[User] = relationship(lazy="raise")

    __table_args__ = table_args(
        Index(None, "campaign_id"),
        Index(None, "donor_id"),
        Index(None, "status"),
        Index(None, "status", "donated_at"),
        Index(None, "phase", "checked_at"),
        Index("idx_donations_public", "campaign_id", "status", "id"),
        UniqueConstraint("donor_id", "idempotency_key", name="unique_donation_request"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("refunded_amount >= 0 AND refunded_amount <= amount", name="refunded"),
    )

    @property
    def is_payable(self) -> bool:
        """Whether its payment page still takes money."""
        return self.phase is Phase.pending and self.expires_at > now()

    @property
    def counted(self) -> Decimal:
        """What the campaign has of it: nothing before it was paid, nothing of what was given back."""
        return self.amount - self.refunded_amount if self.phase.rank >= Phase.paid.rank else Decimal(0)

    def advance(self, phase: Phase) -> None:
        """Move forward to `phase`. Raises `ValueError` for a step back, which no caller may take."""
        if phase.rank < self.phase.rank:
            raise ValueError(f"a donation does not go from {self.phase} back to {phase}")
        self.phase = phase
        failed = DonationStatus.failed if phase is Phase.failed else DonationStatus.completed
        self.status = _STATUS.get(phase, failed)


class LedgerEntry(Base, Created):
    """One change of one donation; rows are only ever added.

    `amount` is what the change did to the campaign's money: the gift when paid, what was given back as a
    negative number, and 0 where only the state changed. `event` names the change; a donation has each once,
    which the database itself holds to, whatever is repeated.
    """

    __tablename__ = "donation_ledger"

    id: Mapped[IntPk]
    donation_id: Mapped[int] = mapped_column(ForeignKey("donations.id"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    event: Mapped[str] = mapped_column(String(100))
    phase: Mapped[Phase] = mapped_column(enum_type(Phase, "ledger_phase"))
    amount: Mapped[Decimal] = mapped_column(Rupiah)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)

    __table_args__ = table_args(
        UniqueConstraint("donation_id", "event", name="unique_ledger_event"),
        Index(None, "campaign_id"),
    )
