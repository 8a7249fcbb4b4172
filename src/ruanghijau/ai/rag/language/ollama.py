"""The model of production: gemma2:2b (or another) behind Ollama's `/api/chat`."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx

from ruanghijau.ai.rag.language.port import ModelAway, ModelBroken, ModelBusy, Task

CONTEXT = 4_096
"""Tokens; Ollama cuts a longer conversation at its beginning without a word, so it is said each time."""
_CONNECT_SECONDS = 3.0


class OllamaModel:
    """Streams from an Ollama server. An error can arrive in the middle of a stream under the status 200."""

    def __init__(self, host: str, model: str = "gemma2:2b", keep_alive: str = "30m") -> None:
        self.name = f"ollama-{model}"
        self._model = model
        self._keep_alive = keep_alive
        self._client = httpx.Client(base_url=host)

    def write(self, task: Task) -> Iterator[str]:
        ends = time.monotonic() + task.seconds
        timeout = httpx.Timeout(task.seconds, connect=_CONNECT_SECONDS)
        try:
            with self._client.stream(
                "POST", "/api/chat", json=self._request(task), timeout=timeout
            ) as answer:
                _check(answer)
                yield from _pieces(answer, ends)
        except httpx.HTTPError as error:
            raise ModelAway(f"Ollama does not answer: {error}") from error

    def _request(self, task: Task) -> dict[str, Any]:
        options: dict[str, Any] = {
            "temperature": task.temperature,
            "top_p": task.top_p,
            "num_predict": task.most_tokens,
            "num_ctx": CONTEXT,
            "stop": list(task.stops),
        }
        if task.seed is not None:
            options["seed"] = task.seed
        messages = [{"role": one.role, "content": one.content} for one in task.conversation]
        return {
            "model": self._model,
            "messages": messages,
            "stream": True,
            "keep_alive": self._keep_alive,
            "options": options,
        }


def _check(answer: httpx.Response) -> None:
    if answer.status_code == 200:
        return
    reason = answer.read().decode("utf-8", "replace")[:200]
    if answer.status_code == 503:  # OLLAMA_MAX_QUEUE is reached
        raise ModelBusy
    if answer.status_code >= 500 or answer.status_code == 429:
        raise ModelAway(f"Ollama answered {answer.status_code}: {reason}")
    raise ModelBroken(f"Ollama answered {answer.status_code}: {reason}")


def _pieces(answer: httpx.Response, ends: float) -> Iterator[str]:
    """One JSON object a line, the last with `done`; a stream that ends without it broke off."""
    for line in answer.iter_lines():
        if not line.strip():
            continue
        told = _object(line)
        if "error" in told:
            raise ModelAway(f"Ollama broke off: {str(told['error'])[:200]}")
        if text := told.get("message", {}).get("content"):
            yield str(text)
        if told.get("done") or time.monotonic() > ends:
            return
    raise ModelAway("Ollama broke off without an end")


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise ModelAway(f"Ollama broke off within a line: {line[:100]}") from error
    if not isinstance(told, dict):
        raise ModelAway(f"Ollama answered {line[:100]}")
    return told
