"""What an embedder is to the rest of the platform."""

import unicodedata
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

LONGEST_QUERY = 1_000
LONGEST_PASSAGE = 4_000
"""Characters that are embedded; what follows is left out. Models read some 500 tokens and drop the rest by
themselves, but only after having spent seconds on a very long text.
"""


class EmbedderAway(Exception):
    """The embedder cannot be reached for the moment; trying again later is right."""


class EmbedderBroken(Exception):
    """The embedder answers, but not with what was asked for: a model that is missing, vectors of another
    size.
    """


class Embedder(Protocol):
    """Texts as vectors of length 1, whose dot product is their nearness in meaning.

    `name` says which model in which version; vectors of different names must never be compared. Safe to share
    between threads. Raises `EmbedderAway` and `EmbedderBroken`, and nothing else, for any text.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        ...

    def tokens(self, text: str) -> int:
        """How many tokens a text has for the model; an estimate where it cannot be asked."""
        ...

    def query(self, text: str) -> Vectors:
        """A question as a vector."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Passages as rows, in their order."""
        ...


def cleaned(text: str, longest: int) -> str:
    """The text without what models choke on: controls and halves of surrogate pairs; bounded in length."""
    bounded = text[:longest]
    printable = (sign if unicodedata.category(sign) not in ("Cc", "Cs") else " " for sign in bounded)
    return " ".join("".join(printable).split())


def normalised(rows: Vectors) -> Vectors:
    """The rows with length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)
