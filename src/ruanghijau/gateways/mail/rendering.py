"""From a `Message` to the bytes that travel: RFC 5322 with MIME.

Headers are written here rather than by Python's `email`, whose folding drops blanks out of long subjects
and codes long addresses and links as if they were prose, so that no reader understands them.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, formataddr, parseaddr
from typing import Self

from ruanghijau.gateways.mail.errors import InvalidMessage
from ruanghijau.gateways.mail.message import Message, is_address

MAX_PLAIN_SUBJECT = 60
# Bodies are coded in seven bits: not every server on the way takes more.
_POLICY = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True)
class Sender:
    """Who the platform's mail comes from."""

    name: str
    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `Name <address>` or a bare address. Raises `ValueError`."""
        name, address = parseaddr(text)
        if not (is_address(address) and address.isascii() and text.isprintable()):
            raise ValueError(f"MAIL_SENDER is not an address: {text!r}")
        return cls(name, address)


@dataclass(frozen=True)
class Rendered:
    """A mail ready to travel; `international` says that its address needs SMTPUTF8 (RFC 6531)."""

    recipient: str
    data: bytes
    international: bool


class _Header(str):
    """A header that is written as it stands: `email` leaves to its own `fold` whatever has a name."""

    name: str

    def __new__(cls, name: str, value: str) -> Self:
        header = super().__new__(cls, value)
        header.name = name
        return header

    def fold(self, *, policy: EmailPolicy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def rendered(message: Message, sender: Sender) -> Rendered:
    """The mail as bytes. Raises `InvalidMessage` where the recipient's domain is none."""
    recipient = _recipient(message.to)
    international = not recipient.isascii()
    mail = EmailMessage(policy=_POLICY.clone(utf8=international))
    for name, value in _headers(message, sender, recipient).items():
        mail[name] = _Header(name, value)
    mail.set_content(message.text)
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html")
    return Rendered(recipient, mail.as_bytes(), international)


def _headers(message: Message, sender: Sender, recipient: str) -> dict[str, str]:
    return {
        "From": formataddr((sender.name, sender.address)),
        "To": recipient,
        "Subject": _subject(message.subject),
        "Date": format_datetime(datetime.now(UTC)),
        "Message-ID": f"<{message.bare_id}>",
        **message.headers,
    }


def _subject(text: str) -> str:
    """As it is where any reader shows it so, else in encoded words (RFC 2047)."""
    if text.isascii() and "=?" not in text and len(text) <= MAX_PLAIN_SUBJECT:
        return text
    return Header(text, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _recipient(address: str) -> str:
    """The address with its domain in ASCII where that is enough for every server to take it."""
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        return address
    try:
        return f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise InvalidMessage(f"to: {address[:200]!r}") from error
