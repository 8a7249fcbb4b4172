"""A mail before it becomes bytes, checked so that no text of a person can become a header."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from ruanghijau.gateways.mail.errors import InvalidMessage

MAX_ADDRESS_LENGTH = 254  # RFC 5321, erratum 1690
MAX_HEADER_LENGTH = 900  # a line may hold 998 bytes (RFC 5322)

_MESSAGE_ID = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,128}@[\w.-]{1,128}", re.ASCII)
# RFC 5322's special characters and blanks have no place in a plain address.
_ADDRESS = re.compile(r'[^\s"(),:;<>@\[\\\]]+@[^\s"(),:;<>@\[\\\]]+')
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_OWN_HEADERS = {"from", "sender", "to", "cc", "bcc", "subject", "date", "message-id"}
_OWN_PREFIXES = ("content-", "mime-", "resent-")
# Control characters, line and paragraph separators, and halves of surrogate pairs.
_UNFIT_CATEGORIES = {"Cc", "Zl", "Zp", "Cs"}


@dataclass(frozen=True)
class Message:
    """One mail to one address. `message_id` is `<left@right>`, with or without the brackets.

    `headers` adds what the adapter does not set itself, such as `List-Unsubscribe`; it is meant for programs
    and takes ASCII only. Raises `InvalidMessage`.
    """

    message_id: str
    to: str
    subject: str
    text: str
    html: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _require(_MESSAGE_ID.fullmatch(self.bare_id), "message_id", self.message_id)
        _require(is_address(self.to), "to", self.to)
        _require(_one_line(self.subject), "subject", self.subject)
        for name, value in self.headers.items():
            _require(_free(name) and _plain(value), "headers", f"{name}: {value}")
        for body in (self.text, self.html or ""):
            _require(_encodable(body), "body", body)

    @property
    def bare_id(self) -> str:
        return self.message_id.removeprefix("<").removesuffix(">")


def is_address(text: str) -> bool:
    """Whether this is one e-mail address and nothing else."""
    fits = len(text.encode(errors="replace")) <= MAX_ADDRESS_LENGTH
    return fits and _ADDRESS.fullmatch(text) is not None and _one_line(text)


def _require(good: object, part: str, value: str) -> None:
    if not good:
        raise InvalidMessage(f"{part}: {value[:200]!r}")


def _one_line(text: str) -> bool:
    return not any(unicodedata.category(sign) in _UNFIT_CATEGORIES for sign in text)


def _plain(value: str) -> bool:
    fits = value.strip() != "" and len(value) <= MAX_HEADER_LENGTH
    return fits and value.isascii() and _one_line(value)


def _free(name: str) -> bool:
    lowered = name.lower()
    taken = lowered in _OWN_HEADERS or lowered.startswith(_OWN_PREFIXES)
    return _HEADER_NAME.fullmatch(name) is not None and not taken


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
