"""Mails as they are written and as their readers see them."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from ruanghijau.gateways.mail import Message

SENDER = "Ruang Hijau <halo@ruanghijau.example>"
SUBJECT = "Sari mengomentari postinganmu: “Ayo tanam mangrove!” 🌱🌊"
TEXT = "Halo Budi,\n\nKampanye *Bersih Pantai* sudah mencapai 100 % — terima kasih! 🎉\n.\nFrom sini\n"
HTML = "<p>Halo <b>Budi</b>, terima kasih! 🎉</p>\n"


@dataclass
class Seen:
    """A mail as its reader sees it."""

    message_id: str
    to: str
    subject: str
    text: str
    html: str | None
    extra: dict[str, str] = field(default_factory=dict)


def parsed(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def seen_in(data: bytes) -> Seen:
    mail = parsed(data)
    assert str(mail["From"]) == SENDER
    assert parsedate_to_datetime(mail["Date"]).tzinfo is not None
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    standard = {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version"}
    return Seen(
        message_id=str(mail["Message-ID"]),
        to=str(mail["To"]),
        subject=str(mail["Subject"]),
        text=_with_plain_line_ends(text.get_content()),
        html=None if html is None else _with_plain_line_ends(html.get_content()),
        extra={
            name: str(value)
            for name, value in mail.items()
            if name not in standard and not name.startswith("Content-") and name[:2] != "X-"
        },
    )


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


_numbers = iter(range(10**9))


def message(
    subject: str = SUBJECT, text: str = TEXT, to: str = "budi@contoh.example", **more: object
) -> Message:
    fields: dict[str, object] = {"message_id": f"{next(_numbers)}@ruanghijau.example"} | more
    return Message(to=to, subject=subject, text=text, **fields)  # type: ignore[arg-type]
