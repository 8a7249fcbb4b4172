"""The worker at its daily work."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from huey import SqliteHuey
from processes import STOP_SECONDS, Place, stop

from people import join
from ruanghijau.config import Environment, Settings
from ruanghijau.outbox.models import MailStatus
from ruanghijau.worker.queue import NAME, open_queue, queue_file, waker
from servers import environment_for

# The worker looks for mails by itself once a minute.
LONG_BEFORE_ITS_ROUND = 15


@pytest.fixture(params=["file", "redis"])
def queue(request: pytest.FixtureRequest) -> dict[str, str]:
    """The settings of a queue between web and worker."""
    if request.param == "file":
        return {}
    if not (url := os.environ.get("TEST_REDIS_URL")):
        pytest.skip("TEST_REDIS_URL is not set")
    # A database of its own for each test process, or they would wake each other's workers.
    number = "".join(filter(str.isdigit, os.environ.get("PYTEST_XDIST_WORKER", "")))
    own = 1 + int(number or 0) % 15
    return {"redis_url": urlsplit(url)._replace(path=f"/{own}").geturl()}


def test_a_mail_leaves_long_before_the_next_round(
    place: Place, queue: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place.folder)  # where both find the queue of a database that is no file
    shared = place.settings.model_copy(update={"app_env": Environment.development, **queue})
    place.app.runtime = replace(place.app.runtime, wake=waker(shared))
    join(place.app, "sari")
    with place.working(**{name.upper(): value for name, value in queue.items()}):
        place.wait_for(lambda: len(place.files) == 1)  # it was found in the first round
        join(place.app, "budi")
        place.wait_for(lambda: len(place.files) == 2, LONG_BEFORE_ITS_ROUND)
    assert "budi@contoh.id" in "".join(path.read_text() for path in place.files)


def test_a_message_that_the_platform_did_not_sign_is_never_opened(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/platform.db")
    ours, trap = open_queue(settings), tmp_path / "opened"
    stranger = SqliteHuey(NAME, filename=str(queue_file(settings)))
    stranger.storage.enqueue(pickle.dumps(Trap(trap)))
    with pytest.raises(ValueError, match=r"Separator|Signature"):
        ours.dequeue()
    assert not trap.exists()
    stranger.storage.enqueue(pickle.dumps(Trap(trap)))
    with pytest.raises(AttributeError):  # what it unpickled is no message
        stranger.dequeue()
    assert trap.exists()


class Trap:
    """Does something as soon as it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._path,)


def test_asked_to_stop_it_finishes_what_it_has_in_hand(place: Place) -> None:
    place.queue_mails(300)
    worker = place.start()
    place.wait_for(lambda: len(place.files) >= 10)
    stop(worker)
    assert place.count(MailStatus.sending) == 0
    assert place.count(MailStatus.sent) == len(place.files)
    assert 10 <= len(place.files) < 300


def test_it_refuses_to_start_on_old_tables(tmp_path: Path) -> None:
    environment = environment_for(f"sqlite:///{tmp_path}/empty.db", tmp_path, 0)
    command = [sys.executable, "-m", "ruanghijau", "worker"]
    refused = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False
    )
    assert refused.returncode == 1
    assert b"ruanghijau db upgrade" in refused.stderr


def test_a_job_can_be_run_by_hand(place: Place) -> None:
    place.queue_mails(5)
    assert place.start("maintenance", "run", "deliver-mails").wait(STOP_SECONDS) == 0
    assert len(place.files) == 5
    assert "deliver-mails: 5" in (place.folder / "worker.log").read_text()
