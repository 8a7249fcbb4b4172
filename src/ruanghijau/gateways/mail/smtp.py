"""Mail through an SMTP server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from ruanghijau.gateways.mail.errors import MailError, MailRejected, MailTemporaryFailure
from ruanghijau.gateways.mail.message import Message
from ruanghijau.gateways.mail.rendering import Rendered, Sender, rendered

Security = Literal["none", "starttls", "tls"]

# Replies that blame our account or our settings (RFC 4954), not the mail: 530 sign in first,
# 534 and 535 the password is not accepted, 538 encryption is needed.
_SETUP_CODES = {530, 534, 535, 538}


class SmtpMailer:
    """Sends over one connection a mail. The server's certificate and name are always checked.

    `timeout` is in seconds and bounds each exchange; `ca_file` names a private certificate authority in
    place of the system's. Raises `ValueError` where `sender` is no address or a password would travel
    unencrypted.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        sender: str,
        username: str | None = None,
        password: str | None = None,
        security: Security = "starttls",
        timeout: float = 15.0,
        ca_file: Path | None = None,
    ) -> None:
        if username and security == "none":
            raise ValueError("SMTP_SECURITY=none would send SMTP_PASSWORD unencrypted")
        self._host, self._port = host, port
        self._sender = Sender.parse(sender)
        self._credentials = (username, password or "") if username else None
        self._security = security
        self._timeout = timeout
        self._tls = None if security == "none" else ssl.create_default_context(cafile=ca_file)

    def send(self, message: Message) -> None:
        mail = rendered(message, self._sender)
        with _translated(), self._connected() as server:
            _deliver(server, mail, self._sender.address)

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server = self._connect()
        try:
            if self._security == "starttls":
                server.starttls(context=self._tls)
            if self._credentials:
                server.login(*self._credentials)
            yield server
            # The mail is taken by now; a failing farewell must not have it sent again. Nobody waits for the
            # answer to it: until the caller knows, a crash would have the mail delivered twice.
            with suppress(smtplib.SMTPException, OSError):
                server.putcmd("quit")
        finally:
            server.close()

    def _connect(self) -> smtplib.SMTP:
        # Left to itself smtplib asks the DNS for this machine's name, which may take long.
        own_name = self._sender.address.rpartition("@")[2]
        if self._tls is None or self._security == "starttls":
            return smtplib.SMTP(self._host, self._port, own_name, self._timeout)
        return smtplib.SMTP_SSL(self._host, self._port, own_name, timeout=self._timeout, context=self._tls)


def _deliver(server: smtplib.SMTP, mail: Rendered, sender: str) -> None:
    options = ["SMTPUTF8", "BODY=8BITMIME"] if mail.international else []
    try:
        server.sendmail(sender, [mail.recipient], mail.data, options)
    except smtplib.SMTPNotSupportedError as error:
        raise MailRejected(f"the server cannot reach {mail.recipient!r}") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise _refusal(*error.recipients[mail.recipient]) from error
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        raise _refusal(error.smtp_code, error.smtp_error) from error


def _refusal(code: int, text: bytes | str) -> MailError:
    reply = f"{code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
    if code >= 500 and code not in _SETUP_CODES:
        return MailRejected(reply)
    return MailTemporaryFailure(reply)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        # UnicodeError: smtplib can send neither a password nor a host name that is not ASCII.
        raise MailTemporaryFailure(str(error)) from error
