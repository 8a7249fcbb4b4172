"""How likely it is that the knowledge base can answer a question, so that the bot can say that it does not
know.

The embedder's cosines alone do not tell: a right passage has 0.89, the best wrong one 0.86. Three things
are weighed:

- `cosine` of the best passage with the question;
- `coverage`: which share of the question's words, weighed by rarity, stand in the document that it is from
  ("harga emas" may be near to a passage on prices, but "emas" is missing);
- `scope`: whether the question is nearer to questions that the knowledge base answers than to everyday
  questions that it does not (news, prices, recipes, other people's addresses).

`python -m training.retrieval` learns the weights, for one embedder, into confidence.json.
"""

import json
from dataclasses import astuple, dataclass
from importlib.resources import files
from math import exp

import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval.fusion import Ranking

NEAREST = 3
"""Questions of either kind that are averaged: one alone may be near by chance of its wording."""

Vectors = NDArray[np.float32]


class Scope:
    """Questions inside and outside the knowledge base, as vectors of length 1, one a row."""

    def __init__(self, inside: Vectors, outside: Vectors) -> None:
        self._inside = inside
        self._outside = outside

    def lead(self, question: Vectors) -> float:
        """By how much the question is nearer to those inside than to those outside; a difference of
        cosines.
        """
        return _nearness(self._inside, question) - _nearness(self._outside, question)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the confidence rests on. The order of the fields is that of the weights."""

    cosine: float
    coverage: float
    scope: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic regression over the evidence, and from which probability on an answer should be given."""

    embedder: str
    weights: tuple[float, ...]
    bias: float
    threshold: float

    def __call__(self, evidence: Evidence) -> float:
        """The probability, 0 to 1, that the knowledge base can answer."""
        total = self.bias + sum(
            weight * value for weight, value in zip(self.weights, astuple(evidence), strict=True)
        )
        return 1 / (1 + exp(-total)) if total > -500 else 0.0

    def answers(self, evidence: Evidence) -> bool:
        return self(evidence) >= self.threshold


def evidence(ranking: Ranking, scope: float) -> Evidence:
    """The evidence for the first candidate's document; `scope` comes from `Scope.lead`."""
    if not ranking.candidates:
        return Evidence(0.0, 0.0, scope)
    first = ranking.candidates[0]
    held = [one.held for one in ranking.candidates if one.document == first.document]
    return Evidence(first.cosine, ranking.query.coverage(frozenset().union(*held)), scope)


def load_confidence() -> Confidence:
    """The weights that were learned for the embedder named in them."""
    text = files("ruanghijau.ai.rag.retrieval").joinpath("confidence.json").read_text(encoding="utf-8")
    learned = json.loads(text)
    return Confidence(
        learned["embedder"], tuple(learned["weights"].values()), learned["bias"], learned["threshold"]
    )


def _nearness(questions: Vectors, question: Vectors) -> float:
    if not len(questions):
        return 0.0
    cosines = questions @ question
    return float(np.sort(cosines)[-NEAREST:].mean())
