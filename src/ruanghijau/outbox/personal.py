"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import select

from ruanghijau.db.records import records
from ruanghijau.outbox import retention
from ruanghijau.outbox.models import OutgoingMail

_MAIL = (
    OutgoingMail.recipient, OutgoingMail.subject, OutgoingMail.body, OutgoingMail.status,
    OutgoingMail.created_at, OutgoingMail.sent_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    sent = select(*_MAIL).where(OutgoingMail.user_id == user_id).order_by(OutgoingMail.id)
    return {"mails": records(sent)}


def erase_person(user_id: int) -> None:
    """Forget what was mailed to the person, and what others were mailed about them."""
    retention.take_back(OutgoingMail.user_id == user_id, recipient="")
    retention.take_back(OutgoingMail.actor_id == user_id)
