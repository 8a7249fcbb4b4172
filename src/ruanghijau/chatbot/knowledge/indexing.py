"""Making the index: what is new is embedded, and the whole takes the place of the old one at once.

Vectors are kept under the hash of their text as soon as they are made. So a run that was killed goes on where
it was, an unchanged article costs nothing, and another embedder begins anew.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from sqlalchemy import delete, insert

from ruanghijau.ai.rag.embedding import Embedder, Vectors
from ruanghijau.ai.rag.retrieval import standardised
from ruanghijau.ai.rag.vectors import VectorStore
from ruanghijau.chatbot.knowledge import content, shipped
from ruanghijau.chatbot.knowledge.content import Article, Pair, Section, text_hash
from ruanghijau.chatbot.models import Document, DocumentType, Embedding, KnowledgeState, QaPair
from ruanghijau.db import now, session
from ruanghijau.runtime import runtime

BATCH = 16
STATE_ID = 1
Progress = Callable[[Sequence[str]], AbstractContextManager[Iterator[str]]]


@dataclass(frozen=True)
class Texts:
    """All that is embedded, by hash: passages as passages, questions as questions."""

    passages: dict[str, str]
    questions: dict[str, str]


@dataclass(frozen=True)
class Content:
    """What a generation is made of; `rows` are the vectors of the sections."""

    articles: Sequence[Article]
    pairs: Sequence[Pair]
    sections: Sequence[Section]
    rows: Vectors
    fingerprint: str


@dataclass(frozen=True)
class Indexed:
    """What an indexing did: passages in the index, and how many texts had to be embedded for it."""

    generation: str
    passages: int
    embedded: int
    reason: str = ""
    """Why all had to be embedded; empty where it did not."""


def index(embedder: Embedder, store: VectorStore, progress: Progress) -> Indexed:
    """Bring the index up to date with the shipped content. Two at once take turns at the end.

    Where nothing has changed, nothing is done and the generation stays.
    """
    articles, pairs = content.articles(), content.pairs()
    sections = all_sections(articles, pairs)
    texts = all_texts(sections, articles, pairs)
    state, fingerprint = _state(), _fingerprint(articles, pairs, texts)
    if state and (state.embedder, state.fingerprint) == (embedder.name, fingerprint):
        return Indexed(state.generation, state.passages, 0)
    reason = _reason(state, embedder)
    vectors, embedded = embed(embedder, store, texts, progress)
    rows = np.stack([vectors[section.hash] for section in sections])
    new = Content(articles, pairs, sections, rows, fingerprint)
    generation = runtime().database.run(lambda: _publish(embedder, store, new))
    return Indexed(generation, len(sections), embedded, reason)


def all_sections(articles: Sequence[Article], pairs: Sequence[Pair]) -> list[Section]:
    """Every passage: the articles' sections, then the pairs."""
    category = {article.slug: article.category for article in articles}
    found = [section for article in articles for section in content.sections(article)]
    return found + [content.pair_section(pair, category[pair.article]) for pair in pairs]


def all_texts(sections: Sequence[Section], articles: Sequence[Article], pairs: Sequence[Pair]) -> Texts:
    """What has to be embedded: the passages, and the questions inside and outside of what they answer."""
    questions = [*inside(articles, pairs), *content.out_of_scope()]
    return Texts(
        {section.hash: section.embedded for section in sections},
        {question_hash(question): question for question in questions},
    )


def inside(articles: Sequence[Article], pairs: Sequence[Pair]) -> list[str]:
    """Questions that the knowledge base answers."""
    return [*(pair.question for pair in pairs), *(article.title for article in articles)]


def question_hash(question: str) -> str:
    """Questions are embedded in another way than passages, so their hashes differ as well."""
    return text_hash(f"query: {standardised(question)}")


def embed(
    embedder: Embedder, store: VectorStore, texts: Texts, progress: Progress
) -> tuple[dict[str, Vectors], int]:
    """A vector for every text, and how many were made for it; each batch is kept at once."""
    wanted = [*texts.passages, *texts.questions]
    held = shipped.read(embedder.name)
    known = store.known(embedder.name, wanted) | {hash_: held[hash_] for hash_ in wanted if hash_ in held}
    missing = [hash_ for hash_ in wanted if hash_ not in known]
    store.remember(embedder.name, known)
    with progress(missing) as hashes:
        batch: list[str] = []
        for hash_ in hashes:
            batch.append(hash_)
            if len(batch) == BATCH:
                known |= _kept(embedder, store, texts, batch)
                batch = []
        known |= _kept(embedder, store, texts, batch)
    return known, len(missing)


def _kept(embedder: Embedder, store: VectorStore, texts: Texts, hashes: Sequence[str]) -> dict[str, Vectors]:
    of_passages = [hash_ for hash_ in hashes if hash_ in texts.passages]
    rows = embedder.passages([texts.passages[hash_] for hash_ in of_passages])
    made = dict(zip(of_passages, rows, strict=True))
    for hash_ in hashes:
        if hash_ not in made:
            made[hash_] = embedder.query(standardised(texts.questions[hash_]))
    store.remember(embedder.name, made)
    return made


def _state() -> KnowledgeState | None:
    with runtime().database.transaction(write=False):
        return session().get(KnowledgeState, STATE_ID)


def _fingerprint(articles: Sequence[Article], pairs: Sequence[Pair], texts: Texts) -> str:
    held = repr((articles, pairs, sorted(texts.passages), sorted(texts.questions)))
    return sha256(held.encode()).hexdigest()


def _reason(state: KnowledgeState | None, embedder: Embedder) -> str:
    if state is None:
        return "there was no index yet"
    if state.embedder != embedder.name:
        return f"the embedder was {state.embedder} and is {embedder.name} now"
    return ""


def _publish(embedder: Embedder, store: VectorStore, new: Content) -> str:
    """Under the lock of the state's row: whoever comes second replaces what the first has made."""
    state = session().get(KnowledgeState, STATE_ID, with_for_update=True)
    before = state.generation if state else ""
    generation = f"{time.time_ns():x}"
    store.build(generation, [section.id for section in new.sections], new.rows)
    _replace_content(embedder, new)
    session().merge(
        KnowledgeState(
            id=STATE_ID,
            generation=generation,
            embedder=embedder.name,
            dimensions=embedder.dimensions,
            passages=len(new.sections),
            fingerprint=new.fingerprint,
            indexed_at=now(),
        )
    )
    session().flush()
    # The one before stays, for whoever is in the middle of a search.
    store.drop_all_but([generation, before] if before else [generation])
    return generation


def _replace_content(embedder: Embedder, new: Content) -> None:
    for table in (Embedding, QaPair, Document):
        session().execute(delete(table))
    by_id = {section.id: (section, row) for section, row in zip(new.sections, new.rows, strict=True)}
    session().execute(insert(Document), [_document(article) for article in new.articles])
    session().execute(insert(Embedding), [_passage(embedder, *held) for held in by_id.values()])
    session().execute(insert(QaPair), [_pair(pair, by_id) for pair in new.pairs])


def _document(article: Article) -> dict[str, object]:
    return {
        "slug": article.slug,
        "title": article.title,
        "content": article.body,
        "type": DocumentType(article.type),
        "category": article.category,
        "details": {"sources": list(article.sources)},
    }


def _passage(embedder: Embedder, section: Section, row: Vectors) -> dict[str, object]:
    return {
        "document_id": section.id,
        "document_title": section.heading,
        "document_text": section.text,
        "embedding": row.tolist(),
        "category": section.category,
        "source": section.article,
        "tokens": embedder.tokens(section.embedded),
    }


def _pair(pair: Pair, by_id: dict[str, tuple[Section, Vectors]]) -> dict[str, object]:
    _, row = by_id[content.pair_section(pair, "").id]
    return {
        "question": pair.question,
        "answer": pair.answer,
        "embedding": row.tolist(),
        "article": pair.article,
    }
