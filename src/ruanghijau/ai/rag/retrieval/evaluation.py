"""How well a ranking finds what it should: the figures that the project's bars are stated in."""

from collections.abc import Collection, Sequence


def recall_at(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """1 if any relevant id is among the first `k`, else 0; averaged over questions this is Recall@k."""
    return float(any(found in relevant for found in ranking[:k]))


def reciprocal_rank(ranking: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """1 / the rank of the first relevant id among the first `k`, else 0; averaged over questions this is
    MRR@k.
    """
    return next((1 / rank for rank, found in enumerate(ranking[:k], 1) if found in relevant), 0.0)
