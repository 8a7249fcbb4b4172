"""A real SMTP server on loopback (aiosmtpd) that replies to order."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

PASSWORD = "rahasia-sekali"


class Mailbox:
    """What the server took. `replies` gives it a reply for a verb, such as `{"RCPT": "550 no"}`."""

    def __init__(self, replies: dict[str, str] | None = None) -> None:
        self.taken: list[Envelope] = []
        self.passwords: list[str] = []
        self.encrypted: list[bool] = []
        self._replies = replies or {}

    async def handle_MAIL(  # noqa: N802 - the name that aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self._replies.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self._replies.get("RCPT", "250 OK")

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        reply = self._replies.get("DATA", "250 OK")
        assert isinstance(server.transport, asyncio.Transport)
        if reply == "hang up":
            server.transport.abort()
        if reply.startswith("250"):
            self.taken.append(envelope)
            self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return reply

    async def handle_QUIT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        return self._replies.get("QUIT", "221 Bye")

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.passwords.append(data.password.decode())
        return AuthResult(success=self.passwords[-1] == PASSWORD, handled=False)


@contextmanager
def smtp_server(mailbox: Mailbox, *, tls: ssl.SSLContext | None = None, **options: Any) -> Iterator[int]:
    """The port of a server on 127.0.0.1; `tls` encrypts from the first byte."""
    ready, ports = threading.Event(), list[int]()
    stop: list[Any] = []

    def protocol() -> SMTP:
        return SMTP(mailbox, hostname="mail.test", authenticator=mailbox.authenticate, **options)

    async def serve() -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()
        server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=tls)
        ports.append(server.sockets[0].getsockname()[1])
        stop.append(lambda: loop.call_soon_threadsafe(done.set))
        ready.set()
        await done.wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield ports[0]
    finally:
        stop[0]()
        thread.join(10)
        assert not thread.is_alive()
