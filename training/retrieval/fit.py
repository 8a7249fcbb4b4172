"""Learns the weights of the confidence from questions that the knowledge base can and cannot answer.

An answerable question is judged without any question-answer pair, and without the title, of its own article:
as a person's question is, in other words than ours. An unanswerable one is judged without itself among the
questions outside. Features are measured by the code that runs in production.
"""

from collections.abc import Set
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from ruanghijau.ai.rag.retrieval import (
    POOL,
    Confidence,
    Evidence,
    Hit,
    LexicalIndex,
    Passage,
    Ranking,
    Scope,
    evidence,
    fuse,
)
from ruanghijau.ai.rag.retrieval.bm25 import best
from training.retrieval.knowledge import Question
from training.retrieval.vectors import Vectors

FOLDS = 5
LEAST_ANSWERED = 0.99
"""The threshold lets this share of held-out answerable questions pass; people's own wording loses more."""


@dataclass(frozen=True)
class Base:
    """A knowledge base, searchable both ways."""

    index: LexicalIndex
    vectors: Vectors

    @classmethod
    def of(cls, passages: list[Passage], vectors: Vectors) -> "Base":
        return cls(LexicalIndex(passages), vectors)

    def nearest(self, question: Vectors) -> list[Hit]:
        cosines = self.vectors @ question
        return [Hit(self.index.ids[at], float(cosines[at])) for at in best(cosines, POOL)]

    def ranking(self, question: str, vector: Vectors) -> Ranking:
        return fuse(self.index, question, self.nearest(vector))


@dataclass(frozen=True)
class Material:
    """Sections and pairs with their vectors, and the questions to learn from."""

    sections: list[Passage]
    section_vectors: Vectors
    pairs: list[Passage]
    pair_vectors: Vectors
    questions: list[Question]
    question_vectors: Vectors
    titles: list[Question]
    title_vectors: Vectors
    outside: list[str]
    outside_vectors: Vectors

    def base(self, kept: NDArray[np.bool_] | None = None) -> Base:
        keep = np.ones(len(self.pairs), dtype=bool) if kept is None else kept
        pairs = [pair for pair, wanted in zip(self.pairs, keep, strict=True) if wanted]
        return Base.of([*self.sections, *pairs], np.vstack([self.section_vectors, self.pair_vectors[keep]]))

    def scope(self, without: Set[str] = frozenset(), outside: Vectors | None = None) -> Scope:
        """Pairs' questions and titles, but those of some articles, against the questions outside."""
        inside = [*self.questions, *self.titles]
        kept = [question.answers[0] not in without for question in inside]
        vectors = np.vstack([self.question_vectors, self.title_vectors])
        return Scope(vectors[kept], self.outside_vectors if outside is None else outside)


def learn(material: Material, embedder: str) -> Confidence:
    """The confidence that separates the material's questions best, both kinds counting the same."""
    answerable, unanswerable = _answerable(material), _unanswerable(material)
    features = np.array([astuple(one) for one in (*answerable, *unanswerable)])
    labels = np.array([1] * len(answerable) + [0] * len(unanswerable))
    scaler = StandardScaler().fit(features)
    model = LogisticRegression(class_weight="balanced").fit(scaler.transform(features), labels)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    probabilities = model.predict_proba(scaler.transform(features))[:, 1]
    threshold = float(np.quantile(probabilities[labels == 1], 1 - LEAST_ANSWERED))
    return Confidence(
        embedder, tuple(round(float(one), 4) for one in weights), round(bias, 4), round(threshold, 3)
    )


def _answerable(material: Material) -> list[Evidence]:
    articles = sorted({question.answers[0] for question in material.questions})
    return [one for fold in range(FOLDS) for one in _fold(material, set(articles[fold::FOLDS]))]


def _fold(material: Material, held_out: set[str]) -> list[Evidence]:
    asked = np.array([question.answers[0] in held_out for question in material.questions])
    base, scope = material.base(~asked), material.scope(held_out)
    return [
        judged(base, scope, material.questions[at].text, material.question_vectors[at])
        for at in np.flatnonzero(asked)
    ]


def _unanswerable(material: Material) -> list[Evidence]:
    base = material.base()
    others = [np.delete(material.outside_vectors, at, axis=0) for at in range(len(material.outside))]
    return [
        judged(base, material.scope(outside=rest), text, vector)
        for text, vector, rest in zip(material.outside, material.outside_vectors, others, strict=True)
    ]


def judged(base: Base, scope: Scope, text: str, vector: Vectors) -> Evidence:
    """The evidence for one question, as at run time."""
    return evidence(base.ranking(text, vector), scope.lead(vector))
