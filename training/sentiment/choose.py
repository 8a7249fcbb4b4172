"""Chooses the settings by cross-validation on the training files alone; near-duplicates stay in one fold.

Beside the plain macro-F1 it reports the one under other class shares than the training texts have, for
feedback will have others: neutral texts are a tenth of SmSA.
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.model_selection import StratifiedGroupKFold

from training.sentiment.corpus import LABELS, Corpus
from training.sentiment.fit import Settings
from training.sentiment.learn import TextReader, learn, predictions
from training.sentiment.priors import Priors

GRID = {"ridge": (0.7, 1.5, 3.0), "balance": (0.7, 1.0), "halves": (0.0, 0.3)}
OTHER_SHARES = np.array([0.4, 0.2, 0.4])
_FOLDS, _SEED, _BATCH = 3, 1, 500
_NEAR_DUPLICATE = 0.5
"""Cosine of character 3- to 5-grams from which two texts count as one, as in the data's SOURCES.md."""


def choose(
    corpora: Sequence[Corpus], priors: Priors, read: TextReader
) -> Iterator[tuple[Settings, list[float]]]:
    """Every setting of the grid with, for each corpus, its macro-F1 plain and under other class shares."""
    texts = [text for corpus in corpora for text in corpus.texts]
    labels = np.array([label for corpus in corpora for label in corpus.labels])
    of = np.concatenate([np.full(len(corpus), index) for index, corpus in enumerate(corpora)])
    folds = list(
        StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=_SEED).split(texts, labels, _groups(texts))
    )
    for values in product(*GRID.values()):
        settings = Settings(**dict(zip(GRID, values, strict=True)))
        guesses = np.empty_like(labels)
        for train, held_out in folds:
            kept = [
                _subset(corpus, np.flatnonzero(of == index), train) for index, corpus in enumerate(corpora)
            ]
            lexicon = learn(kept, priors, read, settings)
            said = predictions(lexicon, [texts[index] for index in held_out])
            guesses[held_out] = [LABELS.index(label) for label in said]
        yield (
            settings,
            [f1 for index in range(len(corpora)) for f1 in _f1s(labels[of == index], guesses[of == index])],
        )


def _subset(corpus: Corpus, positions: np.ndarray, kept: np.ndarray) -> Corpus:
    here = np.flatnonzero(np.isin(positions, kept))
    return Corpus([corpus.texts[i] for i in here], [corpus.labels[i] for i in here], corpus.weight)


def _groups(texts: Sequence[str]) -> np.ndarray:
    vectors = TfidfVectorizer(
        analyzer="char", ngram_range=(3, 5), min_df=2, max_features=200_000
    ).fit_transform(texts)
    near = sparse.vstack([
        (vectors[start : start + _BATCH] @ vectors.T >= _NEAR_DUPLICATE).tocsr()
        for start in range(0, len(texts), _BATCH)
    ])  # fmt: skip
    return connected_components(near, directed=False)[1]


def _f1s(labels: np.ndarray, guesses: np.ndarray) -> tuple[float, float]:
    table = confusion_matrix(labels, guesses, labels=[0, 1, 2], normalize="true") * OTHER_SHARES[:, None]
    shifted = np.mean(2 * np.diag(table) / (table.sum(axis=0) + table.sum(axis=1)))
    return float(f1_score(labels, guesses, average="macro")), float(shifted)
