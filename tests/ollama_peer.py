"""A peer on loopback that speaks Ollama's HTTP API as its documentation shows it, and can be told to
misbehave.

Only `/api/embed` and `/api/chat`. Vectors are made from the words of a text, so that texts with common words
are near; answers are whatever the test wants to be written.
"""

import json
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np

DIMENSIONS = 1024


@dataclass
class OllamaPeer:
    """`requests` holds every body; `answer` the pieces that are written; `trouble` replaces an answer."""

    url: str = ""
    requests: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answer: Sequence[str] = ("Sampah ", "dipilah.")
    trouble: Callable[["_Handler"], None] | None = None
    hung_up: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    peer: OllamaPeer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.peer.requests.append((self.path, body))
        try:
            if self.peer.trouble:
                self.peer.trouble(self)
            elif self.path == "/api/embed":
                self.say({"model": body["model"], "embeddings": [_vector(text) for text in body["input"]]})
            else:
                self.stream([*map(_piece, self.peer.answer), _end()])
        except (BrokenPipeError, ConnectionResetError):
            self.peer.hung_up.set()

    def say(self, told: object, status: int = 200) -> None:
        data = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, lines: Sequence[object]) -> None:
        """One JSON object a line, each in a chunk of its own, as Ollama does."""
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.end_headers()
        for line in lines:
            self.wfile.write(json.dumps(line).encode() + b"\n")
            self.wfile.flush()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def _vector(text: str) -> list[float]:
    vector = np.zeros(DIMENSIONS)
    for word in text.lower().split():
        vector += np.random.default_rng(zlib.crc32(word.encode())).standard_normal(DIMENSIONS)
    return [float(number) for number in vector]


def _piece(text: str) -> dict[str, object]:
    return {"model": "gemma2:2b", "message": {"role": "assistant", "content": text}, "done": False}


def _end() -> dict[str, object]:
    return {
        "model": "gemma2:2b",
        "message": {"role": "assistant", "content": ""},
        "done": True,
        "done_reason": "stop",
    }


def refuses(status: int, reason: str) -> Callable[[_Handler], None]:
    """Answers with an error, as for a model that was never pulled."""
    return lambda handler: handler.say({"error": reason}, status)


def breaks_off(with_error: bool) -> Callable[[_Handler], None]:
    """Begins an answer and ends it: with an error in the stream, or in the middle of nothing."""
    last: list[object] = [{"error": "llama runner process has terminated"}] if with_error else []
    return lambda handler: handler.stream([_piece("Sampah"), *last])


def talks_without_end(handler: _Handler) -> None:
    """Until the other side hangs up."""
    handler.stream([_piece("dan ")])
    while True:
        handler.wfile.write(json.dumps(_piece("lagi ")).encode() + b"\n")
        handler.wfile.flush()


def says_html(handler: _Handler) -> None:
    """A proxy that answers in the place of Ollama."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"<html>maintenance</html>\n")


@contextmanager
def running_ollama() -> Iterator[OllamaPeer]:
    peer = OllamaPeer()
    handler = type("Handler", (_Handler,), {"peer": peer})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    peer.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
