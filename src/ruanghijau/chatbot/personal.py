"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select

from ruanghijau.chatbot.models import ChatMessage
from ruanghijau.db import session
from ruanghijau.db.records import records

_MESSAGE = (
    ChatMessage.id, ChatMessage.question, ChatMessage.answer, ChatMessage.sources, ChatMessage.confidence,
    ChatMessage.helpful, ChatMessage.helpful_reason,
    ChatMessage.timestamp,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    asked = select(*_MESSAGE).where(ChatMessage.user_id == user_id).order_by(ChatMessage.id)
    return {"history": records(asked)}


def erase_person(user_id: int) -> None:
    session().execute(delete(ChatMessage).where(ChatMessage.user_id == user_id))
