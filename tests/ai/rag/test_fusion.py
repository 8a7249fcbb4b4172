"""One ranking out of two."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval import COSINE_RANGE, Hit, LexicalIndex, Passage, fuse
from ruanghijau.ai.rag.retrieval.fusion import measured_cosine_range

WORDS = ["kompos", "sampah", "air", "pohon", "listrik", "plastik", "sungai", "mangrove", "energi", "tanah"]
INDEX = LexicalIndex(
    Passage(f"{one} {other}", "", f"{one} {other} {one}") for one in WORDS for other in WORDS if one != other
)


def dense(**cosines: float) -> list[Hit]:
    return [Hit(name.replace("_", " "), cosine) for name, cosine in cosines.items()]


def test_meaning_decides_where_words_say_nothing() -> None:
    ranking = fuse(INDEX, "apa itu?", dense(air_pohon=0.86, kompos_air=0.90), 5)
    assert [one.id for one in ranking.candidates] == ["kompos air", "air pohon"]
    assert ranking.query.terms == ()


def test_words_decide_where_meaning_says_nothing() -> None:
    near = dense(air_pohon=0.85, kompos_sampah=0.85, listrik_energi=0.85)
    assert fuse(INDEX, "kompos sampah", near, 5).candidates[0].id == "kompos sampah"


def test_words_alone_will_do() -> None:
    ranking = fuse(INDEX, "mangrove sungai", [], 3)
    assert set(ranking.candidates[0].id.split()) == {"mangrove", "sungai"}
    assert ranking.floor == 0


def test_a_passage_that_only_words_find_gets_the_lowest_cosine() -> None:
    ranking = fuse(INDEX, "mangrove sungai", dense(air_pohon=0.9, kompos_air=0.8), 50)
    found = {one.id: one for one in ranking.candidates}
    assert found["mangrove sungai"].cosine == pytest.approx(0.8)
    assert ranking.floor == pytest.approx(0.8)


def test_a_vector_without_its_passage_is_left_out() -> None:
    ranking = fuse(INDEX, "pohon", [Hit("gone", 0.99), Hit("air pohon", 0.8)], 10)
    assert "gone" not in {one.id for one in ranking.candidates}


def test_no_question_and_no_vectors_find_nothing() -> None:
    assert fuse(INDEX, "", [], 5).candidates == ()


names = st.sampled_from(INDEX.ids)


@given(
    st.dictionaries(names, st.floats(0.7, 0.95), min_size=1, max_size=20),
    st.lists(st.sampled_from(WORDS), max_size=4),
)
def test_scores_are_the_sum_of_their_halves_and_in_order(cosines: dict[str, float], asked: list[str]) -> None:
    near = [Hit(name, cosine) for name, cosine in cosines.items()]
    candidates = fuse(INDEX, " ".join(asked), near, 200).candidates
    scores = [one.score for one in candidates]
    assert scores == sorted(scores, reverse=True)
    assert cosines.keys() <= {one.id for one in candidates}
    for one in candidates:
        assert one.score == pytest.approx(one.cosine / COSINE_RANGE + one.share, rel=1e-4)
        assert 0 <= one.share < 1
        assert one.held == set(asked) & set(one.id.split())


@given(
    st.dictionaries(names, st.floats(0.7, 0.95), min_size=2, max_size=20),
    st.lists(st.sampled_from(WORDS), max_size=4),
)
def test_what_both_halves_prefer_comes_first(cosines: dict[str, float], asked: list[str]) -> None:
    question = " ".join(asked)
    found = fuse(INDEX, question, [Hit(name, cosine) for name, cosine in cosines.items()], 200).candidates
    for earlier, later in pairwise(found):
        assert not (later.cosine > earlier.cosine and later.share > earlier.share)


def test_the_order_of_the_vectors_does_not_matter() -> None:
    near = dense(air_pohon=0.85, kompos_sampah=0.85, listrik_energi=0.85)
    assert fuse(INDEX, "tanah", near, 9) == fuse(INDEX, "tanah", near[::-1], 9)


def test_the_range_of_cosines_is_best_above_mean() -> None:
    questions = np.eye(2, dtype=np.float32)
    passages = np.array([[1, 0], [0.6, 0.8]], dtype=np.float32)
    assert measured_cosine_range(questions, passages) == pytest.approx(((1 - 0.8) + (0.8 - 0.4)) / 2)
