"""`ruanghijau simulator`: a payment gateway that moves no money."""

import logging
from pathlib import Path
from urllib.parse import urlsplit

import click

from ruanghijau.config import Settings

CALLBACK = "/api/donations/callback"


@click.command()
@click.option(
    "--notify", default=None, help="Where payments are told (PUBLIC_URL + /api/donations/callback)."
)
@click.option("--speed", default=1.0, show_default=True, help="Divides the pauses between two attempts.")
@click.option("--database", default=None, type=Path, help="Where orders are kept (SIMULATOR_DATABASE).")
def simulator(notify: str | None, speed: float, database: Path | None) -> None:
    """Serve a payment gateway like Midtrans at SIMULATOR_URL; refused in production."""
    settings = Settings()
    if settings.is_production or settings.payment != "simulator":
        raise click.ClickException("The simulator runs only with PAYMENT=simulator, and never in production.")
    address = urlsplit(settings.simulator_url)
    from werkzeug.serving import make_server

    from ruanghijau.gateways.payments import SIMULATOR_KEY
    from ruanghijau.gateways.payments.simulator.server import create_simulator

    app = create_simulator(
        database or settings.simulator_database,
        SIMULATOR_KEY,
        settings.simulator_url,
        notify or f"{settings.public_url}{CALLBACK}",
        speed,
    )
    host, port = address.hostname or "127.0.0.1", address.port or 5010
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # no line for every request
    click.echo(f"Payments are simulated at {settings.simulator_url}; no real money moves.")
    make_server(host, port, app, threaded=True).serve_forever()
