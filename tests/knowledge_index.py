"""The shipped knowledge base, indexed into the database of a test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from ruanghijau.app import RuangHijau
from ruanghijau.chatbot import service
from ruanghijau.chatbot.knowledge import indexing
from ruanghijau.chatbot.knowledge.base import Library


@contextmanager
def silently(texts: Sequence[str]) -> Iterator[Iterator[str]]:
    """A progress bar that nobody sees."""
    yield iter(texts)


def bring_up_to_date(app: RuangHijau, patch: pytest.MonkeyPatch) -> indexing.Indexed:
    """Index, for a process that has not asked anything yet."""
    with app.runtime.active():
        done = indexing.index(app.runtime.embedder, app.runtime.vectors, silently)
    patch.setattr(service, "_library", Library())
    return done
