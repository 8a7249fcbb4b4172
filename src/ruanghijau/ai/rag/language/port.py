"""What a language model is to the rest of the platform."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ruanghijau.ai.rag.answering.prompt import Message

TEMPERATURE, TOP_P, MOST_TOKENS, SECONDS = 0.7, 0.9, 512, 60.0
"""The mission's settings (Chatbot RAG flow, LLM inference)."""


class ModelAway(Exception):
    """The model cannot be reached, or broke off; trying again later is right."""


class ModelBroken(Exception):
    """The model answers, but not with what was asked for: it is missing, or refuses the request."""


class ModelBusy(Exception):
    """All that the model can write at a time is being written."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to write. A model that chats takes the `conversation`; one that only goes on with a text takes the
    `completion`. Writing ends at any of `stops`, after `most_tokens`, and after `seconds`.
    """

    conversation: Sequence[Message]
    completion: str
    stops: Sequence[str] = ()
    most_tokens: int = MOST_TOKENS
    temperature: float = TEMPERATURE
    top_p: float = TOP_P
    seconds: float = SECONDS
    seed: int | None = None


class LanguageModel(Protocol):
    """Writes text piece by piece. Safe to share between threads.

    Closing the iterator stops the writing. Raises `ModelAway`, `ModelBroken` and `ModelBusy`, in the middle
    of a text as well, and nothing else.
    """

    @property
    def name(self) -> str: ...

    def write(self, task: Task) -> Iterator[str]: ...
