"""Sending what waits in the outbox.

A mail is claimed in one short transaction, handed to the mail server with none open, and marked in another.
Between the server's yes and the mark lies the one moment in which a crash makes a mail arrive twice; it then
carries the same Message-ID, by which mailboxes know a duplicate.
"""

import logging
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from ruanghijau.db import now, session
from ruanghijau.gateways.mail import MailRejected, MailTemporaryFailure, Message
from ruanghijau.outbox import claims
from ruanghijau.outbox.models import NotClaimed, OutgoingMail
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

# A minute after the first failure, then twice as long each time up to six hours: about a day in all.
MAX_ATTEMPTS = 12
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=6)
# So many failures in a row mean that the server is down: the rest of the batch would fail as well.
PATIENCE = 3
# How often a transaction is tried while the database is away, and the first pause in seconds; each pause is
# twice as long as the one before. What was sent is marked even if the database restarts meanwhile.
TRIES = 8
FIRST_PAUSE = 0.1
# RFC 3834: out-of-office replies are not to answer us.
HEADERS = {"Auto-Submitted": "auto-generated"}

T = TypeVar("T")


def deliver_due(limit: int) -> int:
    """Send up to `limit` mails that are due; returns how many were taken up. Opens its own transactions.

    What the server refuses for now is tried again later, what it refuses for good is marked failed. Stops
    early where nobody seems to take mail at the moment.
    """
    taken = failures = 0
    while taken < limit and failures < PATIENCE:
        mail = _persistently(_claim)
        if mail is None:
            break
        taken += 1
        failures = 0 if _attempt(mail) else failures + 1
    return taken


def delay_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts; spread by a quarter, so that mails do not queue up."""
    delay: timedelta = min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)
    return delay * random.uniform(0.75, 1.25)  # noqa: S311 - spreads load, guards nothing


def _claim() -> OutgoingMail | None:
    moment = now()
    return claims.take_next(moment, moment + timedelta(seconds=runtime().settings.mail_lease_seconds))


def _attempt(mail: OutgoingMail) -> bool:
    """Try to send a claimed mail once; False when it is to be tried again."""
    if mail.attempts > MAX_ATTEMPTS:
        return _fail(mail, "each worker that took it died")
    try:
        runtime().mailer.send(_message(mail))
    except MailRejected as error:
        return _fail(mail, str(error))
    except Exception as error:  # whatever an adapter does, the mails behind this one must go out
        if not isinstance(error, MailTemporaryFailure):
            log.exception("the mailer failed unexpectedly", extra={"mail": mail.id})
        return _retry(mail, str(error) or repr(error))
    _settle(mail, lambda row, claim: row.mark_sent(claim))
    return True


def _message(mail: OutgoingMail) -> Message:
    return Message(mail.message_id, mail.recipient, mail.subject, mail.body, headers=HEADERS)


def _fail(mail: OutgoingMail, reason: str) -> bool:
    log.warning("mail failed", extra={"mail": mail.id, "attempts": mail.attempts, "reason": reason})
    _settle(mail, lambda row, claim: row.mark_failed(claim, reason))
    return True


def _retry(mail: OutgoingMail, reason: str) -> bool:
    if mail.attempts >= MAX_ATTEMPTS:
        return _fail(mail, f"given up: {reason}")
    moment = now() + delay_after(mail.attempts)
    _settle(mail, lambda row, claim: row.retry_at(claim, moment, reason))
    return False


def _settle(mail: OutgoingMail, change: Callable[[OutgoingMail, datetime | None], None]) -> None:
    """Mark the mail, if the claim it was sent under still holds."""

    def settle() -> None:
        row = session().get_one(OutgoingMail, mail.id, with_for_update=True)
        change(row, mail.claimed_until)

    try:
        _persistently(settle)
    except NotClaimed:
        log.warning("mail was taken over or taken back meanwhile", extra={"mail": mail.id})


def _persistently(action: Callable[[], T]) -> T:
    """Run `action` in a transaction of its own, again while the database is busy or away."""
    for failed in range(TRIES - 1):
        try:
            with runtime().database.transaction():
                return action()
        except DBAPIError:
            log.warning("the outbox waits for the database", exc_info=True)
            time.sleep(FIRST_PAUSE * 2**failed)
    with runtime().database.transaction():
        return action()
