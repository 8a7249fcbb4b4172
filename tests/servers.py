"""The platform as a stranger meets it: processes of its own, reached over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

START_SECONDS = 30


@dataclass
class Server:
    """A running `ruanghijau serve`."""

    url: str
    command_line: list[str]
    environment: dict[str, str]
    clients: list[httpx.Client] = field(default_factory=list)

    def start(self) -> None:
        self.process = subprocess.Popen(self.command_line, env=self.environment, start_new_session=True)
        _wait_until_up(self)

    def client(self, token: str | None = None) -> httpx.Client:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        client = httpx.Client(base_url=self.url, headers=headers, timeout=30)
        self.clients.append(client)  # closed with the server
        return client

    def command(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start another `ruanghijau` command with the same settings."""
        return subprocess.Popen([sys.executable, "-m", "ruanghijau", *arguments], env=self.environment)

    def kill(self) -> None:
        """End it as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment_for(database_url: str, folder: Path, port: int, **settings: Any) -> dict[str, str]:
    """What a process needs to know to serve this database at this port."""
    chosen = {
        "APP_ENV": "testing",
        "DATABASE_URL": database_url,
        "UPLOAD_FOLDER": folder / "uploads",
        "MAIL_FOLDER": folder / "mail",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PORT": port,
        "PASSWORD_HASH_METHOD": "scrypt:1024:8:1",
        "RATE_LIMITS": "false",
        "LOG_LEVEL": "WARNING",
        "KNOWLEDGE_FOLDER": folder / "knowledge",
        "LANGUAGE_MODEL": "none",
    } | settings
    return os.environ | {name: str(value) for name, value in chosen.items()}


@contextmanager
def running_server(
    database_url: str, folder: Path, *, workers: int = 1, port: int | None = None, **settings: Any
) -> Iterator[Server]:
    """Serve a migrated database until the block ends; on a free port unless one is given."""
    port = port or free_port()
    command = [sys.executable, "-m", "ruanghijau", "serve", "--port", str(port), "--workers", str(workers)]
    server = Server(
        f"http://127.0.0.1:{port}", command, environment_for(database_url, folder, port, **settings)
    )
    try:
        server.start()
        yield server
    finally:
        for client in server.clients:
            client.close()
        server.process.terminate()
        try:
            server.process.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_until_up(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server ended with {server.process.returncode}")
        try:
            httpx.get(f"{server.url}/api/openapi.json", timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not come up")
