"""`ruanghijau worker` and `ruanghijau maintenance`: what happens beside the web server."""

import click

from ruanghijau.app import create_app
from ruanghijau.config import Settings
from ruanghijau.db import migrate
from ruanghijau.runtime import Runtime
from ruanghijau.web.logs import configure_logging
from ruanghijau.worker import consumer, jobs

JOBS = {job.name: job for job in jobs.JOBS}


@click.command()
@click.option("--threads", default=2, show_default=True, help="Jobs at the same time.")
def worker(threads: int) -> None:
    """Send mails and do what the clock brings, until stopped (SIGTERM finishes what is in hand)."""
    consumer.build(_runtime(), threads).run()


@click.group()
def maintenance() -> None:
    """Do by hand what the worker does by itself."""


@maintenance.command()
@click.argument("job", type=click.Choice(list(JOBS)))
def run(job: str) -> None:
    """Run one JOB now, beside a running worker if there is one."""
    done = consumer.run(JOBS[job], _runtime())
    click.echo(f"{job}: {done}")


def _runtime() -> Runtime:
    settings = Settings()
    configure_logging(settings)
    runtime = create_app(settings).runtime
    if not migrate.is_current(runtime.database.engine):
        raise click.ClickException("The tables are not up to date. Run: ruanghijau db upgrade")
    return runtime
