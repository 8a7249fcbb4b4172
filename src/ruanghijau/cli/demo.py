"""`ruanghijau demo`: the platform with demo data, on parts that need nothing else."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import click

from ruanghijau.app import create_app
from ruanghijau.cli.serve import run_server
from ruanghijau.config import Settings
from ruanghijau.db import migrate
from ruanghijau.demo import load
from ruanghijau.web.logs import configure_logging

FOLDER = Path("var/demo")
SIMULATOR_OFFSET = 10
# What runs beside the web server, each a process of its own.
COMPANIONS = ("worker", "simulator")
OURSELVES = [sys.executable, "-m", "ruanghijau"]
T = TypeVar("T")


@click.command()
@click.option("--fresh", is_flag=True, help="Throw the demo data away and make it anew.")
@click.option("--load-only", is_flag=True, help="Make the data and stop, without serving.")
@click.option("--port", default=None, type=int, help="Port to listen on (PORT, 5000).")
def demo(fresh: bool, load_only: bool, port: int | None) -> None:
    """Run the platform with demo data at http://localhost:5000."""
    if fresh:
        shutil.rmtree(FOLDER, ignore_errors=True)
    settings = _demo_settings(port)
    if not load_only:
        _require_free(settings.port)
        _require_free(urlsplit(settings.simulator_url).port or settings.port)
    _fill(settings)
    _tell(settings)
    if not load_only:
        _run(settings)


def _demo_settings(port: int | None) -> Settings:
    """Embedded parts in one folder; whatever the environment says otherwise still holds."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    defaults = {
        "SECRET_KEY": _kept_secret(),
        "DATABASE_URL": f"sqlite:///{FOLDER}/ruanghijau.db",
        "UPLOAD_FOLDER": str(FOLDER / "uploads"),
        "MAIL_FOLDER": str(FOLDER / "mail"),
        "SIMULATOR_DATABASE": str(FOLDER / "simulator.db"),
        "KNOWLEDGE_FOLDER": str(FOLDER / "knowledge"),
        "LOG_LEVEL": "WARNING",
    }
    if port:
        defaults |= {
            "PORT": str(port),
            "PUBLIC_URL": f"http://localhost:{port}",
            "SIMULATOR_URL": f"http://127.0.0.1:{port + SIMULATOR_OFFSET}",
        }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)  # the worker, a process of its own, reads them too
    return Settings()


def _kept_secret() -> str:
    """A secret of this folder's own, so that a restart signs nobody out."""
    path = FOLDER / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(
                f"Port {port} is in use. Try: ruanghijau demo --port {port + 1}"
            ) from error


def _fill(settings: Settings) -> None:
    runtime = create_app(settings).runtime
    migrate.upgrade(runtime.database.engine)
    with runtime.active():
        load.load_once(_progress)
    runtime.database.engine.dispose()
    # A process of its own: the embedder's threads must not be there when the server forks.
    subprocess.run([*OURSELVES, "knowledge", "index"], check=True)  # noqa: S603 - our own


def _progress(label: str, items: Sequence[T]) -> AbstractContextManager[Iterable[T]]:
    return click.progressbar(items, label=f"{label:<22}", file=sys.stderr)


def _tell(settings: Settings) -> None:
    click.echo(
        f"""
  Ruang Hijau        {settings.public_url}
  API documentation  {settings.public_url}/api/docs/
  Mails sent         {settings.mail_folder}
  Payments           {settings.simulator_url} (simulated: no real money)

  Accounts (password of all: {load.PASSWORD})
"""
    )
    for account in load.accounts_to_show():
        click.echo(f"    {account.email:<40} {account.role}")
    click.echo("\n  Stop with Ctrl+C.\n")


def _run(settings: Settings) -> None:
    configure_logging(settings)
    companions = [subprocess.Popen([*OURSELVES, name]) for name in COMPANIONS]  # noqa: S603 - our own
    try:
        run_server(settings, settings.host, settings.port)
    finally:
        for companion in companions:
            companion.terminate()
        for companion in companions:
            companion.wait()
