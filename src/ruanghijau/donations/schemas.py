"""Wire shapes of donations."""

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.donations.books import Applied
from ruanghijau.donations.checkout import Checkout
from ruanghijau.donations.methods import PaymentMethod
from ruanghijau.donations.models import Donation, DonationStatus, Phase
from ruanghijau.web.schemas import (
    Done,
    Id,
    Input,
    Output,
    PageOutput,
    RupiahAmount,
    Text,
    Timestamp,
)

MINIMUM = 10_000
"""The mission's smallest donation, in rupiah."""
LARGEST = 9_999_999_999


class DonateInput(Input):
    campaign_id: Id
    amount: int = Field(ge=MINIMUM, le=LARGEST, strict=True, examples=[100_000])
    """Whole rupiah."""
    payment_method: PaymentMethod | None = None
    """What the payment page offers first; everything there is when left out."""
    donor_id: Id | None = None
    """Accepted for older clients; must be the caller's own id."""
    is_anonymous: bool = False
    """Keeps the name from the public; the organiser and the books still know it."""
    message: Text | None = Field(None, max_length=500, examples=["Semoga pohonnya tumbuh subur."])


class IdempotencyHeader(Input):
    idempotency_key: Annotated[
        str | None, Field(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")
    ] = None
    """Any name for this click: the same one always leads to the same payment."""


class DonationStarted(Done):
    donation_id: int
    order_id: str
    payment_url: str | None
    status: DonationStatus

    @classmethod
    def of(cls, source: Checkout) -> Self:
        donation = source.donation
        return cls(
            donation_id=donation.id,
            order_id=donation.transaction_id or "",
            payment_url=donation.payment_url,
            status=donation.status,
        )


class CallbackAnswer(Done):
    donation_id: int
    message: str
    campaign_name: str
    amount_donated: RupiahAmount
    campaign_progress: str = Field(examples=["45%"])

    @classmethod
    def after(cls, applied: Applied, message: str) -> Self:
        return cls(
            donation_id=applied.donation.id,
            message=message,
            campaign_name=applied.campaign.title,
            amount_donated=applied.donation.amount,
            campaign_progress=f"{applied.campaign.progress}%",
        )


class DonationOutput(Output):
    id: int
    campaign_id: int
    campaign_title: str
    amount: RupiahAmount
    refunded_amount: RupiahAmount
    status: DonationStatus
    phase: Phase
    payment_method: str | None
    payment_url: str | None
    """Only while it can still be paid."""
    is_anonymous: bool
    message: str | None
    certificate_code: str | None
    donated_at: Timestamp
    payment_date: Timestamp | None

    @classmethod
    def of(cls, source: Donation) -> Self:
        shown = {name: getattr(source, name) for name in cls.model_fields if name not in _COMPOSED}
        url = source.payment_url if source.is_payable else None
        return cls(**shown, campaign_title=source.campaign.title, payment_url=url)


_COMPOSED = {"campaign_title", "payment_url"}


class DonationPage(PageOutput):
    donations: list[DonationOutput]
    total_donated: RupiahAmount
    """What this person gave in all and was not given back."""


class PublicDonation(Output):
    """What everybody may see of a gift."""

    id: int
    amount: RupiahAmount
    message: str | None
    donor: PublicUser | None
    """Null where the donor wished to stay unnamed."""
    payment_date: Timestamp | None

    @classmethod
    def of(cls, source: Any) -> Self:
        return cls(
            id=source.id,
            amount=Decimal(source.counted),
            message=source.message,
            donor=None if source.is_anonymous else PublicUser.of(source.donor),
            payment_date=source.payment_date,
        )


class PublicDonationPage(PageOutput):
    donations: list[PublicDonation]
