"""The knowledge base, its index, and what was asked."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from ruanghijau.db import Base, Created, IntPk, Updated, now, table_args
from ruanghijau.db.types import UtcDateTime, enum_type, long_text, utc_now
from ruanghijau.db.vectors import Vector


class DocumentType(StrEnum):
    guide = "guide"
    tutorial = "tutorial"
    fact = "fact"
    faq = "faq"


class Document(Base, Created):
    """An article of the knowledge base."""

    __tablename__ = "documents"

    id: Mapped[IntPk]
    slug: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str | None] = mapped_column(String(500))
    content: Mapped[str | None] = mapped_column(long_text())
    type: Mapped[DocumentType | None] = mapped_column(enum_type(DocumentType, "document_type"))
    category: Mapped[str | None] = mapped_column(String(100))
    # `metadata` is a name SQLAlchemy keeps for itself, so the attribute has another than the column.
    details: Mapped[dict[str, Any] | None] = mapped_column("metadata", JSON)

    __table_args__ = table_args(Index("unique_document_slug", "slug", unique=True))


class Embedding(Base, Created, Updated):
    """A passage of a document with its vector. `document_id` is the passage's name, `source` the slug of its
    article.
    """

    __tablename__ = "embeddings"

    id: Mapped[IntPk]
    document_id: Mapped[str] = mapped_column(String(100), unique=True)
    document_title: Mapped[str | None] = mapped_column(String(500))
    document_text: Mapped[str] = mapped_column(long_text())
    embedding: Mapped[list[float] | None] = mapped_column(Vector)
    category: Mapped[str | None] = mapped_column(String(100))
    source: Mapped[str | None] = mapped_column(String(255))
    tokens: Mapped[int | None]

    __table_args__ = table_args(Index(None, "category"), Index(None, "source"))


class QaPair(Base, Created):
    """A curated question with its answer; `article` is the slug of the article that it rests on."""

    __tablename__ = "qa_pairs"

    id: Mapped[IntPk]
    question: Mapped[str | None] = mapped_column(String(500))
    answer: Mapped[str | None] = mapped_column(long_text())
    embedding: Mapped[list[float] | None] = mapped_column(Vector)
    article: Mapped[str | None] = mapped_column(String(100))


class KnowledgeState(Base):
    """The one row (id 1) that says which index is in use: its generation in the vector store, and the
    embedder that made it. `fingerprint` is that of all its content.
    """

    __tablename__ = "knowledge_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    generation: Mapped[str] = mapped_column(String(40))
    embedder: Mapped[str] = mapped_column(String(100))
    dimensions: Mapped[int]
    passages: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    indexed_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())


class KnowledgeGap(Base):
    """A question that the knowledge base could not answer, for the administrators to fill.

    The same question in other letters or spacing is the same gap; nothing says who asked.
    """

    __tablename__ = "knowledge_gaps"

    id: Mapped[IntPk]
    fingerprint: Mapped[str] = mapped_column(String(64))
    question: Mapped[str] = mapped_column(String(500))
    times_asked: Mapped[int] = mapped_column(default=1, server_default="1")
    last_asked_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = table_args(
        UniqueConstraint("fingerprint", name="unique_gap_fingerprint"), Index(None, "last_asked_at")
    )


class ChatMessage(Base):
    """One question and its answer.

    `model` wrote it; empty where the passages' own sentences are the answer. `milliseconds` from the question
    to the last word. `helpful` is the person's thumb.
    """

    __tablename__ = "chatbot_history"

    id: Mapped[IntPk]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    session_id: Mapped[str | None] = mapped_column(String(64))
    question: Mapped[str] = mapped_column(String(500))
    answer: Mapped[str] = mapped_column(long_text())
    sources: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)
    confidence: Mapped[float | None]
    answered: Mapped[bool] = mapped_column(default=True, server_default=true())
    model: Mapped[str | None] = mapped_column(String(100))
    milliseconds: Mapped[int | None]
    helpful: Mapped[bool | None]
    helpful_reason: Mapped[str | None] = mapped_column(String(255))
    timestamp: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(Index(None, "user_id", "timestamp"), Index(None, "session_id"))
