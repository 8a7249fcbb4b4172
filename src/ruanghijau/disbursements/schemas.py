"""Wire shapes of what a campaign's money was used for."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.schemas import MAX_GOAL, IsoDate
from ruanghijau.db.paging import Page
from ruanghijau.disbursements.models import Disbursement
from ruanghijau.disbursements.service import Totals
from ruanghijau.pictures import service as pictures
from ruanghijau.web.files import UploadedFile
from ruanghijau.web.schemas import (
    Done,
    Heading,
    Input,
    Line,
    Output,
    PageOutput,
    RupiahAmount,
    Timestamp,
    Words,
)


class DisbursementInput(Input):
    amount: Annotated[int, Field(ge=1, le=MAX_GOAL, examples=[1_250_000])]
    """Whole rupiah; at most what is left."""
    purpose: Heading = Field(max_length=255, examples=["500 bibit bakau"])
    recipient: Line = Field("", max_length=255, examples=["Toko Bibit Makmur"])
    """Who was paid."""
    spent_on: IsoDate
    """A day in Asia/Jakarta from the campaign's first one to today."""
    receipt: UploadedFile = None
    """A picture of the receipt: JPEG, PNG, WebP or HEIC. Everybody sees it."""


class VoidInput(Input):
    reason: Words = Field(max_length=500, examples=["Salah ketik jumlahnya."])


class DisbursementOutput(Output):
    id: int
    campaign_id: int
    amount: RupiahAmount
    purpose: str
    recipient: str | None
    spent_on: date
    receipt_url: str | None
    thumbnail_url: str | None
    author: PublicUser
    created_at: Timestamp
    voided_at: Timestamp | None
    """Since when the entry counts no more; null while it does."""
    void_reason: str | None

    @classmethod
    def of(cls, source: Disbursement) -> Self:
        return cls(
            **{name: getattr(source, name) for name in _PLAIN},
            receipt_url=pictures.url(source.receipt_url),
            thumbnail_url=pictures.thumbnail_url(source.receipt_url),
            author=PublicUser.of(source.author),
        )


_PLAIN = (
    "id", "campaign_id", "amount", "purpose", "recipient", "spent_on", "created_at", "voided_at",
    "void_reason",
)  # fmt: skip


class MoneyTotals(Output):
    """Whole rupiah."""

    collected: RupiahAmount
    spent: RupiahAmount
    left: RupiahAmount
    """Negative where gifts were given back after they were spent."""


class DisbursementPage(PageOutput):
    totals: MoneyTotals
    disbursements: list[DisbursementOutput]

    @classmethod
    def shown(cls, page: Page[Disbursement], totals: Totals) -> Self:
        return cls(
            disbursements=[DisbursementOutput.of(entry) for entry in page.items],
            totals=MoneyTotals.of(totals),
            total=page.total,
            page=page.page,
            next_cursor=page.next_cursor,
        )


class DisbursementCreated(Done):
    disbursement_id: int
    receipt_url: str | None
    created_at: Timestamp

    @classmethod
    def of(cls, source: Disbursement) -> Self:
        receipt_url = pictures.url(source.receipt_url)
        return cls(disbursement_id=source.id, receipt_url=receipt_url, created_at=source.created_at)


class DisbursementVoided(Done):
    disbursement: DisbursementOutput

    @classmethod
    def of(cls, source: Disbursement) -> Self:
        return cls(disbursement=DisbursementOutput.of(source))
