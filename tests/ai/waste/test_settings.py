import json
from pathlib import Path

import pytest

from ruanghijau.ai.waste import BINS, SHIPPED, ModelSettings

SOUND = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))


def written(folder: Path, **changes: object) -> Path:
    file = folder / "model.json"
    file.write_text(json.dumps({**SOUND, **changes}), encoding="utf-8")
    return file


def test_every_bin_has_a_kind() -> None:
    assert set(BINS) <= set(ModelSettings.read(SHIPPED.with_suffix(".json")).kinds.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": {"bottle": "plastik"}},
        {"short_side": 100},
        {"mean": [0.5]},
        {"std": [1, 0, 1]},
        {"temperature": 0},
        {"side": "wide"},
        {"colour": "blue"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_settings_that_cannot_be_meant_are_an_error(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"model\.json"):
        ModelSettings.read(written(tmp_path, **changes))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="model"):
        ModelSettings.read(tmp_path / "model.json")


def test_sound_settings_are_read_as_written(tmp_path: Path) -> None:
    read = ModelSettings.read(written(tmp_path, side=96, short_side=128))

    assert (read.side, read.short_side) == (96, 128)
    assert read.kinds == SOUND["kinds"]
