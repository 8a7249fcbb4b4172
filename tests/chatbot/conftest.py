"""The chatbot with its shipped knowledge base, indexed for each test."""

from collections.abc import Callable, Iterator

import pytest

from knowledge_index import bring_up_to_date
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.chatbot.knowledge import indexing
from ruanghijau.db import calendar

Index = Callable[[], indexing.Indexed]


@pytest.fixture
def index(app: RuangHijau, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Brings the index up to date when called."""
    return lambda: bring_up_to_date(app, monkeypatch)


@pytest.fixture
def indexed(index: Index) -> Iterator[indexing.Indexed]:
    with calendar.on(calendar.today()):
        yield index()


Ask = Callable[..., dict[str, object]]


@pytest.fixture
def ask(indexed: indexing.Indexed) -> Ask:
    def run(who: Person, message: str, **fields: object) -> dict[str, object]:
        response = who.post("/api/chatbot/chat", {"message": message, **fields})
        assert response.status_code == 200, response.json
        answer: dict[str, object] = response.json
        return answer

    return run
