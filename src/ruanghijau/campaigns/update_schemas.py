"""Wire shapes of what organisers report."""

from typing import Self

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.models import CampaignUpdate
from ruanghijau.campaigns.schemas import MAX_TEXT
from ruanghijau.pictures import service as pictures
from ruanghijau.web.files import UploadedFile
from ruanghijau.web.schemas import Done, Heading, Input, Output, PageOutput, Timestamp, Words


class UpdateInput(Input):
    title: Heading = Field(max_length=255, examples=["Bibit pertama sudah ditanam"])
    content: Words = Field(max_length=MAX_TEXT, examples=["Hari ini 200 bibit ditanam bersama warga."])
    image: UploadedFile = None
    """A picture: JPEG, PNG, WebP or HEIC."""


class UpdateOutput(Output):
    id: int
    campaign_id: int
    title: str
    content: str
    image_url: str | None
    thumbnail_url: str | None
    author: PublicUser
    created_at: Timestamp

    @classmethod
    def of(cls, source: CampaignUpdate) -> Self:
        return cls(
            id=source.id,
            campaign_id=source.campaign_id,
            title=source.title,
            content=source.content,
            image_url=pictures.url(source.image_url),
            thumbnail_url=pictures.thumbnail_url(source.image_url),
            author=PublicUser.of(source.author),
            created_at=source.created_at,
        )


class UpdatePage(PageOutput):
    updates: list[UpdateOutput]


class UpdateCreated(Done):
    update_id: int
    image_url: str | None
    created_at: Timestamp

    @classmethod
    def of(cls, source: CampaignUpdate) -> Self:
        image_url = pictures.url(source.image_url)
        return cls(update_id=source.id, image_url=image_url, created_at=source.created_at)
