"""What the platform asks of whoever carries its mail."""

from typing import Protocol

from ruanghijau.gateways.mail.message import Message


class Mailer(Protocol):
    def send(self, message: Message) -> None:
        """Hand the message over; once this returns, somebody else has it safely.

        Raises `MailTemporaryFailure` where it may be tried again, and `MailRejected` where it may not. A
        connection lost before the answer counts as temporary, so a mail may arrive twice; it then carries
        the same Message-ID, by which mailboxes know a duplicate.
        """
        ...
