"""What this room holds on a person, and why it keeps it.

The entries are books: who gave may see for good what their money became. Where a campaign has money, its
entries therefore stay as they are, with their receipts, which are the proof of them, and their author is
somebody who left. A campaign that says nothing any more, since all gifts were given back before its creator
left, keeps days and amounts; words and receipts, which may name people, go with its own.
"""

from typing import Any

from sqlalchemy import select

from ruanghijau.campaigns import personal as campaigns
from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.disbursements.models import Disbursement
from ruanghijau.notifications import service as notifications
from ruanghijau.notifications.kinds import Kind
from ruanghijau.pictures import service as pictures


def export_person(user_id: int) -> dict[str, Any]:
    entered = select(*Disbursement.__table__.columns).where(Disbursement.author_id == user_id)
    rows = records(entered.order_by(Disbursement.id))
    for row in rows:
        row["receipt_url"] = pictures.url(row["receipt_url"])
    return {"disbursements": rows}


def erase_person(user_id: int) -> None:
    """Take the words and receipts out of what belongs to the person's erased campaigns."""
    erased = Disbursement.campaign_id.in_(campaigns.erased_ids(user_id))
    entries = session().scalars(select(Disbursement).where(erased).order_by(Disbursement.id)).all()
    for entry in entries:
        pictures.remove(entry.receipt_url)
        entry.purpose, entry.recipient, entry.receipt_url = "", None, None
        if entry.void_reason is not None:
            entry.void_reason = ""
    session().flush()
    notifications.take_back([Kind.disbursement], sorted({entry.campaign_id for entry in entries}))
