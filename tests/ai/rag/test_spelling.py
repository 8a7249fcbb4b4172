"""Misspelled words of a question."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval.spelling import Spelling, edit_distance

WORDS = {
    "komposter": 9,
    "kompos": 40,
    "sampah": 90,
    "plastik": 50,
    "bank": 12,
    "hukum": 5,
    "2008": 8,
    "gemas": 2,
}
SPELLING = Spelling(WORDS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kompsoter", ["komposter"]),
        ("konpos", ["kompos"]),
        ("plastk", ["plastik"]),
        ("samapah", ["sampah"]),
        ("banksampah", ["bank", "sampah"]),
        ("bagaimna", ["bagaimana"]),
    ],
)
def test_it_is_put_right(written: str, meant: list[str]) -> None:
    assert [word for word, _ in SPELLING.corrected(written)] == meant


@pytest.mark.parametrize("word", ["2009", "b4nk", "emas", "xy", "presiden", "menteri", "zzzzzzzz", "i" * 500])
def test_it_stays(word: str) -> None:
    assert SPELLING.corrected(word) == []


def test_a_correction_counts_less_than_the_word_itself() -> None:
    assert all(
        0 < trust < 1 for written in ("plastk", "kompsoter") for _, trust in SPELLING.corrected(written)
    )


def test_of_two_equally_near_words_the_frequent_one_is_meant() -> None:
    assert Spelling({"lumbung": 1, "lumbuog": 5}).corrected("lumbuxg")[0][0] == "lumbuog"


def test_an_empty_index_corrects_to_no_subject() -> None:
    assert Spelling({}).corrected("kompsoter") == []


def test_it_is_fast_with_many_words() -> None:
    spelling = Spelling(
        {
            f"{chr(97 + n % 26)}{n:06d}".translate(str.maketrans("0123456789", "aeioukmnst")): n
            for n in range(60_000)
        }
    )
    start = time.perf_counter()
    for written in ("kompsoter", "plastikkk", "samapah", "bioporri") * 5:
        spelling.corrected(written)
    assert (time.perf_counter() - start) / 20 < 0.05  # a tenth of it in practice; machines may be busy


words = st.text(alphabet="abcd", max_size=8)


@given(words, words)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    distance = edit_distance(one, other, 2)
    assert distance == edit_distance(other, one, 2)
    assert (distance == 0) == (one == other)
    assert 0 <= distance <= 3


@given(words, st.integers(0, 6), st.sampled_from(["delete", "insert", "swap", "replace"]))
def test_one_slip_is_one_edit(word: str, at: int, slip: str) -> None:
    at = min(at, len(word))
    changed = {
        "delete": word[:at] + word[at + 1 :],
        "insert": word[:at] + "x" + word[at:],
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        "replace": word[:at] + "x" + word[at + 1 :],
    }[slip]
    assert edit_distance(word, changed, 2) <= 1
