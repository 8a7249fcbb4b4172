"""BM25 over Indonesian terms, in memory: the half of retrieval that finds what the question literally names.

Every weight is computed when the index is built, so a search adds up a few slices of arrays. An index never
changes once built: it can be read from many threads, and new content means a new index.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval.postings import Floats, Passage, Postings, Tokens
from ruanghijau.ai.rag.retrieval.query import Query, QueryTerm
from ruanghijau.ai.rag.retrieval.spelling import Spelling
from ruanghijau.ai.rag.retrieval.words import read, respelled, standardised, term_of

K1 = 1.2
B = 0.75
"""BM25's saturation and length correction: the usual values (Robertson and Zaragoza 2009)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage and its score, higher is better."""

    id: str
    score: float


class LexicalIndex:
    """An immutable BM25 index. `ids` gives the passages' order, which all arrays of scores follow."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        tokens = Tokens()
        for passage in passages:
            tokens.add(passage)
        self.ids: Sequence[str] = tuple(tokens.ids)
        self.documents: Sequence[str] = tuple(tokens.documents)
        self.positions: Mapping[str, int] = {id_: at for at, id_ in enumerate(tokens.ids)}
        self._term_ids = tokens.term_ids
        self._spelling = Spelling(tokens.words)
        self._postings = Postings.of(tokens)
        self._weights = _bm25(self._postings, np.asarray(tokens.lengths, dtype=np.float32))

    def __len__(self) -> int:
        return len(self.ids)

    def query(self, question: str) -> Query:
        """The question as the index understands it: each term once, its rarity, and misspellings
        corrected.
        """
        found: dict[str, QueryTerm] = {}
        for word in read(question):
            for written, trust in self._known_forms(word):
                if (term := term_of(written)) and term not in found:
                    found[term] = QueryTerm(term, self._rarity(term), trust, term in self._term_ids)
        return Query(tuple(found.values()))

    def corrected(self, question: str) -> str:
        """The question for an embedder: standard spelling, slips put right, all else as written."""
        return respelled(
            standardised(question), lambda word: " ".join(form for form, _ in self._known_forms(word))
        )

    def scores(self, query: Query) -> Floats:
        """The BM25 score of every passage, in the order of `ids`."""
        scores = np.zeros(len(self.ids), dtype=np.float32)
        for term in query.terms:
            if term.known:
                here = self._postings.of_term(self._term_ids[term.term])
                scores[self._postings.passages[here]] += self._weights[here] * np.float32(term.trust)
        return scores

    def shares(self, query: Query, scores: Floats) -> Floats:
        """Scores as shares of the highest that any passage could reach for the question: 0 to 1."""
        return scores / np.float32((K1 + 1) * query.importance) if query.importance else scores

    def held(self, query: Query, position: int) -> frozenset[str]:
        """The question's terms that stand in the passage at a position."""
        return frozenset(term.term for term in query.terms if term.known and self._holds(term.term, position))

    def search(self, question: str, limit: int) -> list[Hit]:
        """The best passages for a question, at most `limit`; none that shares no term with it."""
        scores = self.scores(self.query(question))
        return [Hit(self.ids[at], float(scores[at])) for at in best(scores, limit) if scores[at] > 0]

    def _known_forms(self, word: str) -> Iterable[tuple[str, float]]:
        term = term_of(word)
        if not term or term in self._term_ids:
            return ((word, 1.0),)
        return self._spelling.corrected(word) or ((word, 1.0),)

    def _holds(self, term: str, position: int) -> bool:
        passages = self._postings.passages[self._postings.of_term(self._term_ids[term])]
        at = int(np.searchsorted(passages, position))
        return at < len(passages) and int(passages[at]) == position

    def _rarity(self, term: str) -> float:
        at = self._term_ids.get(term)
        return float(_idf(0 if at is None else self._postings.passage_counts[at], len(self.ids)))


def best(scores: Floats, limit: int) -> list[int]:
    """Positions of the highest scores, best first; of equal ones the earlier first."""
    if limit < len(scores):
        candidates = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
    else:
        candidates = np.arange(len(scores))
    order = np.argsort(-scores[candidates], kind="stable")[:limit]
    return [int(at) for at in candidates[order]]


def _bm25(postings: Postings, lengths: Floats) -> Floats:
    """What each posting adds to the score of its passage."""
    average = lengths.mean() if lengths.any() else np.float32(1)
    saturation = (K1 * (1 - B + B * lengths / average)).astype(np.float32)
    rarity = np.repeat(_idf(postings.passage_counts, len(lengths)), postings.passage_counts)
    frequencies = postings.frequencies
    weights = rarity * frequencies * (K1 + 1) / (frequencies + saturation[postings.passages])
    return np.asarray(weights, dtype=np.float32)


def _idf(documents: NDArray[np.int64] | int, passages: int) -> Floats:
    """Inverse document frequency in the form that is never negative."""
    held = np.asarray(documents)
    return np.log1p((passages - held + 0.5) / (held + 0.5)).astype(np.float32)
