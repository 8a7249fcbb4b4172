"""What every `Mailer` does: into a folder, through a real SMTP server, and into a test's list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mail_samples import HTML, SENDER, Seen, message, seen_in
from smtp_server import Mailbox, smtp_server

from ruanghijau.gateways.mail import (
    FolderMailer,
    InvalidMessage,
    Mailer,
    MailRejected,
    Message,
    RecordingMailer,
    SmtpMailer,
)


@dataclass
class Outlet:
    """A mailer and the mailbox at its other end."""

    mailer: Mailer
    emptied: Callable[[], list[Seen]]


def _recorded(message: Message) -> Seen:
    return Seen(
        message_id=f"<{message.bare_id}>",
        to=message.to,
        subject=message.subject,
        text=message.text,
        html=message.html,
        extra=dict(message.headers),
    )


def _taken_out(folder: Path) -> list[Seen]:
    files = sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    seen = [seen_in(path.read_bytes()) for path in files]
    for path in files:
        path.unlink()
    return seen


def _drained(mails: list[Any], read: Callable[[Any], Seen]) -> list[Seen]:
    seen = [read(mail) for mail in mails]
    mails.clear()
    return seen


@pytest.fixture(scope="module", params=["folder", "smtp", "recording"])
def outlet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outlet]:
    if request.param == "folder":
        folder = tmp_path_factory.mktemp("mail") / "outbox"
        yield Outlet(FolderMailer(folder, SENDER), lambda: _taken_out(folder))
    elif request.param == "recording":
        recording = RecordingMailer()
        yield Outlet(recording, lambda: _drained(recording.sent, _recorded))
    else:
        box = Mailbox()
        with smtp_server(box) as port:
            mailer = SmtpMailer("127.0.0.1", port, sender=SENDER, security="none")
            yield Outlet(mailer, lambda: _drained(box.taken, lambda one: seen_in(one.content)))


def test_indonesian_text_and_emoji_arrive_as_written(outlet: Outlet) -> None:
    sent = message(html=HTML, headers={"Auto-Submitted": "auto-generated"})
    outlet.mailer.send(sent)
    assert outlet.emptied() == [_recorded(sent)]


def test_a_mail_without_html_has_none(outlet: Outlet) -> None:
    outlet.mailer.send(message())
    assert outlet.emptied()[0].html is None


def test_mails_arrive_in_order_each_once(outlet: Outlet) -> None:
    sent = [message(subject=f"Surat {number}") for number in range(5)]
    for one in sent:
        outlet.mailer.send(one)
    assert outlet.emptied() == [_recorded(one) for one in sent]


def test_long_subjects_and_lines_arrive_whole(outlet: Outlet) -> None:
    sent = message(subject="Menanam 🌱 bersama " * 60 + "!", text="panjang sekali é " * 2000 + "\n")
    outlet.mailer.send(sent)
    assert outlet.emptied() == [_recorded(sent)]


ONE_LINE = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("  ​🌱é=?_<>@,;:\"'\\"),
    max_size=150,
).map(str.strip)


@settings(max_examples=120, deadline=None)
@given(subject=ONE_LINE)
def test_any_subject_arrives_as_written(outlet: Outlet, subject: str) -> None:
    outlet.mailer.send(message(subject=subject))
    assert outlet.emptied()[0].subject == subject


def test_a_subject_that_looks_encoded_is_shown_as_written(outlet: Outlet) -> None:
    sent = message(subject="=?utf-8?q?Palsu=0ABcc=3A?= =?utf-8?b?YQ==?=")
    outlet.mailer.send(sent)
    assert outlet.emptied() == [_recorded(sent)]


@settings(max_examples=80, deadline=None)
@given(lines=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))))
def test_any_text_arrives_as_written(outlet: Outlet, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines) or "\n"
    outlet.mailer.send(message(text=text))
    assert outlet.emptied()[0].text == text


LINE_BREAKS = ["\r\n", "\n", "\r", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("line_break", LINE_BREAKS)
def test_no_header_can_be_smuggled_in(line_break: str) -> None:
    smuggled = f"x{line_break}Bcc: korban@contoh.example"
    with pytest.raises(InvalidMessage):
        message(subject=smuggled)
    with pytest.raises(InvalidMessage):
        message(to=f"budi@contoh.example{line_break}Bcc:korban@contoh.example")
    with pytest.raises(InvalidMessage):
        message(headers={"List-Unsubscribe": smuggled})
    with pytest.raises(InvalidMessage):
        message(headers={f"X-A: b{line_break}Bcc": "korban@contoh.example"})
    with pytest.raises(InvalidMessage):
        message(message_id=f"1@x{line_break}Bcc: korban@contoh.example")


@pytest.mark.parametrize(
    "to",
    [
        "",
        "budi",
        "@contoh.example",
        "budi@",
        "budi@contoh.example, korban@contoh.example",
        "Budi <budi@contoh.example>",
        "<budi@contoh.example>",
        "budi@contoh.example>",
        "a b@contoh.example",
        '"a b"@contoh.example',
        "budi@contoh@example",
        "budi@contoh.example;korban@contoh.example",
        "undisclosed-recipients:;",
        "budi@contoh.example ",
        "\ud800@contoh.example",
    ],
)
def test_only_one_plain_address_is_taken(to: str) -> None:
    with pytest.raises(InvalidMessage):
        message(to=to)


@pytest.mark.parametrize(
    "name", ["To", "bcc", "From", "SUBJECT", "Message-Id", "Content-Type", "Resent-To", "a b", ""]
)
def test_headers_of_the_mailer_cannot_be_given(name: str) -> None:
    with pytest.raises(InvalidMessage):
        message(headers={name: "x"})


def test_half_a_character_is_no_text() -> None:
    for part in ({"text": "\ud83c"}, {"subject": "\ud83c"}, {"html": "\ud83c"}):
        with pytest.raises(InvalidMessage):
            message(**part)


def test_an_invalid_message_counts_as_rejected_for_good() -> None:
    assert issubclass(InvalidMessage, MailRejected)


@settings(max_examples=150, deadline=None)
@given(subject=st.text(max_size=60), to=st.text(max_size=30), value=st.text(max_size=60))
def test_whatever_is_taken_reaches_one_person_under_the_expected_headers(
    outlet: Outlet, subject: str, to: str, value: str
) -> None:
    try:
        sent = message(subject=subject, to=f"{to}@contoh.example", headers={"List-Unsubscribe": value})
        outlet.mailer.send(sent)
    except MailRejected:
        return
    seen = outlet.emptied()[0]
    assert (seen.message_id, seen.to) == (f"<{sent.bare_id}>", sent.to)
    assert set(seen.extra) == {"List-Unsubscribe"}
