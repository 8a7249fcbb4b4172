"""The figures that the bars are stated in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.rag.retrieval.evaluation import recall_at, reciprocal_rank


def test_recall_looks_at_the_first_k() -> None:
    assert recall_at(["a", "b", "c"], {"c"}, 3) == 1
    assert recall_at(["a", "b", "c"], {"c"}, 2) == 0
    assert recall_at([], {"c"}, 5) == 0


@pytest.mark.parametrize(("relevant", "expected"), [({"a"}, 1), ({"b"}, 0.5), ({"c", "b"}, 0.5), ({"x"}, 0)])
def test_the_first_relevant_rank_counts(relevant: set[str], expected: float) -> None:
    assert reciprocal_rank(["a", "b", "c"], relevant) == expected


def test_ranks_beyond_ten_are_nothing() -> None:
    assert reciprocal_rank([str(n) for n in range(20)], {"10"}) == 0


@given(st.lists(st.integers(0, 20), unique=True), st.sets(st.integers(0, 20)), st.integers(1, 10))
def test_reciprocal_rank_and_recall_agree(ranking: list[int], relevant: set[int], k: int) -> None:
    names, right = [str(one) for one in ranking], {str(one) for one in relevant}
    assert (reciprocal_rank(names, right, k) > 0) == (recall_at(names, right, k) == 1)
