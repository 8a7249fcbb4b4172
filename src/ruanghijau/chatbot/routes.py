"""`/api/chatbot`: questions about the environment, answered from the knowledge base."""

from apiflask import APIBlueprint
from flask import Response, request

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.chatbot import service
from ruanghijau.chatbot.schemas import (
    ChatInput,
    ChatOutput,
    HistoryQuery,
    MessageOutput,
    MessagePage,
    Rated,
    RatingInput,
)
from ruanghijau.chatbot.service import Asked
from ruanghijau.chatbot.streaming import MEDIA_TYPE, streamed
from ruanghijau.errors import Forbidden
from ruanghijau.runtime import runtime
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("chatbot", __name__, url_prefix="/api/chatbot", tag="Chatbot")


@bp.post("/chat")
@limiter.limit("30 per minute")
@maybe_signed_in
@bp.input(ChatInput, arg_name="body")
@bp.output(ChatOutput)
def chat(me: Identity | None, body: ChatInput) -> ChatOutput | Response:
    """Ask; with `Accept: text/event-stream` the answer comes sentence by sentence."""
    user_id = me.user_id if me else None
    _require_own(body.user_id, user_id)
    asked = Asked(body.message, user_id, request.remote_addr or "", body.session_id)
    if request.accept_mimetypes.best == MEDIA_TYPE:
        return streamed(service.chatting(asked), runtime())
    with service.chatting(asked) as one:
        for _ in one.saying:
            pass
    return ChatOutput.told(one)


@bp.get("/history")
@signed_in
@bp.input(HistoryQuery, location="query", arg_name="query")
@bp.output(MessagePage)
def read_history(me: Identity, query: HistoryQuery) -> MessagePage:
    """What one asked and was told, the newest first."""
    _require_own(query.user_id, me.user_id)
    page = service.history(me.user_id, query.session_id, query.request)
    return MessagePage(
        messages=[MessageOutput.kept(row) for row in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )


@bp.delete("/history")
@signed_in
@bp.output(Message)
def delete_history(me: Identity) -> Message:
    """Delete all that one asked."""
    return Message(message=say("chatbot.history_deleted", count=service.forget_all(me.user_id)))


@bp.put("/messages/<int:message_id>/rating")
@signed_in
@bp.input(RatingInput, arg_name="body")
@bp.output(Rated)
def rate(me: Identity, message_id: int, body: RatingInput) -> Rated:
    """Say whether an answer helped, and why not; the last word counts."""
    message = service.rate(message_id, me.user_id, body.helpful, body.reason or None)
    return Rated(message=MessageOutput.kept(message))


def _require_own(claimed: int | None, user_id: int | None) -> None:
    if claimed is not None and claimed != user_id:
        raise Forbidden("NOT_YOUR_ID")
