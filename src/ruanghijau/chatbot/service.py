"""Asking the chatbot, and the history of what was asked."""

import hashlib
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from ruanghijau.ai.rag.answering.compose import Said
from ruanghijau.chatbot import asking
from ruanghijau.chatbot.asking import Answer
from ruanghijau.chatbot.knowledge.base import Library
from ruanghijau.chatbot.models import ChatMessage, KnowledgeGap
from ruanghijau.db import now, session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import NotFound, Unavailable
from ruanghijau.quotas import service as quotas
from ruanghijau.quotas.service import Allowance
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

QUOTA = "chat"
CONVERSATION_LASTS = timedelta(minutes=30)
"""After so long a question is not taken to lean on the one before."""
AT_A_TIME = 4
"""Answers that one process writes at a time; a further one is asked to come again."""
_writing = threading.BoundedSemaphore(AT_A_TIME)
_library = Library()


@dataclass(frozen=True)
class Asked:
    """Who asks what. `user_id` is None for a guest, of whom `address` is counted and not kept."""

    question: str
    user_id: int | None
    address: str
    session_id: str | None = None


@dataclass
class Chat:
    """An answer under way. Iterating `saying` makes it grow; `finish` keeps what was said until then."""

    asked: Asked
    answer: Answer
    allowance: Allowance
    saying: Iterator[Said]
    message_id: int | None = None

    def finish(self) -> None:
        """Keep the question with what was said, once; of a guest only a gap in the knowledge base is kept."""
        self.message_id = runtime().database.run(lambda: _keep(self.asked, self.answer))


@contextmanager
def chatting(asked: Asked) -> Iterator[Chat]:
    """Begin an answer. Leaving the block stops it, and whatever was said by then is kept.

    Raises `TooMany` once today's quota is used up, and `Unavailable` while the chatbot is busy or down.
    """
    settings = runtime().settings
    if asked.user_id:
        spending = quotas.spending(quotas.person(asked.user_id), QUOTA, settings.chat_daily_person)
    else:
        spending = quotas.spending(quotas.guest(asked.address), QUOTA, settings.chat_daily_guest)
    with spending as allowance, _turn():
        answer, saying = asking.ask(_library.current(), asked.question, _before(asked))
        chat = Chat(asked, answer, allowance, saying)
        try:
            yield chat
        finally:
            close = getattr(saying, "close", None)
            if close:
                close()
            chat.finish()


def history(user_id: int, session_id: str | None, request: PageRequest) -> Page[ChatMessage]:
    """What somebody asked, the newest first; of one conversation if asked."""
    theirs = select(ChatMessage).where(ChatMessage.user_id == user_id)
    if session_id:
        theirs = theirs.where(ChatMessage.session_id == session_id)
    return paginate(theirs, [ChatMessage.id], request)


def forget_all(user_id: int) -> int:
    """Delete all that somebody asked; returns how many questions it was."""
    theirs = session().scalars(select(ChatMessage.id).where(ChatMessage.user_id == user_id)).all()
    session().execute(delete(ChatMessage).where(ChatMessage.id.in_(theirs)))
    return len(theirs)


def rate(message_id: int, user_id: int, helpful: bool, reason: str | None) -> ChatMessage:
    """A thumb for an answer; the last one counts. Raises `NotFound` for what this person did not ask."""
    wanted = ChatMessage.id == message_id, ChatMessage.user_id == user_id
    message = session().scalar(select(ChatMessage).where(*wanted).with_for_update())
    if message is None:
        raise NotFound("CHAT_MESSAGE_NOT_FOUND")
    message.helpful, message.helpful_reason = helpful, reason
    session().flush()
    return message


@contextmanager
def _turn() -> Iterator[None]:
    if not _writing.acquire(blocking=False):
        raise Unavailable("CHATBOT_BUSY", retry_after=5)
    try:
        yield
    finally:
        _writing.release()


def _before(asked: Asked) -> str | None:
    """The question before this one in the same conversation; a guest's is not kept."""
    if not asked.user_id or not asked.session_id:
        return None
    lately = (
        ChatMessage.user_id == asked.user_id,
        ChatMessage.session_id == asked.session_id,
        ChatMessage.timestamp > now() - CONVERSATION_LASTS,
    )
    with runtime().database.transaction(write=False):
        newest = select(ChatMessage.question).where(*lately).order_by(ChatMessage.id.desc()).limit(1)
        return session().scalar(newest)


def _keep(asked: Asked, answer: Answer) -> int | None:
    if not answer.answerable:
        _note_gap(asked.question)
    if not asked.user_id:
        return None
    message = ChatMessage(
        user_id=asked.user_id,
        session_id=asked.session_id,
        question=asked.question,
        answer=answer.text,
        sources=[vars(source) for source in answer.sources],
        confidence=answer.confidence,
        answered=answer.answerable,
        model=answer.model,
        milliseconds=answer.milliseconds,
    )
    session().add(message)
    session().flush()
    return message.id


def _note_gap(question: str) -> None:
    fingerprint = hashlib.sha256(" ".join(question.casefold().split()).encode()).hexdigest()
    again = update(KnowledgeGap).where(KnowledgeGap.fingerprint == fingerprint)
    again = again.values(times_asked=KnowledgeGap.times_asked + 1, last_asked_at=now(), closed_at=None)
    if session().execute(again).rowcount:  # type: ignore[attr-defined]
        return
    try:
        with session().begin_nested():
            session().add(KnowledgeGap(fingerprint=fingerprint, question=question))
    except IntegrityError:  # somebody asked the same in the same moment
        session().execute(again)
