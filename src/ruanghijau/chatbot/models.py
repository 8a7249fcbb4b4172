"""The knowledge base, its index, and what was asked."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
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
    title: Mapped[str | None] = mapped_column(String(500))
    content: Mapped[str | None] = mapped_column(long_text())
    type: Mapped[DocumentType | None] = mapped_column(enum_type(DocumentType, "document_type"))
    category: Mapped[str | None] = mapped_column(String(100))
    # `metadata` is a name SQLAlchemy keeps for itself, so the attribute has another than the column.
    details: Mapped[dict[str, Any] | None] = mapped_column("metadata", JSON)


class Embedding(Base, Created, Updated):
    """A passage of a document with its vector."""

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
    """A curated question with its answer."""

    __tablename__ = "qa_pairs"

    id: Mapped[IntPk]
    question: Mapped[str | None] = mapped_column(String(500))
    answer: Mapped[str | None] = mapped_column(long_text())
    embedding: Mapped[list[float] | None] = mapped_column(Vector)


class ChatMessage(Base):
    """One question and its answer."""

    __tablename__ = "chatbot_history"

    id: Mapped[IntPk]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    session_id: Mapped[str | None] = mapped_column(String(64))
    question: Mapped[str] = mapped_column(String(500))
    answer: Mapped[str] = mapped_column(long_text())
    sources: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)
    confidence: Mapped[float | None]
    timestamp: Mapped[datetime] = mapped_column(UtcDateTime, default=now, server_default=utc_now())

    __table_args__ = table_args(Index(None, "user_id", "timestamp"), Index(None, "session_id"))
