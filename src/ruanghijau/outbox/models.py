"""Mails that are to be sent."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_type

MAX_ERROR = 500


class MailStatus(StrEnum):
    pending = "pending"
    sending = "sending"
    sent = "sent"
    failed = "failed"


class NotClaimed(RuntimeError):
    """A mail was to be marked by somebody who does not, or no longer, hold it."""


class OutgoingMail(Base, Created):
    """A mail, written in the transaction of the event that causes it and sent by the worker.

    `message_id` is fixed when the row is written: a second delivery after a crash is the same mail. A row
    whose `claimed_until` has passed belongs to a worker that died, and is taken up again. `kind`,
    `related_id` and `actor_id` say what the text is about and who stands in it by name, so that it can be
    taken back.
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
    last_error: Mapped[str | None] = mapped_column(String(MAX_ERROR))
    kind: Mapped[str | None] = mapped_column(String(50))
    related_id: Mapped[int | None]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    __table_args__ = table_args(
        Index(None, "status", "due_at"),
        Index(None, "user_id"),
        Index(None, "actor_id"),
        Index(None, "kind", "related_id"),
    )

    def claim(self, until: datetime) -> None:
        """Take the mail in hand until then. Each claim counts as an attempt, also one that a crash ends."""
        if self.status not in (MailStatus.pending, MailStatus.sending):
            raise NotClaimed(f"mail {self.id} is {self.status.value}")
        self.status, self.claimed_until = MailStatus.sending, until
        self.attempts += 1

    def mark_sent(self, claimed_until: datetime | None) -> None:
        self._release(claimed_until, MailStatus.sent)
        self.sent_at, self.last_error = now(), None

    def retry_at(self, claimed_until: datetime | None, moment: datetime, reason: str) -> None:
        self._release(claimed_until, MailStatus.pending)
        self.due_at, self.last_error = moment, reason[:MAX_ERROR]

    def mark_failed(self, claimed_until: datetime | None, reason: str) -> None:
        self._release(claimed_until, MailStatus.failed)
        self.last_error = reason[:MAX_ERROR]

    def _release(self, claimed_until: datetime | None, status: MailStatus) -> None:
        # Only under the claim it was sent with: a lease that ran out may have passed to another worker.
        if self.status is not MailStatus.sending or self.claimed_until != claimed_until:
            raise NotClaimed(f"mail {self.id} is {self.status.value}")
        self.status, self.claimed_until = status, None
