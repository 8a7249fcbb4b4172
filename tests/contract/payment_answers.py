"""Small peers on loopback: one that answers as a gateway may, and one that takes notifications."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Peer(ThreadingHTTPServer):
    """Gives the next of `answers` to each request, the last one for ever; `requests` holds what was asked."""

    daemon_threads = True

    def __init__(self, answers: list[tuple[int, Any]], delay: float) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.delay = answers, delay
        self.requests: list[tuple[str, str, Any, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Peer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        sent = json.loads(body) if body else None
        authorization = self.headers.get("Authorization", "")
        self.server.requests.append((self.command, self.path, sent, authorization))
        answers = self.server.answers
        status, answer = answers.pop(0) if len(answers) > 1 else answers[0]
        time.sleep(self.server.delay)
        if status == 0:
            self.connection.close()
            return
        data = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST  # noqa: N815 - the name that http.server looks for

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def peer(*answers: tuple[int, Any], delay: float = 0) -> Iterator[Peer]:
    with Peer(list(answers), delay) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
