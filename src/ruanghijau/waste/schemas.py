"""Wire shapes of waste detection."""

from typing import Annotated, Self

from pydantic import AliasChoices, ConfigDict, Field

from ruanghijau.ai.waste import Share
from ruanghijau.pictures import service as pictures
from ruanghijau.quotas.schemas import Quota
from ruanghijau.texts import Language
from ruanghijau.waste.advice import advice, facts, kind_name
from ruanghijau.waste.bins import Bin
from ruanghijau.waste.categories import UNSURE, WasteCategory
from ruanghijau.waste.models import WasteDetection
from ruanghijau.waste.service import Seen
from ruanghijau.web.files import RequiredFile
from ruanghijau.web.schemas import (
    EMPTY_IS_NONE,
    Done,
    Id,
    Input,
    Output,
    PageOutput,
    PageQuery,
    Timestamp,
)

SHOWN_KINDS = 5
_DIGITS = 4


class DetectInput(Input):
    image: RequiredFile = Field(validation_alias=AliasChoices("image", "image_file"))
    """A photo of one object: JPEG, PNG, WebP or HEIC, at most 5 MB. `image_file` is accepted as well."""
    user_id: Annotated[Id | None, EMPTY_IS_NONE] = None
    """One's own id, or nothing: the token decides."""


class Classification(Output):
    primary_category: str = Field(examples=["organik"])
    """One of the five bins, or `tidak yakin` when none is sure enough."""
    bin_color: str | None = Field(examples=["Hijau"])
    confidence: float = Field(ge=0, le=1, examples=[0.92])
    confidence_percentage: str = Field(examples=["92%"])


class Alternative(Output):
    category: str = Field(examples=["kertas"])
    confidence: float = Field(ge=0, le=1, examples=[0.06])
    bin_color: str = Field(examples=["Biru"])


class Tips(Output):
    disposal: str
    environmental_impact: str
    recycling_options: str


class Prediction(Output):
    """A finer kind of waste; `label` is its name for people."""

    model_config = ConfigDict(serialize_by_alias=True, populate_by_name=True)

    kind: str = Field(alias="class", examples=["apple"])
    confidence: float = Field(ge=0, le=1, examples=[0.45])
    label: str = Field(examples=["apel"])


class Detected(Done):
    classification: Classification
    alternatives: list[Alternative]
    """The two next likely bins; when nothing is sure, the two likeliest."""
    tips: Tips
    predictions: list[Prediction]
    processed_time_ms: int
    timestamp: Timestamp
    uncertain: bool
    message: str | None
    """What to say when nothing is sure; null otherwise."""
    retake: list[str]
    """How to take a better photo when nothing is sure; empty otherwise."""
    detection_id: int | None
    """For a correction; null for a guest, of whom nothing is kept."""
    image_url: str | None
    quota: Quota

    @classmethod
    def seen(cls, seen: Seen, language: Language) -> Self:
        result, told = seen.result, advice(seen.result, language)
        others = result.two_likeliest if result.uncertain else result.bins[1:3]
        owned = seen.detection.user_id is not None
        return cls(
            classification=_classification(result.best, result.uncertain, language),
            alternatives=[_alternative(share, language) for share in others],
            tips=Tips.of(told),
            predictions=[_prediction(share, language) for share in result.kinds[:SHOWN_KINDS]],
            processed_time_ms=round(seen.milliseconds),
            timestamp=seen.detection.detected_at,
            uncertain=result.uncertain,
            message=told.message,
            retake=list(told.retake),
            detection_id=seen.detection.id if owned else None,
            image_url=pictures.url(seen.detection.image_url),
            quota=Quota.of(seen.allowance),
        )


def _classification(best: Share, uncertain: bool, language: Language) -> Classification:
    return Classification(
        primary_category=UNSURE if uncertain else best.name,
        bin_color=None if uncertain else facts(best.name, language).bin_color,
        confidence=round(best.confidence, _DIGITS),
        confidence_percentage=f"{best.confidence:.0%}",
    )


def _alternative(share: Share, language: Language) -> Alternative:
    color = facts(share.name, language).bin_color
    return Alternative(category=share.name, confidence=round(share.confidence, _DIGITS), bin_color=color)


def _prediction(share: Share, language: Language) -> Prediction:
    name = kind_name(share.name, language)
    return Prediction(kind=share.name, confidence=round(share.confidence, _DIGITS), label=name)


class HistoryQuery(PageQuery):
    user_id: Id | None = None
    """One's own id, or nothing: the token decides."""


class DetectionOutput(Output):
    id: int
    image_url: str | None
    thumbnail_url: str | None
    category: str | None
    """The likeliest bin, even where the answer was uncertain."""
    bin_color: str | None
    confidence: float | None
    uncertain: bool
    corrected_category: str | None
    """What the person said it was; `lainnya` for none of the bins."""
    detected_at: Timestamp

    @classmethod
    def shown(cls, row: WasteDetection, language: Language) -> Self:
        category = row.detected_category
        return cls(
            id=row.id,
            image_url=pictures.url(row.image_url),
            thumbnail_url=pictures.thumbnail_url(row.image_url),
            category=category,
            bin_color=facts(category, language).bin_color if category else None,
            confidence=row.confidence,
            uncertain=row.uncertain,
            corrected_category=row.corrected_category,
            detected_at=row.detected_at,
        )


class DetectionPage(PageOutput):
    detections: list[DetectionOutput]


class CorrectionInput(Input):
    category: WasteCategory
    """What the photo really shows."""


class Corrected(Done):
    detection: DetectionOutput


class BinOutput(Output):
    category: str = Field(examples=["organik"])
    name: str
    bin_color: str
    color: str = Field(examples=["#2E7D32"])
    icon: str
    examples: list[str]
    processing: str
    decomposition: str
    recyclability: str
    disposal: str
    environmental_impact: str
    recycling_options: str
    sources: list[str]

    @classmethod
    def told(cls, one: Bin, language: Language) -> Self:
        return cls(
            category=one.category,
            color=one.colour,
            icon=one.icon,
            sources=list(one.sources),
            **{**vars(one.facts[language]), "examples": list(one.facts[language].examples)},
        )


class BinList(Output):
    bins: list[BinOutput]
