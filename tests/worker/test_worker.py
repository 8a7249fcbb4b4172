"""The worker at its daily work."""

from dataclasses import replace
from pathlib import Path

import pytest
from processes import STOP_SECONDS, Place, stop

from people import join
from ruanghijau.config import Environment
from ruanghijau.outbox.models import MailStatus
from ruanghijau.worker.queue import waker

# The worker looks for mails by itself once a minute.
LONG_BEFORE_ITS_ROUND = 15


@pytest.fixture
def woken(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place whose web application wakes the worker through the queue that both share."""
    monkeypatch.chdir(place.folder)
    shared = place.settings.model_copy(update={"app_env": Environment.development})
    place.app.runtime = replace(place.app.runtime, wake=waker(shared))
    return place


def test_a_mail_leaves_long_before_the_next_round(woken: Place) -> None:
    join(woken.app, "sari")
    with woken.working():
        woken.wait_for(lambda: len(woken.files) == 1)  # it was found in the first round
        join(woken.app, "budi")
        woken.wait_for(lambda: len(woken.files) == 2, LONG_BEFORE_ITS_ROUND)
    assert "budi@contoh.id" in "".join(path.read_text() for path in woken.files)


def test_asked_to_stop_it_finishes_what_it_has_in_hand(place: Place) -> None:
    place.queue_mails(300)
    worker = place.start()
    place.wait_for(lambda: len(place.files) >= 10)
    stop(worker)
    assert place.count(MailStatus.sending) == 0
    assert place.count(MailStatus.sent) == len(place.files)
    assert 10 <= len(place.files) < 300


def test_it_refuses_to_start_on_old_tables(tmp_path: Path, place: Place) -> None:
    worker = place.start(DATABASE_URL=f"sqlite:///{tmp_path}/empty.db")
    assert worker.wait(STOP_SECONDS) == 1
    assert "ruanghijau db upgrade" in (tmp_path / "worker.log").read_text()


def test_a_job_can_be_run_by_hand(place: Place) -> None:
    place.queue_mails(5)
    assert place.start("maintenance", "run", "deliver-mails").wait(STOP_SECONDS) == 0
    assert len(place.files) == 5
    assert "deliver-mails: 5" in (place.folder / "worker.log").read_text()
