"""The command `ruanghijau`."""

import click

from ruanghijau.cli.db import db
from ruanghijau.cli.demo import demo
from ruanghijau.cli.donations import donations
from ruanghijau.cli.serve import serve
from ruanghijau.cli.worker import maintenance, worker


@click.group()
@click.version_option(package_name="ruanghijau")
def main() -> None:
    """Ruang Hijau: run the platform and look after it."""


main.add_command(demo)
main.add_command(db)
main.add_command(serve)
main.add_command(worker)
main.add_command(donations)
main.add_command(maintenance)
