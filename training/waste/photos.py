"""Lists the photos by what they show and where they come from, and divides them without splitting a group.

`shared/train` is divided further: nine parts in ten teach, one part sets temperature and threshold. A group
(a run of a camera over one object) lies wholly on one side, and its side follows from a hash of its name
alone, so that it stays when photos are added. `shared/val` is read for the report only.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.waste.labels import BINS, NONE, kind_of

TUNING_SHARE = 0.12
_IN_ROWS = ("compostnet", "coffeeleaf", "mslearn", "datacluster", "scrapsort")


@dataclass(frozen=True)
class Photo:
    """One photo file. `content` is the SHA-256 of its bytes; `part` is teach, tune or val."""

    path: Path
    kind: str
    source: str
    group: str
    content: str
    part: str


def list_photos(data: Path, gathered: Path | None = None) -> list[Photo]:
    """Every photo under `data`/train, `data`/val and `gathered`, each content once (the first by name)."""
    seen: dict[str, Photo] = {}
    folders = [(data / "val", "val"), (data / "train", "train")]
    for folder, split in [*folders, (gathered, "train")] if gathered else folders:
        for photo in _folder(folder, split):
            seen.setdefault(photo.content, photo)
    return sorted(seen.values(), key=lambda photo: photo.path)


def list_scenes(folder: Path) -> list[Photo]:
    """Photos of none of the bins, one in five of them (whole groups) kept from training."""
    return [_photo(path, NONE, _scene_source(path.stem), None) for path in sorted(folder.glob("*.jpg"))]


def _folder(folder: Path, split: str) -> Iterator[Photo]:
    for waste_bin in BINS:
        for path in sorted((folder / waste_bin).glob("*.jpg")):
            yield _photo(path, kind_of(path.name), path.name.split("_")[0], "val" if split == "val" else None)


def _photo(path: Path, kind: str, source: str, part: str | None) -> Photo:
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    group = _group(path.stem)
    return Photo(path, kind, source, group, content, part or _part(group))


def _scene_source(stem: str) -> str:
    return stem.rsplit("_", 1)[0]


def _group(stem: str) -> str:
    """Some sources number an object's photos in a row; TrashNet's numbers are shuffled and tell nothing."""
    match = re.fullmatch(r"(.*?)_?(\d+)", stem)
    name, number = (match[1], int(match[2])) if match else (stem, 0)
    run = 8 if stem.startswith(_IN_ROWS) else 1
    return f"{name}:{number // run}"


def _part(group: str) -> str:
    first = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4]) / 2**32
    return "tune" if first < TUNING_SHARE else "teach"
