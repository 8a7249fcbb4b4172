"""What a vector store is to the rest of the platform."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ruanghijau.ai.rag.embedding.port import Vectors
from ruanghijau.ai.rag.retrieval import Hit


class VectorsUnavailable(Exception):
    """The store cannot be reached, or does not hold the generation asked for."""


class VectorStore(Protocol):
    """Vectors of one embedder in two forms: by the hash of the text they stand for, so that no text is
    embedded twice, and as generations that can be searched.

    A generation never changes once built: a new index is a new generation, and whoever still searches the old
    one is not disturbed until it is dropped. Safe under threads and several processes. Raises
    `VectorsUnavailable` for trouble with the store.
    """

    def known(self, embedder: str, hashes: Iterable[str]) -> dict[str, Vectors]:
        """Those of the texts that were embedded before."""
        ...

    def remember(self, embedder: str, vectors: Mapping[str, Vectors]) -> None:
        """Keep vectors by the hashes of their texts; the same again changes nothing."""
        ...

    def build(self, generation: str, ids: Sequence[str], vectors: Vectors) -> None:
        """Make a generation of these passages, all of it or nothing; again with the same name replaces it."""
        ...

    def search(self, generation: str, vector: Vectors, limit: int) -> list[Hit]:
        """The passages nearest to a vector, with their cosines, nearest first."""
        ...

    def drop_all_but(self, generations: Sequence[str]) -> int:
        """Forget the other generations; returns how many there were."""
        ...
