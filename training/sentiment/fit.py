"""Fits the two weights of every key: logistic regression over (-polarity, matter, polarity) with a ridge.

The three log-odds of a text are minus its polarity for negative, its matter-of-factness for neutral and its
polarity for positive. That is what the analyser computes, so its borders are exactly where one class becomes
the likeliest.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from training.sentiment.features import Features, Vocabulary
from training.sentiment.priors import Priors

_PRIORS = 3
_TOLERANCE, _MOST_STEPS = 1e-7, 300


@dataclass(frozen=True)
class Settings:
    """Chosen by cross-validation on the training files (choose.py).

    `ridge` holds weights near what the lists say; `balance` is how far rare classes are weighed up (0 not at
    all, 1 to equal shares); `halves` is what half of a text counts.
    """

    ridge: float = 1.5
    balance: float = 0.7
    halves: float = 0.3


@dataclass(frozen=True)
class Fitted:
    """Learned weights by column, the lists' coefficients, and the matter-of-factness of an empty text."""

    polarity: np.ndarray
    matter: np.ndarray
    polarity_of_lists: np.ndarray
    matter_of_lists: np.ndarray
    base: float


@dataclass(frozen=True)
class Design:
    """Texts as matrices: polarity features carry their factor, matter features count once."""

    polarity: sparse.csr_matrix
    matter: sparse.csr_matrix

    @classmethod
    def of(cls, rows: Sequence[Features], vocabulary: Vocabulary, priors: Priors) -> "Design":
        learned = _matrix(rows, vocabulary)
        present = learned.copy()
        present.data = np.ones_like(present.data)
        of_polarity = np.array([_sum([priors.polarities(key) for key in row], row.values()) for row in rows])
        of_matter = np.array([_sum([priors.matters(key) for key in row], [1.0] * len(row)) for row in rows])
        return cls(_beside(learned, of_polarity), _beside(present, of_matter))


def fit(design: Design, labels: np.ndarray, weights: np.ndarray, ridge: float) -> Fitted:
    """The weights that make the labels likeliest, each text counting `weights`."""
    width = design.polarity.shape[1]
    learned = width - _PRIORS
    penalty = np.concatenate([np.full(learned, ridge), np.ones(_PRIORS)])
    targets, shares = np.eye(3)[labels], (weights / weights.mean())[:, None]
    polarity_t, matter_t = design.polarity.T.tocsr(), design.matter.T.tocsr()

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        polarity, matter, base = parameters[:width], parameters[width:-1], parameters[-1]
        odds = design.polarity @ polarity
        logits = np.column_stack([-odds, design.matter @ matter + base, odds])
        logits -= logits.max(axis=1, keepdims=True)
        logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        slope = (np.exp(logs) - targets) * shares
        gradient = np.concatenate([
            polarity_t @ (slope[:, 2] - slope[:, 0]) + penalty * polarity,
            matter_t @ slope[:, 1] + penalty * matter,
            [slope[:, 1].sum()],
        ])  # fmt: skip
        ridge_loss = 0.5 * (penalty @ (polarity**2) + penalty @ (matter**2))
        return float(-(shares * targets * logs).sum() + ridge_loss), gradient

    options = {"maxiter": _MOST_STEPS, "ftol": _TOLERANCE}
    best = minimize(loss, np.zeros(2 * width + 1), jac=True, method="L-BFGS-B", options=options).x
    polarity, matter = best[:width], best[width:-1]
    return Fitted(polarity[:learned], matter[:learned], polarity[learned:], matter[learned:], float(best[-1]))


def class_weights(labels: np.ndarray, balance: float) -> np.ndarray:
    """What a text of each class counts."""
    counts = np.bincount(labels, minlength=3)
    return (len(labels) / (3 * counts)) ** balance


def _matrix(rows: Sequence[Features], vocabulary: Vocabulary) -> sparse.csr_matrix:
    columns = vocabulary.columns
    starts, at, values = [0], array("i"), array("d")
    for row in rows:
        known = [(columns[key], factor) for key, factor in row.items() if key in columns]
        at.extend(column for column, _ in known)
        values.extend(factor for _, factor in known)
        starts.append(len(at))
    shape = (len(rows), len(columns))
    return sparse.csr_matrix((np.frombuffer(values), np.frombuffer(at, dtype=np.int32), starts), shape=shape)


def _sum(values: list[tuple[float, float, float]], factors: Iterable[float]) -> tuple[float, ...]:
    """The lists' values of one text, each times its factor."""
    totals = [0.0] * _PRIORS
    for factor, triple in zip(factors, values, strict=True):
        if any(triple):
            totals = [total + factor * value for total, value in zip(totals, triple, strict=True)]
    return tuple(totals)


def _beside(learned: sparse.csr_matrix, of_lists: np.ndarray) -> sparse.csr_matrix:
    return sparse.hstack([learned, sparse.csr_matrix(of_lists)]).tocsr()
