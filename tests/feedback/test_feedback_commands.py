"""`ruanghijau feedback` as an operator runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from people import Person
from ruanghijau.admin_log.models import AdminLog
from ruanghijau.app import RuangHijau
from servers import environment_for


@pytest.fixture
def environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    return environment_for(database_url, tmp_path, 5000)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruanghijau", "feedback", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_file_is_measured(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "texts.tsv"
    file.write_text("text\tlabel\nbagus sekali\tpositive\nerror terus\tnegative\n", encoding="utf-8")

    done = run(environment, "evaluate", str(file))

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:3] == ["texts     2", "accuracy  1.000", "macro-F1  1.000"]
    assert "true \\ said" in done.stdout


def test_a_file_of_another_kind_is_refused(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "texts.tsv"
    file.write_text("bagus\n", encoding="utf-8")

    done = run(environment, "evaluate", str(file))

    assert done.returncode == 1
    assert "needs the columns" in done.stderr


def test_corrections_are_exported_as_training_data(
    app: RuangHijau, sari: Person, admin: Person, environment: dict[str, str], tmp_path: Path
) -> None:
    text = 'Kata "bagus"\nitu sindiran'
    number = sari.post("/api/feedback/submit", {"content": text}).json["feedback_id"]
    sari.post("/api/feedback/submit", {"content": "tidak dikoreksi"})
    for sentiment in ("neutral", "negative"):
        admin.post(f"/api/feedback/{number}/correct", {"sentiment": sentiment})

    file = tmp_path / "corrections.tsv"
    done = run(environment, "export-corrections", str(file))

    assert (done.returncode, done.stdout) == (0, f"1 texts written to {file}.\n")
    assert run(environment, "evaluate", str(file)).stdout.startswith("texts     1")
    with app.runtime.database.transaction(write=False) as session:
        logs = session.scalars(select(AdminLog).order_by(AdminLog.id)).all()
    # the label as it was heard decides how many corrections there are
    assert {log.action for log in logs} == {"feedback.correct", "feedback.export_corrections"}
    last = next(log for log in reversed(logs) if log.action == "feedback.correct")
    assert (last.admin_id, json.loads(last.details)["after"]) == (admin.id, "negative")
