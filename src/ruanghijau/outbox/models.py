"""Mails that are to be sent."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_type


class MailStatus(StrEnum):
    pending = "pending"
    sending = "sending"
    sent = "sent"
    failed = "failed"


class OutgoingMail(Base, Created):
    """A mail, written in the transaction of the event that causes it and sent by the worker.

    `message_id` is fixed when the row is written: a second delivery after a crash is the same mail. A row
    whose `claimed_until` has passed belongs to a worker that died, and is taken up again.
    """

    __tablename__ = "outgoing_mails"

    id: Mapped[IntPk]
    message_id: Mapped[str] = mapped_column(String(255), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recipient: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(255))
    body: Mapped[str] = mapped_column(Text)
    status: Mapped[MailStatus] = mapped_column(
        enum_type(MailStatus, "mail_status"),
        default=MailStatus.pending,
        server_default=MailStatus.pending.value,
    )
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_error: Mapped[str | None] = mapped_column(String(500))

    __table_args__ = table_args(Index(None, "status", "due_at"), Index(None, "user_id"))
