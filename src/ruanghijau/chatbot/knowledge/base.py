"""The knowledge base in memory: what it takes to find passages for a question.

Loaded at the first question and once a process, and again when another generation of the index was published.
"""

import threading
import time
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from ruanghijau.ai.rag.embedding import Embedder, Vectors
from ruanghijau.ai.rag.retrieval import (
    POOL,
    Confidence,
    Hit,
    LexicalIndex,
    Passage,
    Ranking,
    Scope,
    evidence,
    fuse,
    load_confidence,
)
from ruanghijau.ai.rag.vectors import VectorStore
from ruanghijau.chatbot.knowledge import content, indexing
from ruanghijau.chatbot.knowledge.content import Article, Section
from ruanghijau.chatbot.models import Document, Embedding, KnowledgeState
from ruanghijau.db import session
from ruanghijau.errors import Unavailable
from ruanghijau.runtime import runtime

LOOKED_AFTER_SECONDS = 20.0
"""How often it is looked whether there is a newer index."""


_HOW_OFTEN_RIGHT = (
    (0.0, 0.18, 0.5, 0.8, 0.95, 0.99, 1.0),
    (0.0, 0.30, 0.52, 0.72, 0.80, 0.86, 0.91),
)
"""The learned probability that a question can be answered, and how often the first article then is the right
one: measured on the 344 answerable questions of tests/chatbot/questions.tsv, made to rise only.
"""


@dataclass(frozen=True)
class Found:
    """Passages for a question, best first, and how likely it is (0 to 1) that they answer it."""

    ranking: Ranking
    sections: tuple[Section, ...]
    confidence: float
    answerable: bool
    vector: Vectors


@dataclass(frozen=True)
class KnowledgeBase:
    """One generation of the index, ready to be asked. Never changes; safe to share between threads."""

    generation: str
    embedder: Embedder
    store: VectorStore
    articles: dict[str, Article]
    sections: dict[str, Section]
    lexical: LexicalIndex
    scope: Scope
    confidence: Confidence

    def find(self, question: str) -> Found:
        """Raises `VectorsUnavailable`, `EmbedderAway` and `EmbedderBroken` for trouble with those."""
        vector = self.embedder.query(self.lexical.corrected(question))
        dense = self.store.search(self.generation, vector, POOL)
        ranking = fuse(self.lexical, question, _known(dense, self.sections))
        weighed = evidence(ranking, self.scope.lead(vector))
        return Found(
            ranking,
            tuple(self.sections[candidate.id] for candidate in ranking.candidates),
            float(np.interp(self.confidence(weighed), *_HOW_OFTEN_RIGHT)),
            self.confidence.answers(weighed),
            vector,
        )


def _known(hits: list[Hit], sections: dict[str, Section]) -> list[Hit]:
    return [hit for hit in hits if hit.id in sections]


class Library:
    """Holds the knowledge base that is in use by this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: KnowledgeBase | None = None
        self._looked_at = 0.0

    def current(self) -> KnowledgeBase:
        """The newest knowledge base. Raises `Unavailable` while there is no index for the embedder in use."""
        held = self._held
        if held and time.monotonic() - self._looked_at < LOOKED_AFTER_SECONDS:
            return held
        with self._lock:
            state = _state()
            if self._held is None or self._held.generation != state.generation:
                self._held = _loaded(state)
            self._looked_at = time.monotonic()
            return self._held


def _state() -> KnowledgeState:
    with runtime().database.transaction(write=False):
        state = session().get(KnowledgeState, indexing.STATE_ID)
    if state is None or state.embedder != runtime().embedder.name:
        # `ruanghijau knowledge index` makes it; an administrator reads so in the log and in `health`.
        raise Unavailable("KNOWLEDGE_NOT_INDEXED", retry_after=60)
    return state


def _loaded(state: KnowledgeState) -> KnowledgeBase:
    embedder, store = runtime().embedder, runtime().vectors
    with runtime().database.transaction(write=False):
        articles = {one.slug: one for one in map(_article, session().scalars(select(Document)))}
        rows = session().execute(select(*_SECTION)).all()
    sections = {
        id_: Section(id_, source or "", kind or "", head or "", text)
        for id_, source, kind, head, text in rows
    }
    passages = (Passage(one.id, one.heading, one.text, one.article) for one in sections.values())
    return KnowledgeBase(
        state.generation,
        embedder,
        store,
        articles,
        sections,
        LexicalIndex(passages),
        _scope(embedder, store, list(articles.values())),
        load_confidence(),
    )


_SECTION = (
    Embedding.document_id, Embedding.source, Embedding.category, Embedding.document_title,
    Embedding.document_text,
)  # fmt: skip


def _article(row: Document) -> Article:
    sources = tuple((row.details or {}).get("sources", ()))
    kind = row.type.value if row.type else ""
    return Article(row.slug or "", row.title or "", row.category or "", kind, sources, row.content or "")


def _scope(embedder: Embedder, store: VectorStore, articles: list[Article]) -> Scope:
    inside, outside = indexing.inside(articles, content.pairs()), content.out_of_scope()
    return Scope(_rows(embedder, store, inside), _rows(embedder, store, outside))


def _rows(embedder: Embedder, store: VectorStore, questions: list[str]) -> Vectors:
    hashes = [indexing.question_hash(question) for question in questions]
    known = store.known(embedder.name, hashes)
    rows = [known[hash_] for hash_ in hashes if hash_ in known]
    return np.stack(rows) if rows else np.empty((0, embedder.dimensions), dtype=np.float32)
