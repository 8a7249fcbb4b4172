"""Wire shapes of the chatbot."""

from typing import Annotated, Self

from pydantic import Field

from ruanghijau.chatbot.models import ChatMessage
from ruanghijau.chatbot.service import Chat
from ruanghijau.db import now
from ruanghijau.quotas.schemas import Quota
from ruanghijau.web.language import say
from ruanghijau.web.schemas import (
    NUMBER,
    Done,
    Id,
    Input,
    Line,
    Output,
    PageOutput,
    PageQuery,
    Timestamp,
    Words,
)

SessionId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]


class ChatInput(Input):
    message: Words = Field(max_length=500, examples=["Bagaimana cara membuat kompos?"])
    user_id: Annotated[Id, NUMBER] | None = None
    """One's own id, or nothing: the token decides."""
    session_id: SessionId | None = None
    """Any name for the conversation: a question may then lean on the one before."""


class SourceOutput(Output):
    id: str = Field(examples=["keranjang-takakura"])
    title: str
    relevance: float = Field(ge=0, le=1)


class SentenceOutput(Output):
    text: str
    source: int = Field(ge=0)
    """The place of its source in `sources`, from 0."""
    step: int = 0
    """Its number in a list, from 1; 0 where it is in none."""
    quoted: bool
    """Whether it is the source's own sentence; otherwise a model said it, and it was checked against it."""


class ChatOutput(Done):
    response: str
    confidence: float = Field(ge=0, le=1, examples=[0.87])
    """How often an answer with such evidence is right."""
    answered: bool
    """False where the knowledge base does not know; `response` then says so."""
    sources: list[SourceOutput]
    sentences: list[SentenceOutput]
    follow_up_suggestions: list[str]
    """Questions near to this one that the knowledge base answers."""
    timestamp: Timestamp
    message_id: int | None
    """For a thumb; null for a guest, of whom nothing is kept."""
    quota: Quota

    @classmethod
    def told(cls, chat: Chat) -> Self:
        answer = chat.answer
        return cls(
            response=answer.text or say("chatbot.unknown"),
            confidence=answer.confidence,
            answered=answer.answerable,
            sources=[SourceOutput.of(source) for source in answer.sources],
            sentences=[sentence(chat, at) for at in range(len(answer.sentences))],
            follow_up_suggestions=answer.suggestions,
            timestamp=now(),
            message_id=chat.message_id,
            quota=Quota.of(chat.allowance),
        )


def sentence(chat: Chat, at: int) -> SentenceOutput:
    """One sentence of an answer, as it was said."""
    said, source = chat.answer.sentences[at]
    return SentenceOutput(
        text=said.text, source=source, step=said.step, quoted=said.origin.value == "passage"
    )


class HistoryQuery(PageQuery):
    session_id: SessionId | None = None
    user_id: Id | None = None
    """One's own id, or nothing: the token decides."""


class MessageOutput(Output):
    id: int
    session_id: str | None
    question: str
    answer: str
    answered: bool
    sources: list[SourceOutput]
    confidence: float | None
    helpful: bool | None
    timestamp: Timestamp

    @classmethod
    def kept(cls, row: ChatMessage) -> Self:
        return cls(
            **{name: getattr(row, name) for name in _PLAIN},
            answer=row.answer or say("chatbot.unknown"),
            sources=[SourceOutput(**source) for source in row.sources or []],
        )


_PLAIN = ("id", "session_id", "question", "answered", "confidence", "helpful", "timestamp")


class MessagePage(PageOutput):
    messages: list[MessageOutput]


class RatingInput(Input):
    helpful: bool = Field(examples=[True])
    reason: Line | None = Field(None, max_length=255, examples=["Takarannya tidak disebut."])


class Rated(Done):
    message: MessageOutput
