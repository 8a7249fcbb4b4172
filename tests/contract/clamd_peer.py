"""A peer on loopback that speaks clamd's documented protocol, and can be told to misbehave."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

TRIGGER = b"RUANG-HIJAU-TEST-SIGNATURE"
SIZE_LIMIT_REPLY = b"INSTREAM size limit exceeded. ERROR\0"

# Answers one connection that has sent its command.
Behaviour = Callable[["ClamdPeer", socket.socket], None]


class ClamdPeer:
    """Calls what contains `TRIGGER` infected; `streams` holds every stream it took whole."""

    def __init__(self, listener: socket.socket, behaviour: Behaviour, limit: int) -> None:
        self.streams: list[bytes] = []
        self.limit = limit
        self._listener = listener
        self._behaviour = behaviour

    @property
    def address(self) -> str:
        name = self._listener.getsockname()
        return name if isinstance(name, str) else f"{name[0]}:{name[1]}"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(ConnectionError):
                    connection.settimeout(10)
                    assert _exactly(connection, 10) == b"zINSTREAM\0"
                    self._behaviour(self, connection)


def _exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            raise ConnectionError("the client left")
        data += part
    return data


def read_stream(peer: ClamdPeer, connection: socket.socket) -> bytes | None:
    """The whole stream, or None where it is longer than clamd is set up to take."""
    data = b""
    while size := struct.unpack(">I", _exactly(connection, 4))[0]:
        if len(data) + size > peer.limit:
            return None
        data += _exactly(connection, size)
    peer.streams.append(data)
    return data


def verdict(data: bytes | None) -> bytes:
    if data is None:
        return SIZE_LIMIT_REPLY
    if TRIGGER in data:
        return b"stream: Eicar-Test-Signature FOUND\0"
    return b"stream: OK\0"


def behave(peer: ClamdPeer, connection: socket.socket) -> None:
    connection.sendall(verdict(read_stream(peer, connection)))


def answering(reply: bytes) -> Behaviour:
    def answer(peer: ClamdPeer, connection: socket.socket) -> None:
        read_stream(peer, connection)
        connection.sendall(reply)

    return answer


@contextmanager
def clamd_peer(
    behaviour: Behaviour = behave, path: str | None = None, limit: int = 25 * 1024 * 1024
) -> Iterator[ClamdPeer]:
    """Listens on a free port of loopback, or at the socket `path`."""
    family = socket.AF_INET if path is None else socket.AF_UNIX
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0) if path is None else path)
        listener.listen()
        peer = ClamdPeer(listener, behaviour, limit)
        thread = threading.Thread(target=peer.serve, daemon=True)
        thread.start()
        yield peer
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(15)
        assert not thread.is_alive()
