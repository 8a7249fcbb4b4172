"""Several workers at one outbox: each mail is in one hand at a time."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from waiting_mails import Outbox

from ruanghijau.gateways.mail import RecordingMailer
from ruanghijau.outbox.models import MailStatus

MAILS, WORKERS = 120, 6


def test_workers_side_by_side_send_each_mail_once(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write(*(f"a{number}@contoh.id" for number in range(MAILS)))
    start = threading.Barrier(WORKERS)

    def work(_: int) -> int:
        start.wait()
        return outbox.deliver(MAILS)

    with ThreadPoolExecutor(WORKERS) as pool:
        taken = list(pool.map(work, range(WORKERS)))
    assert sum(taken) == MAILS
    sent = Counter(message.message_id for message in mailer.sent)
    assert sent == dict.fromkeys((row.message_id for row in outbox.rows()), 1)
    assert {(row.status, row.attempts) for row in outbox.rows()} == {(MailStatus.sent, 1)}
