"""`ruanghijau knowledge`: looking after the chatbot's knowledge base."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import click

from ruanghijau.app import create_app
from ruanghijau.chatbot import evaluation
from ruanghijau.chatbot.knowledge import content, indexing, shipped
from ruanghijau.chatbot.knowledge.base import Library


@click.group()
def knowledge() -> None:
    """Look after the chatbot's knowledge base."""


@knowledge.command()
def index() -> None:
    """Bring the index up to date; only what is new is embedded, and a killed run goes on where it was."""
    runtime = create_app().runtime
    with runtime.active():
        done = indexing.index(runtime.embedder, runtime.vectors, _progress)
    if done.reason and done.embedded:
        click.echo(f"Embedded anew, because {done.reason}.")
    click.echo(f"{done.passages} passages in generation {done.generation}; {done.embedded} texts embedded.")


@knowledge.command()
def vectors() -> None:
    """Remake the file of vectors that is shipped with the articles (for who changes them)."""
    runtime = create_app().runtime
    articles, pairs = content.articles(), content.pairs()
    texts = indexing.all_texts(indexing.all_sections(articles, pairs), articles, pairs)
    with runtime.active():
        made, embedded = indexing.embed(runtime.embedder, runtime.vectors, texts, _progress)
    shipped.write(
        runtime.embedder.name, {hash_: made[hash_] for hash_ in (*texts.passages, *texts.questions)}
    )
    click.echo(f"{len(texts.passages) + len(texts.questions)} vectors shipped; {embedded} texts embedded.")


@knowledge.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evaluate(file: Path) -> None:
    """Ask the questions of FILE (tab-separated: question, slugs of the articles that answer it)."""
    try:
        questions = evaluation.read_questions(file)
    except (ValueError, UnicodeDecodeError) as error:
        raise click.ClickException(str(error)) from error
    runtime = create_app().runtime
    bar = click.progressbar(length=len(questions), label="Asking", file=sys.stderr)
    with runtime.active(), bar:
        found = evaluation.evaluate(Library().current(), questions, lambda: bar.update(1))
    for line in found.lines():
        click.echo(line)


def _progress(texts: Sequence[str]) -> AbstractContextManager[Iterator[str]]:
    return click.progressbar(texts, label="Embedding", file=sys.stderr)
