"""Reading Indonesian as people write it."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval import standardised, terms
from ruanghijau.ai.rag.retrieval.stems import CACHED_WORDS, stem
from ruanghijau.ai.rag.retrieval.words import SLANG, STOP_WORDS, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "gmn cara ngolah sampah2 plastiknya dgn bener?",
            "Bagaimana cara mengolah sampah plastik dengan benar",
        ),
        ("UU No. 18 Tahun 2008", "uu 18/2008"),
        ("UU Nomor 18 Tahun 2008", "UU18/2008"),
        ("PM2.5", "pm 2,5"),
        ("perbandingan 2 : 1", "perbandingan 2:1"),
        ("Rp10.000", "rp 10000"),
        ("1.000,5 liter", "1000.5 liter"),
        ("sampah-sampah", "sampah"),
        ("sayur-sayuran", "sayuran"),
        ("e-waste", "limbah elektronik"),
        ("pengomposan", "mengompos"),
        ("memilah", "terpilah"),
        ("bersihin", "membersihkan"),
        ("nolonginnya", "menolong"),
        ("komposternya", "komposter"),
        ("pilihlah pohonnya", "pilih pohon"),
        ("El Niño", "el nino"),
        ("KOMPOOOSSS", "kompos"),
        ("ｋｏｍｐｏｓ\u200b", "kompos"),
        ("gak boleh", "tidak boleh"),
    ],
)
def test_two_ways_to_write_it_are_one(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("pasal 29 ayat (1)", ["pasal", "29", "ayat", "1"]),
        ("campur 2:1 ya", ["campur", "2:1"]),
        ("limbah B3", ["limbah", "b3"]),
        ("gas CO2", ["gas", "co", "2"]),
        ("UU 18/2008", ["uu", "18/2008", "18", "2008"]),
        ("Perang Dunia XIII", ["perang", "dunia", "xiii"]),
    ],
)
def test_figures_and_references_are_kept(text: str, kept: list[str]) -> None:
    assert terms(text) == kept


def test_relawan_is_not_a_kind_of_danger() -> None:
    assert terms("relawan") != terms("rawan")


def test_words_without_a_subject_are_left_out() -> None:
    assert terms("apa yang bisa kami lakukan dengan ini ya kak?") == terms("lakukan")


@pytest.mark.parametrize(("informal", "standard"), SLANG.items())
def test_slang_is_found_as_what_it_stands_for(informal: str, standard: str) -> None:
    assert informal == informal.lower() != standard == standard.lower()
    assert terms(informal) == terms(standard)


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("gmn cara ngolah sampah2 di RW?", "bagaimana cara mengolah sampah di RW?"),
        ("Perang Dunia di PD II, WA saya", "Perang Dunia di PD II, WA saya"),
        ("GMN CARANYA", "bagaimana caranya"),
        ("Berapa jumlah sel dalam tubuh manusia?", "Berapa jumlah sel dalam tubuh manusia?"),
    ],
)
def test_an_embedder_reads_standard_spelling(written: str, standard: str) -> None:
    assert standardised(written) == standard


@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    found = terms(text)
    assert "" not in found
    assert set(found).isdisjoint(STOP_WORDS)
    standardised(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=40))
def test_a_stem_is_the_same_each_time(word: str) -> None:
    assert stem(word) == stem.__wrapped__(word)


def test_reading_is_the_same_from_many_threads() -> None:
    text = "mengolah sampah rumah tangga menjadi pupuk kompos dengan biopori dan takakura di pekarangan"
    found: list[list[str]] = []
    stem.cache_clear()
    threads = [threading.Thread(target=lambda: found.append(terms(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [terms(text)] * 8


def test_the_memory_of_stems_is_bounded() -> None:
    assert stem.cache_info().maxsize == CACHED_WORDS


def test_stop_words_stay_in_the_reading() -> None:
    assert read("apa itu kompos") == ["apa", "itu", "kompos"]
