"""`ruanghijau donations`: looking after the books."""

import click

from ruanghijau.app import create_app
from ruanghijau.donations import audit as books
from ruanghijau.donations import reconciling


@click.group()
def donations() -> None:
    """Look after the books of donations."""


@donations.command()
def audit() -> None:
    """Prove that the books balance; exits with 1 where they do not."""
    runtime = create_app().runtime
    with runtime.active(), runtime.database.transaction(write=False):
        findings = books.audit()
    for finding in findings:
        click.echo(f"{finding.what}: the ledger says {finding.expected}, found {finding.found}", err=True)
    if findings:
        raise SystemExit(1)
    click.echo("The books balance.")


@donations.command()
def reconcile() -> None:
    """Ask the gateway about every pending donation, and close those that expired; may run twice at once."""
    runtime = create_app().runtime
    with runtime.active():
        outcome = reconciling.reconcile()
    click.echo(f"Asked about {outcome.asked}, moved {outcome.moved}, without an answer {outcome.unanswered}.")
    if outcome.unanswered:
        raise SystemExit(1)
