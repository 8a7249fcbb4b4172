"""`ruanghijau waste` as an operator runs it."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from people import Person
from servers import environment_for
from waste_photos import blank, encoded, landscape


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruanghijau", "waste", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    return environment_for(database_url, tmp_path, 5000, UPLOAD_FOLDER=str(tmp_path / "uploads"))


def test_photos_are_answered_one_by_one(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "blank.png").write_bytes(encoded(blank("white"), "PNG"))
    (tmp_path / "notes.txt").write_text("not a photo", encoding="utf-8")

    done = run(environment, "detect", str(tmp_path / "blank.png"), str(tmp_path / "notes.txt"))

    assert done.returncode == 1
    assert "tidak yakin" in done.stdout
    assert "notes.txt: refused (unsupported)" in done.stderr


def test_a_folder_is_measured(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("kaca", "logam"):
        (tmp_path / "photos" / name).mkdir(parents=True)
        (tmp_path / "photos" / name / "scene.jpg").write_bytes(encoded(landscape()))

    done = run(environment, "evaluate", str(tmp_path / "photos"))

    assert done.returncode == 0
    for figure in ("photos             2", "macro-F1", "ECE", "recall", "confusion", "kaca"):
        assert figure in done.stdout
    assert run(environment, "evaluate", str(tmp_path / "uploads")).returncode != 0


def test_corrections_become_a_folder_to_train_on(
    sari: Person, environment: dict[str, str], tmp_path: Path
) -> None:
    ids = []
    for _ in range(2):
        answer = sari.send_form("POST", "/api/waste/detect", picture=encoded(landscape())).json
        ids.append(answer["detection_id"])
    sari.post(f"/api/waste/history/{ids[0]}/correct", {"category": "kaca"})

    done = run(environment, "export-corrections", str(tmp_path / "out"))

    assert done.returncode == 0, done.stderr
    assert "1 photos written" in done.stdout
    file = tmp_path / "out" / "kaca" / f"{ids[0]}.jpg"
    with Image.open(file) as photo:
        assert photo.size == (640, 480)
    with (tmp_path / "out" / "corrections.csv").open(encoding="utf-8") as lines:
        (line,) = csv.DictReader(lines)
    assert (line["file"], line["corrected"]) == (f"kaca/{ids[0]}.jpg", "kaca")
    assert "sari" not in (tmp_path / "out" / "corrections.csv").read_text(encoding="utf-8")
