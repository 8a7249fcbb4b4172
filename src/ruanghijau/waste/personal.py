"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select

from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.pictures import service as pictures
from ruanghijau.waste.models import WasteDetection

_DETECTION = (
    WasteDetection.id, WasteDetection.image_url, WasteDetection.detected_category,
    WasteDetection.confidence, WasteDetection.corrected_category, WasteDetection.detected_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    seen = select(*_DETECTION).where(WasteDetection.user_id == user_id).order_by(WasteDetection.id)
    detections = records(seen)
    for detection in detections:
        detection["image_url"] = pictures.url(detection["image_url"])
    return {"detections": detections}


def erase_person(user_id: int) -> None:
    theirs = WasteDetection.user_id == user_id
    for key in session().scalars(select(WasteDetection.image_url).where(theirs)):
        pictures.remove(key)
    session().execute(delete(WasteDetection).where(theirs))
