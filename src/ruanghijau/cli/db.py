"""`ruanghijau db`: the tables."""

import click

from ruanghijau.config import Settings
from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine


@click.group()
def db() -> None:
    """Bring the database to a version of the tables."""


@db.command()
@click.argument("revision", default="head")
def upgrade(revision: str) -> None:
    """Run the migrations up to REVISION (the newest by default)."""
    engine = create_engine(Settings().sqlalchemy_url)
    migrate.upgrade(engine, revision)
    click.echo(f"The database is at {migrate.current_revision(engine)}.")


@db.command()
@click.argument("revision")
@click.confirmation_option(prompt="Data in what is taken away is lost. Go on?")
def downgrade(revision: str) -> None:
    """Run the migrations back to REVISION."""
    engine = create_engine(Settings().sqlalchemy_url)
    migrate.downgrade(engine, revision)
    click.echo(f"The database is at {migrate.current_revision(engine)}.")


@db.command()
@click.argument("message")
def revision(message: str) -> None:
    """Write a new migration from what the models have and the database lacks."""
    migrate.write_revision(create_engine(Settings().sqlalchemy_url), message)
