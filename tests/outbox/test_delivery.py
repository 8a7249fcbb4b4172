"""Sending what waits: once, in time, and with patience for servers that are not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from waiting_mails import Outbox

from ruanghijau.db import now
from ruanghijau.gateways.mail import MailRejected, MailTemporaryFailure, Message, RecordingMailer
from ruanghijau.outbox import delivery, retention
from ruanghijau.outbox.models import MailStatus, OutgoingMail

BUSY = MailTemporaryFailure("421 too busy")
HOUR = timedelta(hours=1)


def sent_to(mailer: RecordingMailer) -> list[str]:
    return [message.to for message in mailer.sent]


def test_what_waits_is_sent_once_in_the_order_of_writing(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id", "b@contoh.id", "c@contoh.id")
    assert outbox.deliver() == 3
    assert outbox.deliver() == 0
    assert sent_to(mailer) == ["a@contoh.id", "b@contoh.id", "c@contoh.id"]
    for row, message in zip(outbox.rows(), mailer.sent, strict=True):
        assert (row.status, row.attempts, row.claimed_until) == (MailStatus.sent, 1, None)
        assert row.sent_at is not None
        assert (message.message_id, message.subject, message.text) == (row.message_id, row.subject, row.body)
        assert message.headers == {"Auto-Submitted": "auto-generated"}


def test_a_batch_is_no_larger_than_asked(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write(*(f"a{number}@contoh.id" for number in range(5)))
    assert [outbox.deliver(2) for _ in range(4)] == [2, 2, 1, 0]
    assert len(mailer.sent) == 5


def test_what_fails_for_now_is_tried_again_when_its_time_has_come(
    outbox: Outbox, mailer: RecordingMailer
) -> None:
    outbox.write("a@contoh.id")
    mailer.fail_next(BUSY)
    before = now()
    outbox.deliver()
    row = outbox.row()
    assert (row.status, row.attempts, row.last_error) == (MailStatus.pending, 1, "421 too busy")
    assert timedelta(seconds=45) <= row.due_at - before <= timedelta(seconds=90)

    assert outbox.deliver() == 0
    outbox.set(due_at=now())
    assert outbox.deliver() == 1
    assert sent_to(mailer) == ["a@contoh.id"]
    assert (outbox.row().status, outbox.row().last_error) == (MailStatus.sent, None)


def test_patience_ends_after_twelve_attempts(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id")
    mailer.fail_next(*[BUSY] * 20)
    for _ in range(20):
        outbox.deliver()
        outbox.set(due_at=now())
    row = outbox.row()
    assert (row.status, row.attempts) == (MailStatus.failed, 12)
    assert row.last_error == "given up: 421 too busy"


def test_what_is_refused_for_good_fails_and_the_next_is_sent(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id", "b@contoh.id")
    mailer.fail_next(MailRejected("550 no such user"))
    assert outbox.deliver() == 2
    first, second = outbox.rows()
    assert (first.status, first.last_error) == (MailStatus.failed, "550 no such user")
    assert second.status is MailStatus.sent
    assert sent_to(mailer) == ["b@contoh.id"]


def test_a_row_that_cannot_be_a_mail_fails(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("tanpa alamat", "b@contoh.id")
    outbox.deliver()
    first, second = outbox.rows()
    assert (first.status, second.status) == (MailStatus.failed, MailStatus.sent)
    assert "tanpa alamat" in (first.last_error or "")


def test_a_reason_of_any_length_is_kept_as_far_as_it_fits(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id")
    mailer.fail_next(MailRejected("550 " + "é" * 5_000))
    outbox.deliver()
    assert len(outbox.row().last_error or "") == 500


def test_a_defect_of_the_mailer_keeps_no_other_mail_back(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id", "b@contoh.id")
    mailer.fail_next(KeyError("oops"))  # type: ignore[arg-type]
    assert outbox.deliver() == 2
    first, second = outbox.rows()
    assert (first.status, first.last_error) == (MailStatus.pending, "'oops'")
    assert second.status is MailStatus.sent


def test_a_server_that_is_down_is_asked_three_times_and_then_left_alone(
    outbox: Outbox, mailer: RecordingMailer
) -> None:
    outbox.write(*(f"a{number}@contoh.id" for number in range(10)))
    mailer.fail_next(*[BUSY] * 10)
    assert outbox.deliver() == 3
    assert [row.attempts for row in outbox.rows()] == [1] * 3 + [0] * 7


def test_single_failures_do_not_add_up_to_a_server_that_is_down(
    outbox: Outbox, mailer: RecordingMailer
) -> None:
    outbox.write(*(f"a{number}@contoh.id" for number in range(9)))
    mailer.fail_next(BUSY, BUSY, MailRejected("550"), BUSY, BUSY)
    assert outbox.deliver() == 9
    assert len(mailer.sent) == 4


def test_what_a_dead_worker_held_is_sent_under_the_same_id(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id")
    outbox.set(status=MailStatus.sending, claimed_until=now() + HOUR, attempts=1)
    assert outbox.deliver() == 0

    outbox.set(claimed_until=now())
    assert outbox.deliver() == 1
    assert [message.message_id for message in mailer.sent] == [outbox.row().message_id]
    assert (outbox.row().status, outbox.row().attempts) == (MailStatus.sent, 2)


def test_a_mail_that_ends_every_worker_is_given_up(outbox: Outbox, mailer: RecordingMailer) -> None:
    outbox.write("a@contoh.id")
    outbox.set(status=MailStatus.sending, claimed_until=now() - HOUR, attempts=12)
    outbox.deliver()
    assert outbox.row().status is MailStatus.failed
    assert mailer.sent == []


class Interrupted:
    """A mailer during whose work something else happens."""

    def __init__(self, happening: Any) -> None:
        self._happening = happening

    def send(self, message: Message) -> None:
        self._happening()


def with_mailer(outbox: Outbox, happening: Any) -> None:
    outbox.app.runtime = replace(outbox.app.runtime, mailer=Interrupted(happening))


def test_no_transaction_is_open_while_the_server_is_spoken_to(outbox: Outbox) -> None:
    outbox.write("a@contoh.id")
    seen: list[MailStatus] = []

    def look() -> None:
        outbox.set(last_error="nobody waits for a lock")
        seen.append(outbox.row().status)

    with_mailer(outbox, look)
    outbox.deliver()
    assert seen == [MailStatus.sending]


def test_a_mail_taken_back_in_the_meantime_stays_taken_back(outbox: Outbox) -> None:
    outbox.write("a@contoh.id")
    with_mailer(outbox, lambda: outbox.do(lambda: retention.take_back(OutgoingMail.id > 0, recipient="")))
    assert outbox.deliver() == 1
    row = outbox.row()
    assert (row.status, row.subject, row.body, row.recipient) == (MailStatus.failed, "", "", "")
    assert outbox.deliver() == 0


def test_a_mail_taken_over_belongs_to_who_took_it_over(outbox: Outbox) -> None:
    outbox.write("a@contoh.id")
    later = now() + HOUR
    with_mailer(outbox, lambda: outbox.set(claimed_until=later))
    outbox.deliver()
    assert (outbox.row().status, outbox.row().claimed_until) == (MailStatus.sending, later)


@contextmanager
def away(outbox: Outbox, times: int) -> Iterator[None]:
    """The database fails so many times to mark a mail sent."""
    left = [times]

    def fail(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if left[0] and statement.startswith("UPDATE outgoing_mails") and "sent_at" in statement:
            left[0] -= 1
            raise OperationalError(statement, parameters, Exception("server has gone away"))

    engine = outbox.app.runtime.database.engine
    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", fail)
    assert left == [0]


def test_what_was_sent_is_marked_even_if_the_database_is_away_for_a_while(
    outbox: Outbox, mailer: RecordingMailer
) -> None:
    outbox.write("a@contoh.id")
    with away(outbox, 3):
        outbox.deliver()
    assert outbox.row().status is MailStatus.sent
    assert len(mailer.sent) == 1


@given(st.integers(1, 40))
def test_each_delay_is_about_twice_the_one_before_up_to_six_hours(attempts: int) -> None:
    ideal = min(timedelta(minutes=1) * 2 ** (attempts - 1), timedelta(hours=6))
    assert 0.75 * ideal <= delivery.delay_after(attempts) <= 1.25 * ideal


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_what_old_mails_said_is_forgotten(
    outbox: Outbox, mailer: RecordingMailer, days: int, kept: bool
) -> None:
    outbox.write("a@contoh.id", "tanpa alamat")
    outbox.deliver()
    outbox.write("b@contoh.id")
    outbox.set(due_at=now() - timedelta(days=days))
    assert outbox.do(retention.purge_bodies) == (0 if kept else 2)
    sent, failed, waiting = outbox.rows()
    assert (bool(sent.body), bool(failed.body), bool(waiting.body)) == (kept, kept, True)
    assert sent.recipient == "a@contoh.id"
    assert outbox.do(retention.purge_bodies) == 0
