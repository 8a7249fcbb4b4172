"""The vectors of the shipped knowledge base, so that a fresh installation need not embed it.

A file of float16 numbers by the hash of the text that they stand for: a text that was changed since has
another hash, is not found, and is embedded again.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ruanghijau.ai.rag.embedding import Vectors

FILE = Path(__file__).parent / "vectors.npz"


def read(embedder: str, file: Path = FILE) -> dict[str, Vectors]:
    """The shipped vectors by hash; none for another embedder than the one that made them."""
    if not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as held:
        if str(held["embedder"]) != embedder:
            return {}
        vectors = held["vectors"].astype(np.float32)
        return dict(zip(held["hashes"].tolist(), vectors, strict=True))


def write(embedder: str, vectors: Mapping[str, Vectors], file: Path = FILE) -> None:
    """Replace the file, in the order of the hashes so that the same content makes the same file."""
    hashes = sorted(vectors)
    rows = np.array([vectors[hash_] for hash_ in hashes], dtype=np.float16)
    np.savez_compressed(file, embedder=embedder, hashes=np.array(hashes), vectors=rows)
