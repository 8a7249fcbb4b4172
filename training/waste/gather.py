"""`python -m training.waste.gather FOLDER OUT`: the photos beyond shared/data/waste, from where lists
say they are.

scenes.tsv lists pictures of none of the bins, which go to OUT; photos.tsv those of waste, which go to
OUT/photos/<bin>. FOLDER has a folder for each package or repository of those lists, unpacked, under its name
("/" as "+").
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from training.waste.labels import KINDS, kind_of

SCENES, WASTE = (Path(__file__).parent / name for name in ("scenes.tsv", "photos.tsv"))
PHOTOS = "photos"
_SCENE_SIDE, _WASTE_SIDE = 720, 420
"""Long side in pixels: surfaces are cut out of scenes, photos of waste are as large as those of shared."""
_QUALITY = 90


def gather(folder: Path, out: Path) -> list[str]:
    """Copy the listed pictures to `out`, made smaller; gives the names of those that were not found."""
    missing = []
    for source, target, side in _listed(folder, out):
        if source.is_file():
            _copy(source, target, side)
        else:
            missing.append(target.name)
    return missing


def _listed(folder: Path, out: Path) -> Iterator[tuple[Path, Path, int]]:
    for row in _rows(SCENES):
        yield _found(folder, row), out / row["name"], _SCENE_SIDE
    for row in _rows(WASTE):
        place = out / PHOTOS / KINDS[kind_of(row["name"])] / row["name"]
        yield _found(folder, row), place, _WASTE_SIDE


def _found(folder: Path, row: dict[str, str]) -> Path:
    return folder / row["from"].replace("/", "+") / row["path"]


def _rows(listing: Path) -> list[dict[str, str]]:
    with listing.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _copy(source: Path, target: Path, side: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as picture:
        small = _on_white(ImageOps.exif_transpose(picture))
    small.thumbnail((side, side))
    small.save(target, quality=_QUALITY)


def _on_white(picture: Image.Image) -> Image.Image:
    """A cut-out with a margin of white, from which it is cut out again as from a table; others unchanged."""
    if "A" not in picture.getbands():
        return picture.convert("RGB")
    margin = max(picture.size) // 10
    table = Image.new("RGB", (picture.width + 2 * margin, picture.height + 2 * margin), "white")
    table.paste(picture.convert("RGB"), (margin, margin), picture.getchannel("A"))
    return table


if __name__ == "__main__":
    if not_found := gather(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.exit(f"not found: {', '.join(not_found)}")
