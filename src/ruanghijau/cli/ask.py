"""`ruanghijau ask`: the chatbot at the terminal."""

import click

from ruanghijau.app import create_app
from ruanghijau.chatbot import asking
from ruanghijau.chatbot.knowledge.base import Library


@click.command()
@click.argument("question")
def ask(question: str) -> None:
    """Answer QUESTION from the knowledge base, sentence by sentence, with the sources."""
    runtime = create_app().runtime
    with runtime.active():
        answer, saying = asking.ask(Library().current(), question, None)
        for said in saying:
            _, source = answer.sentences[-1]
            mark = f"{said.step}. " if said.numbered else "- " if said.step else ""
            click.echo(f"{mark}{said.text} [{source + 1}]")
    if not answer.answerable:
        click.echo("Saya tidak tahu. Yang dekat dengan pertanyaan itu:")
        for suggestion in answer.suggestions:
            click.echo(f"- {suggestion}")
    for place, one in enumerate(answer.sources, start=1):
        click.echo(f"[{place}] {one.title} ({one.id}, {one.relevance:.2f})")
