"""The lists of gathered photos: a licence for each, a kind for each, and a part that stays."""

import csv
import sys
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[3]))

from training.waste.gather import PHOTOS, SCENES, WASTE, gather
from training.waste.labels import KINDS, kind_of
from training.waste.photos import list_photos, list_scenes

FREE = {"MIT", "Apache-2.0", "CC0-1.0", "CC-BY-4.0", "GPL-2", "GPL-3"}


def rows(listing: Path) -> list[dict[str, str]]:
    with listing.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("listing", [SCENES, WASTE], ids=lambda path: path.name)
def test_every_listed_picture_has_place_version_and_licence(listing: Path) -> None:
    listed = rows(listing)
    assert listed
    assert all(row["from"] and row["version"] and row["path"] and row["licence"] for row in listed)
    assert not [row["name"] for row in listed if "NC" in row["licence"].upper().split("-")]
    assert max(Counter(row["name"] for row in listed).values()) == 1


def test_photos_of_waste_come_with_free_licences_and_known_kinds() -> None:
    for row in rows(WASTE):
        assert row["licence"] in FREE, row["name"]
        assert kind_of(row["name"]) in KINDS


@pytest.mark.parametrize("name", ["stranger_glass_001.jpg", "photo.jpg", "datacluster_gold_001.jpg"])
def test_a_photo_of_no_source_on_record_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        kind_of(name)


def test_gathering_puts_scenes_and_waste_where_training_finds_them(tmp_path: Path) -> None:
    scene, waste = rows(SCENES)[0], next(row for row in rows(WASTE) if row["path"].endswith(".png"))
    for row, mode in ((scene, "RGB"), (waste, "RGBA")):
        source = tmp_path / "in" / row["from"].replace("/", "+") / row["path"]
        source.parent.mkdir(parents=True, exist_ok=True)
        Image.new(mode, (1000, 500)).save(source, format="PNG")
    out = tmp_path / "out"

    missing = gather(tmp_path / "in", out)

    assert len(missing) == len(rows(SCENES)) + len(rows(WASTE)) - 2
    assert [photo.path.name for photo in list_scenes(out)] == [scene["name"]]
    (photo,) = list_photos(tmp_path / "nothing", out / PHOTOS)
    assert (photo.path.name, photo.kind) == (waste["name"], kind_of(waste["name"]))
    with Image.open(photo.path) as picture:
        assert picture.mode == "RGB"
        assert max(picture.size) <= 420
        assert min(picture.getpixel((2, 2))) > 240  # what was clear is white


def test_a_photo_keeps_its_part_when_others_are_added(tmp_path: Path) -> None:
    names = [f"tuxpaint_fruit_{number:03}.jpg" for number in range(60)]
    folder = tmp_path / "train" / "organik"
    folder.mkdir(parents=True)
    for number, name in enumerate(names[:30]):
        Image.new("RGB", (8, 8), (number * 4, 0, 0)).save(folder / name)
    before = {photo.path.name: photo.part for photo in list_photos(tmp_path)}
    for number, name in enumerate(names[30:]):
        Image.new("RGB", (8, 8), (0, number * 4 + 4, 200)).save(folder / name)

    after = {photo.path.name: photo.part for photo in list_photos(tmp_path)}

    assert {name: after[name] for name in before} == before
    assert set(after.values()) == {"teach", "tune"}
