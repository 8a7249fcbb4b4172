"""Keeps vectors and finds the nearest."""

from ruanghijau.ai.rag.vectors.port import VectorStore, VectorsUnavailable
from ruanghijau.ai.rag.vectors.sqlite_vec import SqliteVectors

__all__ = ["SqliteVectors", "VectorStore", "VectorsUnavailable"]
