"""From passages to postings: which term stands in which passage, and how often."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval.words import read, term_of

TITLE_WEIGHT = 2
"""A title's word counts this many times: it stands for the whole passage, but must not drown the text."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed: `title` may hold the headings above the text, or be empty.

    `document` names what the passage is a part of, an article for example; left empty, it stands for itself.
    """

    id: str
    title: str
    text: str
    document: str = ""


class Tokens:
    """The passages' terms as one long list of numbers, gathered while reading."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.documents: list[str] = []
        self.lengths: list[int] = []
        self.terms: list[NDArray[np.int32]] = []
        self.term_ids: dict[str, int] = {}
        self.words: Counter[str] = Counter()

    def add(self, passage: Passage) -> None:
        words = read(passage.title) * TITLE_WEIGHT + read(passage.text)
        numbers = [
            self.term_ids.setdefault(term, len(self.term_ids)) for word in words if (term := term_of(word))
        ]
        self.words.update(words)
        self.ids.append(passage.id)
        self.documents.append(passage.document or passage.id)
        self.lengths.append(len(numbers))
        self.terms.append(np.asarray(numbers, dtype=np.int32))


@dataclass(frozen=True, slots=True)
class Postings:
    """For term t, `passages[starts[t]:starts[t + 1]]` hold it, `frequencies[...]` times each; in ascending
    order.
    """

    starts: NDArray[np.int64]
    passages: NDArray[np.int32]
    frequencies: Floats

    @classmethod
    def of(cls, tokens: Tokens) -> "Postings":
        count = max(1, len(tokens.ids))
        positions = np.repeat(np.arange(len(tokens.lengths), dtype=np.int64), tokens.lengths)
        flat = np.concatenate(tokens.terms) if tokens.terms else np.empty(0, dtype=np.int32)
        keys, frequencies = np.unique(flat * np.int64(count) + positions, return_counts=True)
        terms, passages = np.divmod(keys, count)
        starts = np.searchsorted(terms, np.arange(len(tokens.term_ids) + 1))
        return cls(starts.astype(np.int64), passages.astype(np.int32), frequencies.astype(np.float32))

    @property
    def passage_counts(self) -> NDArray[np.int64]:
        """In how many passages each term stands."""
        return np.diff(self.starts)

    def of_term(self, term: int) -> slice:
        """Where a term's passages lie in the arrays."""
        return slice(int(self.starts[term]), int(self.starts[term + 1]))
