"""Taking mails in hand, one at a time, so that no two workers hold the same one."""

from datetime import datetime

from sqlalchemy import Select, select

from ruanghijau.db import session
from ruanghijau.outbox.models import MailStatus, OutgoingMail


def take_next(moment: datetime, until: datetime) -> OutgoingMail | None:
    """Claim a mail that is due at `moment` until `until`; None when nothing is due.

    First what a worker left behind whose claim has run out, then what waits longest. On MySQL a mail that
    another worker is just claiming is passed over; SQLite has one writer at a time.
    """
    for statement in (_left_behind(moment), _waiting(moment)):
        mail = session().scalar(statement.limit(1).with_for_update(skip_locked=True))
        if mail is not None:
            mail.claim(until)
            return mail
    return None


def _left_behind(moment: datetime) -> Select[OutgoingMail]:
    # Without an order: the few mails in hand are read only as far as the first that fits.
    return select(OutgoingMail).where(
        OutgoingMail.status == MailStatus.sending, OutgoingMail.claimed_until <= moment
    )


def _waiting(moment: datetime) -> Select[OutgoingMail]:
    return (
        select(OutgoingMail)
        .where(OutgoingMail.status == MailStatus.pending, OutgoingMail.due_at <= moment)
        .order_by(OutgoingMail.due_at, OutgoingMail.id)
    )
