"""Saying "I don't know"."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval import (
    Evidence,
    Hit,
    LexicalIndex,
    Passage,
    Scope,
    evidence,
    fuse,
    load_confidence,
)

CONFIDENCE = load_confidence()
values = st.floats(-1, 1)


@given(values, values, values, st.floats(0.001, 0.5))
def test_more_evidence_never_makes_less_sure(
    cosine: float, coverage: float, scope: float, more: float
) -> None:
    less = CONFIDENCE(Evidence(cosine, coverage, scope))
    assert 0 <= less <= 1
    assert CONFIDENCE(Evidence(cosine + more, coverage, scope)) >= less
    assert CONFIDENCE(Evidence(cosine, coverage + more, scope)) >= less
    assert CONFIDENCE(Evidence(cosine, coverage, scope + more)) >= less


def test_clear_cases_are_clear() -> None:
    assert CONFIDENCE.answers(Evidence(cosine=0.90, coverage=0.9, scope=0.06))
    assert not CONFIDENCE.answers(Evidence(cosine=0.84, coverage=0.2, scope=-0.06))


def test_the_missing_word_is_seen() -> None:
    index = LexicalIndex(
        [Passage("1", "Harga bibit", "Harga bibit pohon"), Passage("2", "", "Sungai bersih")]
    )
    near = [Hit("1", 0.86), Hit("2", 0.80)]
    known = evidence(fuse(index, "harga bibit pohon", near, 5), 0.0)
    missing = evidence(fuse(index, "harga emas antam", near, 5), 0.0)
    assert known.coverage == pytest.approx(1)
    assert missing.coverage < 0.5


def test_what_one_passage_lacks_another_of_its_document_may_have() -> None:
    parts = [
        Passage("1", "", "Harga bibit", "bibit"),
        Passage("2", "", "Pohon emas", "bibit"),
        Passage("3", "", "Air"),
    ]
    near = [Hit("1", 0.9), Hit("2", 0.8), Hit("3", 0.7)]
    judged = evidence(fuse(LexicalIndex(parts), "harga bibit emas", near), 0.0)
    assert judged.coverage == pytest.approx(1)


def test_nothing_found_is_no_evidence() -> None:
    assert evidence(fuse(LexicalIndex([]), "kompos", [], 5), 0.1) == Evidence(0.0, 0.0, 0.1)


def test_scope_leans_to_the_nearer_questions() -> None:
    inside = np.array([[1, 0], [0.8, 0.6]], dtype=np.float32)
    scope = Scope(inside, np.array([[0, 1]], dtype=np.float32))
    assert scope.lead(np.array([1, 0], dtype=np.float32)) > 0
    assert scope.lead(np.array([0, 1], dtype=np.float32)) < 0


def test_scope_without_questions_says_nothing() -> None:
    empty = np.empty((0, 2), dtype=np.float32)
    assert Scope(empty, empty).lead(np.array([1, 0], dtype=np.float32)) == 0
