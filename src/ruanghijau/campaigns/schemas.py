"""Wire shapes of campaigns."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.campaigns.categories import CampaignCategory
from ruanghijau.campaigns.listing import Stage
from ruanghijau.campaigns.models import Campaign, CampaignStatus
from ruanghijau.db.calendar import today
from ruanghijau.pictures import service as pictures
from ruanghijau.web.files import RequiredFile, UploadedFile
from ruanghijau.web.schemas import (
    EMPTY_IS_NONE,
    NUMBER,
    Done,
    Heading,
    Input,
    Line,
    Output,
    PageOutput,
    PageQuery,
    RupiahAmount,
    Timestamp,
    Words,
)

MAX_TEXT = 20_000
MIN_GOAL = 10_000
MAX_GOAL = 9_999_999_999  # what DECIMAL(12,2) holds
MAX_VOLUNTEERS = 100_000
# Collecting may cost at most 10 percent of what is collected: Peraturan Pemerintah 29/1980, article 6 (1).
# The permit for it (izin PUB) is required and given by Peraturan Menteri Sosial 8/2021, article 3 (3).
MAX_OPERATING_COST = 10
_CENT = Decimal("0.01")


def _only_iso(value: Any) -> Any:
    # Pydantic would also read seconds since 1970 as a date, and the time of day beside one.
    if value is None or (isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-"):
        return value
    raise PydanticCustomError("date_parsing", "a date is written YYYY-MM-DD")


IsoDate = Annotated[date, BeforeValidator(_only_iso), Field(examples=["2026-12-31"])]
Goal = Annotated[int, Field(ge=MIN_GOAL, le=MAX_GOAL, examples=[5_000_000])]


def _two_decimals(value: Decimal) -> Decimal:
    if value < 0:
        raise PydanticCustomError("greater_than_equal", "too small", {"ge": 0})
    if value > MAX_OPERATING_COST:
        raise PydanticCustomError("less_than_equal", "too large", {"le": MAX_OPERATING_COST})
    # A JSON number may have passed through a float on its way: 0.57 arrives as 0.5700000000000001 as well.
    rounded = value.quantize(_CENT)
    if abs(value - rounded) > Decimal("1e-9"):
        raise PydanticCustomError("decimal_max_places", "too many decimals", {"decimal_places": 2})
    return abs(rounded)


Percent = Annotated[
    Decimal,
    AfterValidator(_two_decimals),
    WithJsonSchema(
        {
            "type": "number",
            "minimum": 0,
            "maximum": MAX_OPERATING_COST,
            "multipleOf": 0.01,
            "examples": [7.5],
        },
        mode="validation",
    ),
]
PercentOutput = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
Capacity = Annotated[int, Field(ge=1, le=MAX_VOLUNTEERS, examples=[25])]


class CampaignInput(Input):
    title: Heading = Field(max_length=255, examples=["Tanam seribu mangrove"])
    description: Words = Field(max_length=MAX_TEXT, examples=["Memulihkan pesisir bersama warga."])
    goal: Goal
    """Whole rupiah."""
    image: UploadedFile = None
    """A picture: JPEG, PNG, WebP or HEIC."""
    category: Annotated[CampaignCategory | None, EMPTY_IS_NONE] = None
    start_date: Annotated[IsoDate | None, EMPTY_IS_NONE] = None
    """First day in Asia/Jakarta; today unless given."""
    end_date: Annotated[IsoDate | None, EMPTY_IS_NONE] = None
    """Last day in Asia/Jakarta; 30 days after the first unless given."""
    city: Line = Field("", max_length=100, examples=["Semarang"])
    volunteer_capacity: Annotated[Capacity | None, EMPTY_IS_NONE] = None
    """How many volunteers there is room for; any number unless given."""
    permit_number: Line = Field("", max_length=100, examples=["123/HUK-PS/2026"])
    """Of the permit for public collections (izin PUB)."""
    operating_cost_percent: Annotated[Percent | None, EMPTY_IS_NONE] = None
    """How much of what is collected pays for collecting it; up to two decimals."""


class CampaignChange(Input):
    """Fields left out stay as they are; null clears category, city, volunteer_capacity and the permit's."""

    title: Heading | None = Field(None, max_length=255, examples=["Tanam dua ribu mangrove"])
    description: Words | None = Field(None, max_length=MAX_TEXT)
    goal: Annotated[Goal, NUMBER] | None = None
    """Whole rupiah; fixed once somebody gave."""
    category: CampaignCategory | None = None
    end_date: IsoDate | None = None
    """A day after today."""
    city: Line | None = Field(None, max_length=100, examples=["Semarang"])
    volunteer_capacity: Annotated[Capacity, NUMBER] | None = None
    permit_number: Line | None = Field(None, max_length=100, examples=["123/HUK-PS/2026"])
    """Of the permit for public collections (izin PUB)."""
    operating_cost_percent: Annotated[Percent, NUMBER] | None = None
    """How much of what is collected pays for collecting it; up to two decimals."""

    def columns(self) -> dict[str, Any]:
        """What to change, by the names of the columns."""
        given = self.model_dump(exclude_unset=True)
        if given.get("goal"):
            given["goal_amount"] = Decimal(given["goal"])
        given.pop("goal", None)
        if given.get("permit_number") == "":
            given["permit_number"] = None
        return {name: value for name, value in given.items() if value is not None or name in _CLEARABLE}


_CLEARABLE = frozenset({"category", "city", "volunteer_capacity", "permit_number", "operating_cost_percent"})


class CancelInput(Input):
    reason: Words = Field(max_length=500, examples=["Lokasi penanaman terendam banjir."])


class CampaignPicture(Input):
    image: RequiredFile


class CampaignQuery(PageQuery):
    category: CampaignCategory | None = None
    status: Stage | None = None
    """`active`: runs today; `upcoming`: begins on a later day."""
    city: Line | None = Field(None, max_length=100)
    q: Words | None = Field(None, max_length=100)
    """Words that the campaign contains."""


class OwnCampaignsQuery(PageQuery):
    status: Stage | None = None


class CampaignOutput(Output):
    id: int
    title: str
    description: str
    image_url: str | None
    thumbnail_url: str | None
    category: str | None
    goal_amount: RupiahAmount
    current_amount: RupiahAmount
    progress: int
    """Whole percent of the goal."""
    status: CampaignStatus
    """`completed` also from the day after the last one."""
    has_started: bool
    start_date: date
    end_date: date
    city: str | None
    volunteer_capacity: int | None
    volunteers_count: int
    cancel_reason: str | None
    permit_number: str | None
    operating_cost_percent: PercentOutput | None
    creator: PublicUser
    created_at: Timestamp
    updated_at: Timestamp

    @classmethod
    def of(cls, source: Campaign, **more: Any) -> Self:
        day = today()
        return cls(
            **{name: getattr(source, name) for name in _PLAIN},
            image_url=pictures.url(source.image_url),
            thumbnail_url=pictures.thumbnail_url(source.image_url),
            status=source.status_on(day),
            has_started=source.has_started(day),
            creator=PublicUser.of(source.creator),
            **more,
        )


_PLAIN = (
    "id", "title", "description", "category", "goal_amount", "current_amount", "progress", "start_date",
    "end_date", "city", "volunteer_capacity", "volunteers_count", "cancel_reason", "created_at", "updated_at",
    "permit_number", "operating_cost_percent",
)  # fmt: skip


class CampaignCreated(Done):
    campaign_id: int
    image_url: str | None
    created_at: Timestamp

    @classmethod
    def of(cls, source: Campaign) -> Self:
        image_url = pictures.url(source.image_url)
        return cls(campaign_id=source.id, image_url=image_url, created_at=source.created_at)


class CampaignPage(PageOutput):
    campaigns: list[CampaignOutput]


class CampaignChanged(Done):
    campaign: CampaignOutput

    @classmethod
    def of(cls, source: Campaign) -> Self:
        return cls(campaign=CampaignOutput.of(source))
