"""The parts a running platform is made of, reachable by the code that runs on it.

`create_app` puts them together once. A request, a job or a command activates them for its own duration, so
that services need neither Flask nor a global that outlives a test.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from ruanghijau.ai.rag.embedding import Embedder
from ruanghijau.ai.rag.language import LanguageModel
from ruanghijau.ai.rag.vectors import VectorStore
from ruanghijau.ai.waste import WasteClassifier
from ruanghijau.config import Settings
from ruanghijau.db import Database
from ruanghijau.gateways.google import GoogleTokens
from ruanghijau.gateways.mail import Mailer
from ruanghijau.gateways.malware import MalwareScanner
from ruanghijau.gateways.payments.port import PaymentGateway
from ruanghijau.gateways.storage import Storage

_current: ContextVar["Runtime | None"] = ContextVar("runtime", default=None)


def nobody_wakes() -> None:
    """For a platform without a worker to wake: what waits is done at the worker's next round."""


@dataclass(frozen=True)
class Runtime:
    """`wake` tells the worker that there is something to send; it costs little and never decides anything."""

    settings: Settings
    database: Database
    storage: Storage
    mailer: Mailer
    scanner: MalwareScanner
    google: GoogleTokens | None
    payments: PaymentGateway
    waste: WasteClassifier
    embedder: Embedder
    vectors: VectorStore
    language_model: LanguageModel | None
    wake: Callable[[], None] = nobody_wakes

    @contextmanager
    def active(self) -> Iterator["Runtime"]:
        """Make these parts the ones that `runtime()` finds."""
        token = _current.set(self)
        try:
            yield self
        finally:
            _current.reset(token)


def runtime() -> Runtime:
    """The parts in use here. Raises `LookupError` where nothing was activated: a defect of the caller."""
    current = _current.get()
    if current is None:
        raise LookupError("no runtime is active here")
    return current
