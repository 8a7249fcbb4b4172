"""`ruanghijau feedback`: measuring the sentiment analyser, and what it can learn from."""

import csv
from pathlib import Path

import click

from ruanghijau.ai.sentiment import evaluate as evaluation_of


@click.group()
def feedback() -> None:
    """Measure how feedback is heard, and export what was put right."""


@feedback.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evaluate(file: Path) -> None:
    """Compare the analyser with FILE: UTF-8, tab-separated, with the columns text and label."""
    try:
        found = evaluation_of(file)
    except (ValueError, UnicodeDecodeError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"texts     {found.texts}")
    click.echo(f"accuracy  {found.accuracy:.3f}")
    click.echo(f"macro-F1  {found.macro_f1:.3f}")
    click.echo(found.table())


@feedback.command("export-corrections")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export_corrections(file: Path) -> None:
    """Write what administrators corrected to FILE, in the format that `evaluate` reads."""
    from ruanghijau.admin_log import service as admin_log
    from ruanghijau.app import create_app
    from ruanghijau.feedback import service

    runtime = create_app().runtime
    with runtime.active(), runtime.database.transaction():
        rows = list(service.corrections())
        admin_log.record("feedback.export_corrections", {"texts": len(rows)})
        with file.open("w", newline="", encoding="utf-8") as lines:
            writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
            writer.writerow(("text", "label"))
            writer.writerows((text, label.value) for text, label in rows)
    click.echo(f"{len(rows)} texts written to {file}.")
