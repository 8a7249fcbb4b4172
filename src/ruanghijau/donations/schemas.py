"""Wire shapes of donations."""

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.donations.books import Applied
from ruanghijau.donations.checkout import Checkout
from ruanghijau.donations.methods import PaymentMethod
from ruanghijau.donations.models import Donation, DonationStatus, Phase
from ruanghijau.web.schemas import (
    NUMBER,
    Done,
    Id,
    Input,
    Output,
    PageOutput,
    PageQuery,
    RupiahAmount,
    Text,
    Timestamp,
    Words,
)

MINIMUM = 10_000
"""The mission's smallest donation, in rupiah."""
LARGEST = 9_999_999_999
# Any name for a click: a UUID, for example.
IdempotencyKey = Annotated[
    str, Field(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_-]+$", examples=["klik-20260128-1030"])
]


class DonateInput(Input):
    campaign_id: Annotated[Id, NUMBER]
    amount: Annotated[int, NUMBER, Field(ge=MINIMUM, le=LARGEST, examples=[100_000])]
    """Whole rupiah."""
    payment_method: PaymentMethod | None = None
    """What the payment page offers; everything there is when left out."""
    donor_id: Annotated[Id, NUMBER] | None = None
    """Accepted for older clients; must be the caller's own id."""
    is_anonymous: bool = False
    """Keeps the name from the public; the organiser and the books still know it."""
    message: Text | None = Field(None, max_length=500, examples=["Semoga pohonnya tumbuh subur."])


class IdempotencyHeader(Input):
    idempotency_key: IdempotencyKey | None = Field(None, alias="Idempotency-Key")
    """Any name for this click: the same one always leads to the same payment."""


class RefundHeader(Input):
    idempotency_key: IdempotencyKey = Field(alias="Idempotency-Key")
    """Any name for this refund: the same one never gives back twice."""


class RefundInput(Input):
    amount: Annotated[int, NUMBER, Field(ge=1, le=LARGEST, examples=[25_000])] | None = None
    """Whole rupiah; all that is left when not given."""
    reason: Words = Field(max_length=255, examples=["Donatur salah memasukkan jumlah."])


class GatewayNotification(BaseModel):
    """What Midtrans tells ("HTTP(S) Notification"); fields beside these are kept as they came.

    The signature is made over the texts as they were sent, so nothing here is turned into a number.
    """

    model_config = ConfigDict(extra="allow", strict=True)

    order_id: str = Field(max_length=100, examples=["donation-12-20260128-8f14e45fceea167a"])
    status_code: str = Field(max_length=10, examples=["200"])
    gross_amount: str = Field(max_length=30, examples=["100000.00"])
    signature_key: str = Field(max_length=200, examples=["0" * 128])
    transaction_status: str = Field(max_length=50, examples=["settlement"])
    fraud_status: str | None = Field(None, max_length=50)
    currency: str | None = Field(None, max_length=10)


class DonationStarted(Done):
    donation_id: int
    order_id: str
    payment_url: str | None
    """Null once this donation cannot be paid any more, or is paid."""
    status: DonationStatus

    @classmethod
    def of(cls, source: Checkout) -> Self:
        donation = source.donation
        return cls(
            donation_id=donation.id,
            order_id=donation.transaction_id or "",
            payment_url=donation.payment_url if donation.is_payable else None,
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
    order_id: str
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
        return cls(
            **shown,
            order_id=source.transaction_id or "",
            campaign_title=source.campaign.title,
            payment_url=source.payment_url if source.is_payable else None,
        )


_COMPOSED = {"order_id", "campaign_title", "payment_url"}


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


class ReceivedQuery(PageQuery):
    status: DonationStatus | None = None


class ReceivedDonation(Output):
    """A gift as the organiser of its campaign sees it."""

    id: int
    order_id: str
    donor: PublicUser
    is_anonymous: bool
    """The public does not see this donor's name, and is not to hear it from the organiser."""
    amount: RupiahAmount
    refunded_amount: RupiahAmount
    status: DonationStatus
    phase: Phase
    payment_method: str | None
    message: str | None
    donated_at: Timestamp
    payment_date: Timestamp | None

    @classmethod
    def of(cls, source: Donation) -> Self:
        plain = {
            name: getattr(source, name) for name in cls.model_fields if name not in {"order_id", "donor"}
        }
        return cls(**plain, order_id=source.transaction_id or "", donor=PublicUser.of(source.donor))


class ReceivedPage(PageOutput):
    donations: list[ReceivedDonation]


class Refunded(Done):
    donation: DonationOutput

    @classmethod
    def of(cls, source: Donation) -> Self:
        return cls(donation=DonationOutput.of(source))
