"""The embedded vector store: sqlite-vec, in a SQLite file of its own.

A file of its own, because the extension has to be loaded into each connection, and because the platform's
database may be MySQL. Read through APSW, which brings an SQLite that loads extensions: the `sqlite3` of many
Pythons was built without that. The search looks at every vector: exact, and fast enough for one machine.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw
import numpy as np
import sqlite_vec

from ruanghijau.ai.rag.embedding.port import Vectors
from ruanghijau.ai.rag.retrieval import Hit
from ruanghijau.ai.rag.vectors.port import VectorsUnavailable

_GENERATION = re.compile(r"[a-z0-9_]{1,40}")
_BUSY_SECONDS = 30
_LOOKED_UP_AT_ONCE = 500
_KNOWN = """CREATE TABLE IF NOT EXISTS known_vectors (
    embedder TEXT NOT NULL, hash TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, hash)
) WITHOUT ROWID"""


class SqliteVectors:
    """One file, made at the first use; every thread has a connection of its own."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()

    def known(self, embedder: str, hashes: Iterable[str]) -> dict[str, Vectors]:
        wanted = list(hashes)
        found: dict[str, Vectors] = {}
        with self._reading() as connection:
            for start in range(0, len(wanted), _LOOKED_UP_AT_ONCE):
                part = wanted[start : start + _LOOKED_UP_AT_ONCE]
                marks = ",".join("?" * len(part))
                statement = f"SELECT hash, vector FROM known_vectors WHERE embedder = ? AND hash IN ({marks})"  # noqa: S608 - marks only
                rows = connection.execute(statement, (embedder, *part))
                found |= {hash_: np.frombuffer(vector, dtype="<f4") for hash_, vector in rows}
        return found

    def remember(self, embedder: str, vectors: Mapping[str, Vectors]) -> None:
        rows = [(embedder, hash_, _blob(vector)) for hash_, vector in vectors.items()]
        with self._writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO known_vectors VALUES (?, ?, ?)", rows)

    def build(self, generation: str, ids: Sequence[str], vectors: Vectors) -> None:
        table = _table(generation)
        with self._writing() as connection:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.execute(
                f"CREATE VIRTUAL TABLE {table} USING vec0("
                f"embedding float[{vectors.shape[1]}] distance_metric=cosine, +passage TEXT)"
            )
            rows = ((_blob(vector), id_) for id_, vector in zip(ids, vectors, strict=True))
            connection.executemany(f"INSERT INTO {table} (embedding, passage) VALUES (?, ?)", rows)  # noqa: S608 - a checked name

    def search(self, generation: str, vector: Vectors, limit: int) -> list[Hit]:
        statement = (
            f"SELECT passage, distance FROM {_table(generation)} "  # noqa: S608 - a checked name
            "WHERE embedding MATCH ? AND k = ? ORDER BY distance"
        )
        with self._reading() as connection:
            rows = connection.execute(statement, (_blob(vector), limit)).fetchall()
        return [Hit(str(passage), 1.0 - float(str(distance))) for passage, distance in rows]

    def drop_all_but(self, generations: Sequence[str]) -> int:
        kept = {_table(generation) for generation in generations}
        with self._writing() as connection:
            rows = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%vec0%'"
            )
            others = [name for (name,) in rows.fetchall() if name not in kept]
            for name in others:
                connection.execute(f"DROP TABLE {name}")
        return len(others)

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        try:
            yield self._connection()
        except apsw.Error as error:
            raise VectorsUnavailable(f"{self._file}: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _connection(self) -> apsw.Connection:
        connection: apsw.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connected()
        return connection

    def _connected(self) -> apsw.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = apsw.Connection(str(self._file))
        connection.set_busy_timeout(_BUSY_SECONDS * 1000)
        connection.enable_load_extension(True)
        connection.load_extension(sqlite_vec.loadable_path())
        connection.enable_load_extension(False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_KNOWN)
        return connection


def _blob(vector: Vectors) -> bytes:
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


def _table(generation: str) -> str:
    if not _GENERATION.fullmatch(generation):
        raise ValueError(f"{generation!r} does not name a generation")
    return f"generation_{generation}"
