"""Writes text: a small model inside the process, or gemma2 through Ollama."""

from ruanghijau.ai.rag.language.gemma import Gemma
from ruanghijau.ai.rag.language.ollama import OllamaModel
from ruanghijau.ai.rag.language.port import LanguageModel, ModelAway, ModelBroken, ModelBusy, Task

__all__ = ["Gemma", "LanguageModel", "ModelAway", "ModelBroken", "ModelBusy", "OllamaModel", "Task"]
