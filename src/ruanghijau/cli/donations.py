"""`ruanghijau donations`: looking after the books."""

import click

from ruanghijau.app import create_app
from ruanghijau.donations import audit as books_audit
from ruanghijau.donations import settlement


@click.group()
def donations() -> None:
    """Look after the books of donations."""


@donations.command()
@click.option("--limit", default=1000, show_default=True, help="How many pending donations to ask about.")
def reconcile(limit: int) -> None:
    """Ask the gateway about pending donations and close those never paid. May run twice at once."""
    with create_app().runtime.active():
        asked, moved = settlement.reconcile(limit)
    click.echo(f"Asked about {asked} donations; {moved} moved.")


@donations.command()
def audit() -> None:
    """Prove that the books balance; exits with 1 where they do not."""
    runtime = create_app().runtime
    with runtime.active(), runtime.database.transaction(write=False):
        findings = books_audit.audit()
    for finding in findings:
        click.echo(f"{finding.what}: the ledger says {finding.expected}, found {finding.found}", err=True)
    if findings:
        raise SystemExit(1)
    click.echo("The books balance.")
