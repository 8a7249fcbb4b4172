"""What people said the detector got wrong, as a folder that it can be trained and measured on."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from ruanghijau.admin_log import service as admin_log
from ruanghijau.db import session
from ruanghijau.gateways.storage import FileMissing
from ruanghijau.runtime import runtime
from ruanghijau.waste.models import WasteDetection

_LIST = "corrections.csv"
_COLUMNS = ("file", "said", "confidence", "uncertain", "corrected", "corrected_at", "model_version")


@dataclass(frozen=True)
class Exported:
    """How many photos were written, and of how many the picture is gone."""

    photos: int
    missing: int


def export(folder: Path, done: Callable[[], None] = lambda: None) -> Exported:
    """Write every corrected photo to `folder`/<what it is>/<number>.jpg, and a list of them as CSV.

    Nothing in it says whose a photo is. `done` is called after each. The export is noted in the log of
    administrators. Raises OSError where the folder cannot be written.
    """
    rows = _corrected()
    folder.mkdir(parents=True, exist_ok=True)
    written: list[dict[str, object]] = []
    for row in rows:
        file = Path(str(row.corrected_category)) / f"{row.id}.jpg"
        if _copied(str(row.image_url), folder / file):
            written.append(_entry(row, file))
        done()
    with (folder / _LIST).open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, _COLUMNS)
        writer.writeheader()
        writer.writerows(written)
    admin_log.record("waste.export_corrections", {"photos": len(written)})
    return Exported(len(written), len(rows) - len(written))


def count() -> int:
    """How many photos an export would look at."""
    return len(_corrected())


def _corrected() -> list[WasteDetection]:
    kept = WasteDetection.corrected_category.is_not(None), WasteDetection.image_url.is_not(None)
    return list(session().scalars(select(WasteDetection).where(*kept).order_by(WasteDetection.id)))


def _copied(key: str, target: Path) -> bool:
    try:
        file = runtime().storage.get(key)
    except FileMissing:
        return False
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(file.data)
    return True


def _entry(row: WasteDetection, file: Path) -> dict[str, object]:
    return {
        "file": file.as_posix(),
        "said": row.detected_category,
        "confidence": row.confidence,
        "uncertain": row.uncertain,
        "corrected": row.corrected_category,
        "corrected_at": row.corrected_at.isoformat() if row.corrected_at else "",
        "model_version": row.model_version,
    }
