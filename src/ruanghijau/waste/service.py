"""Looking at photos of waste, and the history of what was seen."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image
from sqlalchemy import delete, select

from ruanghijau.ai.waste import Result
from ruanghijau.ai.waste.photo import opened
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import Invalid, NotFound
from ruanghijau.gateways.pictures import encoded
from ruanghijau.pictures import service as pictures
from ruanghijau.quotas import service as quotas
from ruanghijau.quotas.service import Allowance
from ruanghijau.runtime import runtime
from ruanghijau.waste.categories import WasteCategory
from ruanghijau.waste.models import WasteDetection

EXTENSIONS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
QUOTA = "detect"
_FIELD = "image"


@dataclass(frozen=True)
class Photo:
    """An uploaded file. `filename` is what its sender calls it; empty when they do not say."""

    data: bytes
    filename: str = ""


@dataclass(frozen=True)
class Seen:
    """An answer: the row that notes it, what the model said, and the milliseconds from file to answer."""

    detection: WasteDetection
    result: Result
    milliseconds: float
    allowance: Allowance


def detect(photo: Photo, user_id: int | None, address: str) -> Seen:
    """Say which bin a photo shows, and keep it in the history of who is signed in.

    `address` counts a guest's photos of the day and is not kept. Raises `Invalid` or `TooLarge` for what is
    no acceptable photo, `TooMany` once today's quota is used up.
    """
    with _counted(user_id, address) as allowance:
        started = time.perf_counter()
        picture = _opened(photo)
        result = runtime().waste.classify(picture)
        milliseconds = (time.perf_counter() - started) * 1000
        key = _kept(photo.data, picture) if user_id else None
    detection = _noted(result, user_id, key)
    return Seen(detection, result, milliseconds, allowance)


def history(user_id: int, request: PageRequest) -> Page[WasteDetection]:
    """What somebody photographed, the newest first."""
    theirs = select(WasteDetection).where(WasteDetection.user_id == user_id)
    return paginate(theirs, [WasteDetection.id], request)


def correct(detection_id: int, user_id: int, category: WasteCategory) -> WasteDetection:
    """Note what a photo really shows. Raises `NotFound` for what is not in this person's history."""
    detection = _own(detection_id, user_id)
    detection.correct(category.value)
    session().flush()
    return detection


def forget(detection_id: int, user_id: int) -> None:
    """Delete one entry of a history with its picture. Raises `NotFound` as above."""
    detection = _own(detection_id, user_id)
    pictures.remove(detection.image_url)
    session().delete(detection)


def forget_all(user_id: int) -> int:
    """Delete a whole history with its pictures; returns how many entries it had."""
    theirs = WasteDetection.user_id == user_id
    rows = session().execute(select(WasteDetection.id, WasteDetection.image_url).where(theirs)).all()
    for _, key in rows:
        pictures.remove(key)
    session().execute(delete(WasteDetection).where(WasteDetection.id.in_([row.id for row in rows])))
    return len(rows)


@contextmanager
def _counted(user_id: int | None, address: str) -> Iterator[Allowance]:
    settings = runtime().settings
    if user_id:
        spending = quotas.spending(quotas.person(user_id), QUOTA, settings.waste_daily_person)
    else:
        spending = quotas.spending(quotas.guest(address), QUOTA, settings.waste_daily_guest)
    with spending as allowance:
        yield allowance


def _opened(photo: Photo) -> Image.Image:
    extension = PurePath(photo.filename).suffix.lower()
    if extension and extension not in EXTENSIONS:
        raise Invalid.field(_FIELD, "picture_unsupported")
    with pictures.refusing(_FIELD):
        return opened(photo.data)


def _kept(data: bytes, picture: Image.Image) -> str:
    pictures.refuse_malware(data, _FIELD)
    return pictures.keep(encoded(picture), "waste")


def _noted(result: Result, user_id: int | None, key: str | None) -> WasteDetection:
    detection = WasteDetection(
        user_id=user_id,
        image_url=key,
        detected_category=result.best.name,
        confidence=result.best.confidence,
        uncertain=result.uncertain,
        model_version=runtime().waste.settings.version,
    )
    session().add(detection)
    session().flush()
    return detection


def _own(detection_id: int, user_id: int) -> WasteDetection:
    """Locked, so that a correction and a deletion at once take turns."""
    wanted = WasteDetection.id == detection_id, WasteDetection.user_id == user_id
    detection = session().scalar(select(WasteDetection).where(*wanted).with_for_update())
    if detection is None:
        raise NotFound("DETECTION_NOT_FOUND")
    return detection
