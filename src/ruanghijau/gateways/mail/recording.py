"""A mailer for tests: it remembers, and it fails when told to."""

from collections import deque

from ruanghijau.gateways.mail.errors import MailError
from ruanghijau.gateways.mail.message import Message


class RecordingMailer:
    """`sent` holds what was handed over, in order."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self._failures: deque[MailError] = deque()

    def fail_next(self, *errors: MailError) -> None:
        """Raise these, one for each of the next attempts to send, before any succeeds again."""
        self._failures.extend(errors)

    def send(self, message: Message) -> None:
        if self._failures:
            raise self._failures.popleft()
        self.sent.append(message)
