"""`ruanghijau serve`: the web server."""

from typing import Any

import click
from gunicorn.app.base import BaseApplication

from ruanghijau.app import create_app
from ruanghijau.config import Settings
from ruanghijau.db import migrate
from ruanghijau.web.logs import configure_logging

# Embedded models and SQLite live in one process; threads share it. Production sets its own numbers.
THREADS = 16


class Server(BaseApplication):
    """Gunicorn, started from here instead of from its own command line."""

    def __init__(self, settings: Settings, options: dict[str, Any]) -> None:
        self._settings, self._options = settings, options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return create_app(self._settings)


@click.command()
@click.option("--host", default=None, help="Address to listen on (HOST).")
@click.option("--port", default=None, type=int, help="Port to listen on (PORT).")
@click.option("--workers", default=1, show_default=True, help="Processes.")
def serve(host: str | None, port: int | None, workers: int) -> None:
    """Serve the platform over HTTP."""
    settings = Settings()
    configure_logging(settings)
    run_server(settings, host or settings.host, port or settings.port, workers)


def run_server(settings: Settings, host: str, port: int, workers: int = 1) -> None:
    """Serve until stopped. Raises `click.ClickException` when the tables are not up to date."""
    app = create_app(settings)
    if not migrate.is_current(app.runtime.database.engine):
        raise click.ClickException("The tables are not up to date. Run: ruanghijau db upgrade")
    app.runtime.database.engine.dispose()
    options = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": 120,
        "graceful_timeout": 30,
        "loglevel": "warning",
        "limit_request_line": 8190,  # the most gunicorn takes; a search in many words is longer than its 4094
    }
    Server(settings, options).run()
