"""The figures of retrieval: BM25, the embedder, reciprocal rank fusion for comparison, and the fusion in
use.
"""

from collections.abc import Callable, Sequence
from statistics import mean

from ruanghijau.ai.rag.retrieval import Confidence, Scope
from ruanghijau.ai.rag.retrieval.evaluation import recall_at, reciprocal_rank
from training.retrieval.fit import Base, judged
from training.retrieval.knowledge import Question
from training.retrieval.vectors import Vectors

_FOUND = 30
_RRF_K = 60

Group = Callable[[str], str]


def table(base: Base, questions: Sequence[Question], vectors: Vectors, group: Group) -> list[str]:
    """One line for each way of ranking: Recall@1, Recall@5 and MRR@10 of groups (articles, or passages
    themselves).
    """
    rankings: dict[str, list[list[str]]] = {"BM25": [], "dense": [], "RRF (k=60)": [], "fused": []}
    for question, vector in zip(questions, vectors, strict=True):
        lexical = [hit.id for hit in base.index.search(question.text, _FOUND)]
        dense = [hit.id for hit in base.nearest(vector)]
        rankings["BM25"].append(lexical)
        rankings["dense"].append(dense)
        rankings["RRF (k=60)"].append(_reciprocal(lexical, dense))
        rankings["fused"].append([one.id for one in base.ranking(question.text, vector).candidates])
    return [_line(name, found, questions, group) for name, found in rankings.items()]


def refusals(
    base: Base, scope: Scope, confidence: Confidence, questions: Sequence[Question], vectors: Vectors
) -> str:
    """Which share of the unanswerable questions is refused, and which share of the answerable ones by
    mistake.
    """
    passed: dict[bool, list[bool]] = {True: [], False: []}
    for question, vector in zip(questions, vectors, strict=True):
        evidence = judged(base, scope, question.text, vector)
        passed[bool(question.answers)].append(confidence.answers(evidence))
    return (
        f"unanswerable refused {1 - mean(passed[False]):.3f}  answerable refused {1 - mean(passed[True]):.3f}"
    )


def _line(name: str, rankings: list[list[str]], questions: Sequence[Question], group: Group) -> str:
    found = [list(dict.fromkeys(map(group, ranking))) for ranking in rankings]
    rows = list(zip(found, (question.answers for question in questions), strict=True))
    first, fifth = (mean(recall_at(ids, right, k) for ids, right in rows) for k in (1, 5))
    mrr = mean(reciprocal_rank(ids, right) for ids, right in rows)
    return f"{name:11} R@1 {first:.3f}  R@5 {fifth:.3f}  MRR@10 {mrr:.3f}"


def _reciprocal(*rankings: list[str]) -> list[str]:
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, found in enumerate(ranking, 1):
            scores[found] = scores.get(found, 0.0) + 1 / (_RRF_K + rank)
    return sorted(scores, key=lambda found: -scores[found])
