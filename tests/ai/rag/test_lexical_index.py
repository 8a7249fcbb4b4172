"""The BM25 index."""

import math
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval import Hit, LexicalIndex, Passage
from ruanghijau.ai.rag.retrieval.bm25 import K1, B, best

PASSAGES = [
    Passage(
        "kompos",
        "Membuat kompos",
        "Campur sisa dapur dengan daun kering, bahan cokelat dua kali bahan hijau.",
    ),
    Passage(
        "biopori",
        "Lubang biopori",
        "Lubang sedalam satu meter meresapkan air hujan dan menampung sisa dapur.",
    ),
    Passage(
        "bank", "Bank sampah", "Setor sampah plastik yang bersih, ditimbang dan dicatat di buku tabungan."
    ),
    Passage(
        "uu",
        "UU 18/2008",
        "Undang-Undang Nomor 18 Tahun 2008 Pasal 29 melarang membakar sampah di luar syarat.",
    ),
]
INDEX = LexicalIndex(PASSAGES)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("gmn cara ngompos", "kompos"),
        ("lobang biopri dalemnya brp", "biopori"),
        ("nyetor plastik2 ke mana", "bank"),
        ("pasal 29 uu no 18 thn 2008", "uu"),
        ("boleh bakarin sampah ga", "uu"),
    ],
)
def test_it_finds_what_is_asked(question: str, first: str) -> None:
    assert INDEX.search(question, 3)[0].id == first


def test_scores_are_those_of_bm25() -> None:
    index = LexicalIndex(
        [Passage("a", "", "pohon pohon air"), Passage("b", "", "air tanah"), Passage("c", "", "batu")]
    )
    [hit] = index.search("pohon", 5)
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 * (K1 + 1) / (2 + K1 * (1 - B + B * 3 / 2))
    assert hit.id == "a"
    assert hit.score == pytest.approx(expected, rel=1e-5)


def test_nothing_in_common_is_nothing_found() -> None:
    assert INDEX.search("presiden", 5) == []
    assert INDEX.search("", 5) == []
    assert INDEX.search("apa itu?", 5) == []


def test_an_empty_index_answers() -> None:
    assert LexicalIndex([]).search("kompos", 5) == []


def test_a_title_counts_more_than_text() -> None:
    index = LexicalIndex([Passage("text", "air", "pohon"), Passage("title", "pohon", "air")])
    assert [hit.id for hit in index.search("pohon", 2)] == ["title", "text"]


def test_equal_passages_keep_their_order() -> None:
    index = LexicalIndex([Passage(str(n), "", "pohon rindang") for n in range(50)])
    assert [hit.id for hit in index.search("pohon", 5)] == ["0", "1", "2", "3", "4"]


def test_shares_and_coverage_run_from_nothing_to_all() -> None:
    query = INDEX.query("bakar sampah presiden")
    shares = INDEX.shares(query, INDEX.scores(query))
    assert 0 <= shares.min() <= shares.max() < 1
    at = INDEX.positions["uu"]
    assert INDEX.held(query, at) == {"bakar", "sampah"}
    assert 0 < query.coverage(INDEX.held(query, at)) < 1
    assert query.coverage({"bakar", "sampah", "presiden"}) == pytest.approx(1)
    assert query.coverage(set()) == 0


def test_a_word_that_the_index_lacks_weighs_most() -> None:
    known, unknown = INDEX.query("sampah presiden").terms
    assert (known.known, unknown.known) == (True, False)
    assert unknown.rarity > known.rarity


def test_reading_from_many_threads_gives_the_same() -> None:
    alone = INDEX.search("sisa dapur jadi apa", 4)
    found: list[list[Hit]] = []
    threads = [
        threading.Thread(target=lambda: found.append(INDEX.search("sisa dapur jadi apa", 4)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 8


@given(st.lists(st.sampled_from([0.0, 1.0, 2.5, 3.0]), max_size=30), st.integers(1, 10))
def test_best_is_a_stable_sort_cut_short(scores: list[float], limit: int) -> None:
    expected = sorted(range(len(scores)), key=lambda at: -scores[at])[:limit]
    assert best(np.asarray(scores, dtype=np.float32), limit) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gmn biar smpah plastk ga numpuk?", "bagaimana biar sampah plastik tidak tumpuk?"),
        ("apakah Lubamg Buaya lubamg?", "apakah Lubamg Buaya lubang?"),
        ("Pasal 29 UU 18/2008!", "Pasal 29 UU 18/2008!"),
        ("siapa presiden?", "siapa presiden?"),
        ("", ""),
    ],
)
def test_an_embedder_reads_what_was_meant(written: str, meant: str) -> None:
    assert INDEX.corrected(written) == meant


@given(st.text(max_size=200))
def test_any_question_is_answered(question: str) -> None:
    INDEX.corrected(question)
    assert all(hit.id in INDEX.positions and hit.score > 0 for hit in INDEX.search(question, 3))
