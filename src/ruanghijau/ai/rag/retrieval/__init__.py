"""The lexical half of retrieval and its fusion with the dense one.

- when the knowledge base is loaded: `index = LexicalIndex(Passage(id, title, text) for ...)`
- what the embedder is given: `embedder.query(index.corrected(question))`
- one ranking: `ranking = fuse(index, question, the vector search's best POOL hits, limit)`
- whether to answer: `load_confidence()(evidence(ranking, scope.lead(question_vector)))`
"""

from ruanghijau.ai.rag.retrieval.bm25 import Hit, LexicalIndex
from ruanghijau.ai.rag.retrieval.confidence import Confidence, Evidence, Scope, evidence, load_confidence
from ruanghijau.ai.rag.retrieval.fusion import COSINE_RANGE, POOL, Candidate, Ranking, fuse
from ruanghijau.ai.rag.retrieval.postings import Passage
from ruanghijau.ai.rag.retrieval.words import standardised, terms

__all__ = [
    "COSINE_RANGE",
    "POOL",
    "Candidate",
    "Confidence",
    "Evidence",
    "Hit",
    "LexicalIndex",
    "Passage",
    "Ranking",
    "Scope",
    "evidence",
    "fuse",
    "load_confidence",
    "standardised",
    "terms",
]
