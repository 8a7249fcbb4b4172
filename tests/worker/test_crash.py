"""Workers that die at work, as in a power cut: nothing is lost, and what may be doubled is known.

`CRASH_KILLS=20` makes sure; a normal run kills three times.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes

from processes import LEASE_SECONDS, Place

from contract.smtp_server import Mailbox, smtp_server
from ruanghijau.outbox.models import MailStatus

MAILS = 200
KILLS = int(os.environ.get("CRASH_KILLS", "3"))
THREADS = 2  # of a worker: so many mails are on their way at once


def kill_again_and_again(place: Place, arrived: Callable[[], int], **settings: object) -> None:
    """Kill a worker each time that some random number of mails has arrived; the next one goes on at once."""
    for threshold in sorted(random.sample(range(1, MAILS), KILLS)):
        worker = place.start(**settings)
        place.wait_for(lambda at=threshold: arrived() >= at)  # type: ignore[misc]
        worker.kill()
        worker.wait()


def finish(place: Place, **settings: object) -> None:
    """Let a last worker send what is left, once the claims of the dead have run out."""
    time.sleep(LEASE_SECONDS)
    with place.working(**settings):
        place.wait_for(lambda: place.count(MailStatus.sent) == MAILS)


def test_each_mail_is_one_file_in_the_folder(place: Place) -> None:
    place.queue_mails(MAILS)
    kill_again_and_again(place, lambda: len(place.files))
    assert place.count(MailStatus.sent) < MAILS
    finish(place)
    assert place.filed_ids() == dict.fromkeys((f"<mail-{one}@contoh.id>" for one in range(MAILS)), 1)


def test_each_mail_reaches_the_server_and_only_those_in_hand_at_a_kill_reach_it_twice(place: Place) -> None:
    """Between the server's 250 and our commit nobody else knows that the mail is delivered."""
    place.queue_mails(MAILS)
    box = Mailbox()
    with smtp_server(box) as port:
        smtp = {"MAIL": "smtp", "SMTP_HOST": "127.0.0.1", "SMTP_PORT": port, "SMTP_SECURITY": "none"}
        kill_again_and_again(place, lambda: len(box.taken), **smtp)
        finish(place, **smtp)
    times = Counter(_id_of(envelope.content) for envelope in box.taken)
    assert set(times) == {f"<mail-{one}@contoh.id>" for one in range(MAILS)}
    doubled = sum(times.values()) - MAILS
    print(f"{KILLS} kills, {MAILS} mails: {doubled} delivered twice")  # noqa: T201 - the figure
    assert doubled <= KILLS * THREADS


def _id_of(content: bytes | str | None) -> str:
    assert isinstance(content, bytes)
    return str(message_from_bytes(content)["Message-ID"])
