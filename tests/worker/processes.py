"""`ruanghijau worker` as a process of its own, and what it leaves behind."""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path

from sqlalchemy import func, insert, select

from ruanghijau.app import RuangHijau
from ruanghijau.config import Settings
from ruanghijau.outbox.models import MailStatus, OutgoingMail
from servers import environment_for

STOP_SECONDS = 40
# A lease is long against one mail on a busy machine and short against the patience of a test.
LEASE_SECONDS = 5


class Place:
    """A database and a folder that one worker after another works on."""

    def __init__(self, app: RuangHijau, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.settings: Settings = app.runtime.settings

    def start(self, *command: str, **settings: object) -> "subprocess.Popen[bytes]":
        """Start `ruanghijau worker`, or another command, on this database. Its log is in the folder."""
        chosen = {"APP_ENV": "development", "MAIL_LEASE_SECONDS": LEASE_SECONDS, **settings}
        environment = environment_for(self.settings.sqlalchemy_url, self.folder, 0, **chosen)
        with (self.folder / "worker.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "ruanghijau", *(command or ("worker",))],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=log,
            )

    @contextmanager
    def working(self, **settings: object) -> Iterator["subprocess.Popen[bytes]"]:
        """A worker that runs until the block ends, and then stops as a service manager stops it."""
        worker = self.start(**settings)
        try:
            yield worker
            stop(worker)
        finally:
            worker.kill()
            worker.wait()

    def queue_mails(self, number: int) -> None:
        rows = [
            {
                "message_id": f"<mail-{one}@contoh.id>",
                "recipient": f"warga{one}@contoh.id",
                "subject": f"Kabar {one}",
                "body": "Halo.",
            }
            for one in range(number)
        ]
        with self.app.runtime.database.transaction() as session:
            session.execute(insert(OutgoingMail), rows)

    def count(self, status: MailStatus) -> int:
        with self.app.runtime.database.transaction(write=False) as session:
            wanted = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.status == status)
            return session.scalar(wanted) or 0

    @property
    def files(self) -> list[Path]:
        return list((self.folder / "mail").glob("[!.]*"))

    def filed_ids(self) -> Counter[str]:
        return Counter(message_from_bytes(path.read_bytes())["Message-ID"] for path in self.files)

    def wait_for(self, reached: Callable[[], bool], seconds: float = 60) -> None:
        give_up = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > give_up:
                log = (self.folder / "worker.log").read_text()
                raise AssertionError(f"this did not come about in {seconds} s; the log ends:\n{log[-3000:]}")
            time.sleep(0.01)


def stop(worker: "subprocess.Popen[bytes]") -> None:
    worker.terminate()
    assert worker.wait(STOP_SECONDS) == 0
