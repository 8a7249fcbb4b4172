"""`ruanghijau waste`: the detector at the terminal."""

import sys
from pathlib import Path

import click

from ruanghijau.ai.waste import SHIPPED, Evaluation, Result, WasteClassifier
from ruanghijau.ai.waste import evaluate as evaluation_of
from ruanghijau.config import Settings
from ruanghijau.gateways.pictures import PictureRefused
from ruanghijau.waste.advice import advice, facts, kind_name

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def waste() -> None:
    """Ask the waste detector, and measure it."""


@waste.command()
@click.argument("photos", nargs=-1, required=True, type=FILE, metavar="PHOTO...")
def detect(photos: tuple[Path, ...]) -> None:
    """Say which bin each PHOTO shows; exits with 1 where a file is no acceptable photo."""
    classifier, refused = _classifier(), 0
    for photo in photos:
        try:
            click.echo(f"{photo}: {_answer(classifier.classify(photo.read_bytes()))}")
        except PictureRefused as error:
            refused += 1
            click.echo(f"{photo}: refused ({error.reason})", err=True)
    if refused:
        raise SystemExit(1)


@waste.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
def evaluate(folder: Path) -> None:
    """Compare the detector's answers with DIR/<bin>/<photo>."""
    try:
        found = evaluation_of(folder, _classifier())
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_report(found))
    for refusal in found.refused:
        click.echo(f"refused: {refusal}", err=True)


@waste.command("export-corrections")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def export_corrections(folder: Path) -> None:
    """Write what people corrected to DIR/<bin>/<photo>, to train and measure on."""
    from ruanghijau.app import create_app
    from ruanghijau.waste import corrections

    runtime = create_app().runtime
    with runtime.active(), runtime.database.transaction():
        bar = click.progressbar(length=corrections.count(), label="Photos", file=sys.stderr)
        with bar:
            done = corrections.export(folder, lambda: bar.update(1))
    click.echo(f"{done.photos} photos written to {folder}; {done.missing} without a picture left out.")


def _classifier() -> WasteClassifier:
    return WasteClassifier(Settings().waste_model or SHIPPED)


def _answer(result: Result) -> str:
    told = advice(result, "id")
    if told.message:
        return f"tidak yakin. {told.message} ({result.best.confidence:.0%})"
    bin_facts = facts(result.best.name, "id")
    kinds = ", ".join(f"{kind_name(one.name, 'id')} {one.confidence:.0%}" for one in result.kinds[:3])
    return f"{bin_facts.name} ({bin_facts.bin_color}) {result.best.confidence:.0%} [{kinds}]. {told.disposal}"


def _report(found: Evaluation) -> str:
    recalls = "\n".join(f"  {name.ljust(10)} {recall:.3f}" for name, recall in found.recall.items())
    return (
        f"photos             {found.photos}\n"
        f"accuracy           {found.accuracy:.3f}\n"
        f"macro-F1           {found.macro_f1:.3f}\n"
        f"ECE                {found.calibration_error:.3f}\n"
        f"uncertain          {found.uncertain:.3f}\n"
        f"right when certain {found.certain_accuracy:.3f}\n"
        f"recall\n{recalls}\n"
        f"confusion\n{found.table()}"
    )
