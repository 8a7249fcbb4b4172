"""An answer as server-sent events (HTML Standard, section 9.2), one for each sentence.

`sources` comes first, then a `sentence` at a time, then `done` with the whole answer. Who hangs up in between
stops the answer, and what was said by then is kept.
"""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack

from flask import Response, stream_with_context

from ruanghijau.chatbot.schemas import ChatOutput, SourceOutput, sentence
from ruanghijau.chatbot.service import Chat
from ruanghijau.runtime import Runtime

MEDIA_TYPE = "text/event-stream"


def streamed(opening: AbstractContextManager[Chat], runtime: Runtime) -> Response:
    """The response for a chat. It is opened here, so that a refusal is still an ordinary answer, and closed
    with the response, whether anybody has listened or not.
    """
    held = ExitStack()
    chat = held.enter_context(opening)
    events = stream_with_context(_events(chat, held, runtime))
    response = Response(events, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # nginx would hold the sentences back
    response.call_on_close(lambda: _close(held, runtime))
    return response


def _events(chat: Chat, held: ExitStack, runtime: Runtime) -> Iterator[str]:
    with runtime.active():
        yield _event("sources", [SourceOutput.of(one).model_dump() for one in chat.answer.sources])
        for at, _ in enumerate(chat.saying):
            yield _event("sentence", sentence(chat, at).model_dump())
        held.close()
        yield _event("done", json.loads(ChatOutput.told(chat).model_dump_json()))


def _close(held: ExitStack, runtime: Runtime) -> None:
    with runtime.active():
        held.close()


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
