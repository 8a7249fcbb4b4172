"""The language-model port: the model in the process, Ollama's wire format on loopback, and a real Ollama
where OLLAMA_HOST names one.
"""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ollama_peer import OllamaPeer, breaks_off, refuses, running_ollama, says_html, talks_without_end
from ruanghijau.ai.rag.answering.prompt import STOPS, completion, conversation
from ruanghijau.ai.rag.language import (
    Gemma,
    LanguageModel,
    ModelAway,
    ModelBroken,
    ModelBusy,
    OllamaModel,
    Task,
)
from ruanghijau.ai.rag.language import gemma as gemma_module

MODELS = ["gemma", "peer", *(["ollama"] if os.environ.get("OLLAMA_HOST") else [])]
QUESTION, NOTES = "daun kering dibuang ke mana", ["Daun kering masuk ke tempat sampah hijau."]
TASK = Task(conversation(QUESTION, NOTES), completion(QUESTION, NOTES), STOPS, most_tokens=24, seed=3)


@pytest.fixture(scope="module")
def peer() -> Iterator[OllamaPeer]:
    with running_ollama() as peer:
        yield peer


@pytest.fixture(autouse=True)
def _no_trouble(peer: OllamaPeer) -> None:
    peer.trouble = None
    peer.hung_up.clear()


@pytest.fixture(scope="module")
def gemma(tmp_path_factory: pytest.TempPathFactory) -> Gemma:
    return Gemma(tmp_path_factory.mktemp("gemma"))


@pytest.fixture(scope="module", params=MODELS)
def model(request: pytest.FixtureRequest, peer: OllamaPeer) -> LanguageModel:
    if request.param == "gemma":
        found: LanguageModel = request.getfixturevalue("gemma")
        return found
    return OllamaModel(peer.url if request.param == "peer" else os.environ["OLLAMA_HOST"])


def test_it_writes_piece_by_piece(model: LanguageModel) -> None:
    pieces = list(model.write(TASK))
    assert len(pieces) > 1
    assert "".join(pieces).strip()
    assert not any(stop in "".join(pieces) for stop in STOPS)


def test_closing_stops_it_and_the_next_one_can_write(model: LanguageModel) -> None:
    writing = model.write(replace(TASK, most_tokens=400, stops=()))
    next(writing)
    started = time.monotonic()
    writing.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5
    assert list(model.write(TASK))


def test_time_ends_it(model: LanguageModel) -> None:
    started = time.monotonic()
    list(model.write(replace(TASK, most_tokens=2_000, seconds=0.2, stops=())))
    assert time.monotonic() - started < 10


def test_it_has_a_name(model: LanguageModel) -> None:
    assert model.name


def test_one_writes_at_a_time_in_the_process(gemma: Gemma, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gemma_module, "WAIT_SECONDS", 0.05)
    writing = gemma.write(replace(TASK, most_tokens=400, stops=()))
    next(writing)
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            list(gemma.write(TASK))
        except ModelBusy as error:
            errors.append(error)

    other = threading.Thread(target=ask)
    other.start()
    other.join()
    writing.close()  # type: ignore[attr-defined]
    assert len(errors) == 1


def test_ollama_is_asked_as_documented(peer: OllamaPeer) -> None:
    peer.requests.clear()
    assert "".join(OllamaModel(peer.url).write(TASK)) == "Sampah dipilah."
    path, body = peer.requests[0]
    assert path == "/api/chat"
    assert (body["model"], body["stream"], body["keep_alive"]) == ("gemma2:2b", True, "30m")
    assert body["messages"][0]["role"] == "system"
    assert body["messages"][-1]["role"] == "user"
    assert body["options"] == {
        "temperature": 0.7,
        "top_p": 0.9,
        "num_predict": 24,
        "num_ctx": 4096,
        "stop": list(STOPS),
        "seed": 3,
    }


@pytest.mark.parametrize("with_error", [True, False])
def test_an_answer_that_breaks_off_says_so(peer: OllamaPeer, with_error: bool) -> None:
    peer.trouble = breaks_off(with_error)
    writing = OllamaModel(peer.url).write(TASK)
    assert next(writing) == "Sampah"
    with pytest.raises(ModelAway, match="broke off"):
        next(writing)


@pytest.mark.parametrize(
    ("status", "error"), [(404, ModelBroken), (400, ModelBroken), (500, ModelAway), (503, ModelBusy)]
)
def test_a_refusal_is_told_apart(peer: OllamaPeer, status: int, error: type[Exception]) -> None:
    peer.trouble = refuses(status, "model 'gemma2:2b' not found")
    with pytest.raises(error):
        list(OllamaModel(peer.url).write(TASK))


def test_hanging_up_ends_the_writing_over_there(peer: OllamaPeer) -> None:
    peer.trouble = talks_without_end
    writing = OllamaModel(peer.url).write(TASK)
    assert [next(writing), next(writing)] == ["dan ", "lagi "]
    writing.close()  # type: ignore[attr-defined]
    assert peer.hung_up.wait(10)


def test_who_is_not_there_is_away(peer: OllamaPeer) -> None:
    with pytest.raises(ModelAway):
        list(OllamaModel("http://127.0.0.1:9").write(TASK))
    peer.trouble = says_html
    with pytest.raises(ModelAway):
        list(OllamaModel(peer.url).write(TASK))


def test_weights_are_put_together_once(gemma: Gemma, tmp_path: Path) -> None:
    list(gemma.write(replace(TASK, most_tokens=1)))
    second = Gemma(gemma._folder)
    assert list(second.write(replace(TASK, most_tokens=2)))
    assert len(list(gemma._folder.iterdir())) == 1
