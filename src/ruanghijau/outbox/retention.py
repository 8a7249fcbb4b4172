"""Forgetting what mails said, once nobody needs it any more."""

from datetime import timedelta

from sqlalchemy import ColumnElement, case, literal, select, update

from ruanghijau.db import now, session
from ruanghijau.outbox.models import MailStatus, OutgoingMail

# How long the text of a mail is kept to answer "what did you send me?".
KEPT = timedelta(days=30)
_DONE = (MailStatus.sent, MailStatus.failed)
_OPEN = (MailStatus.pending, MailStatus.sending)


def purge_bodies(limit: int = 1000) -> int:
    """Blank the bodies of up to `limit` mails that were done with long ago; returns how many."""
    old = (
        OutgoingMail.status.in_(_DONE),
        OutgoingMail.due_at < now() - KEPT,
        OutgoingMail.body != "",
    )
    found = session().scalars(select(OutgoingMail.id).where(*old).limit(limit)).all()
    session().execute(update(OutgoingMail).where(OutgoingMail.id.in_(found)).values(body=""))
    return len(found)


def take_back(which: ColumnElement[bool], **also: str) -> None:
    """Blank the text of mails; those that wait are not sent any more. `also` sets further columns."""
    failed = literal(MailStatus.failed, OutgoingMail.status.type)
    blank = {
        "subject": "",
        "body": "",
        "last_error": None,
        "status": case((OutgoingMail.status.in_(_OPEN), failed), else_=OutgoingMail.status),
    }
    session().execute(update(OutgoingMail).where(which).values(blank | also))
