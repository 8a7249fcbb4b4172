"""How mail travels encrypted, and that nobody but the right server is told the password."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mail_samples import SENDER, message, seen_in
from smtp_server import PASSWORD, Mailbox, smtp_server

from certificates import Certificates
from ruanghijau.gateways.mail import MailTemporaryFailure, SmtpMailer


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(params=["tls", "starttls"])
def secure(request: pytest.FixtureRequest, certificates: Certificates) -> Iterator[tuple[str, int, Mailbox]]:
    """(kind, port, mailbox) of a server that encrypts and wants a password."""
    box, context = Mailbox(), certificates.server_context()
    if request.param == "tls":
        # aiosmtpd takes only STARTTLS for encryption, and would not offer to sign in otherwise.
        server = smtp_server(box, tls=context, auth_require_tls=False)
    else:
        server = smtp_server(box, tls_context=context, require_starttls=True, auth_required=True)
    with server as port:
        yield request.param, port, box


def _secure(
    kind: str, port: int, ca_file: Path | None, host: str = "localhost", password: str = PASSWORD
) -> SmtpMailer:
    return SmtpMailer(
        host,
        port,
        sender=SENDER,
        username="sari",
        password=password,
        security=kind,  # type: ignore[arg-type]
        timeout=5,
        ca_file=ca_file,
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_an_encrypted_mail_arrives(
    secure: tuple[str, int, Mailbox], certificates: Certificates, host: str
) -> None:
    kind, port, box = secure
    sent = message()
    _secure(kind, port, certificates.ca_file, host).send(sent)
    content = box.taken[0].content
    assert isinstance(content, bytes)
    assert seen_in(content).text == sent.text
    assert box.encrypted == [True]
    assert box.passwords == [PASSWORD]


def test_a_wrong_password_blames_the_settings_and_not_the_mail(
    secure: tuple[str, int, Mailbox], certificates: Certificates
) -> None:
    kind, port, box = secure
    with pytest.raises(MailTemporaryFailure, match="535"):
        _secure(kind, port, certificates.ca_file, password="salah").send(message())
    assert not box.taken


def test_a_password_that_smtp_cannot_carry_blames_the_settings(
    secure: tuple[str, int, Mailbox], certificates: Certificates
) -> None:
    kind, port, box = secure
    with pytest.raises(MailTemporaryFailure):
        _secure(kind, port, certificates.ca_file, password="rahasia 🌱").send(message())
    assert not box.passwords


def test_a_server_with_an_unknown_certificate_gets_no_password(
    secure: tuple[str, int, Mailbox],
) -> None:
    kind, port, box = secure
    with pytest.raises(MailTemporaryFailure, match="certificate verify failed"):
        _secure(kind, port, None).send(message())
    assert not box.passwords


@pytest.mark.parametrize("kind", ["tls", "starttls"])
def test_a_certificate_for_another_name_gets_no_password(tmp_path: Path, kind: str) -> None:
    foreign, box = Certificates(tmp_path, host="mail.lain.example"), Mailbox()
    context = foreign.server_context()
    options = {"tls": context} if kind == "tls" else {"tls_context": context}
    server = smtp_server(box, **options)
    with server as port, pytest.raises(MailTemporaryFailure, match="Hostname mismatch"):
        _secure(kind, port, foreign.ca_file).send(message())
    assert not box.passwords


def test_a_server_that_cannot_encrypt_gets_no_password(certificates: Certificates) -> None:
    box = Mailbox()
    with smtp_server(box, auth_require_tls=False) as port, pytest.raises(MailTemporaryFailure):
        _secure("starttls", port, certificates.ca_file).send(message())
    assert not box.passwords
    assert not box.taken


def test_a_password_is_never_sent_in_the_clear() -> None:
    with pytest.raises(ValueError, match="unencrypted"):
        SmtpMailer("localhost", 25, sender=SENDER, username="sari", password="x", security="none")
