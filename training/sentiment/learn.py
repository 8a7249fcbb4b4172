"""From labelled texts to a lexicon: read, fit, fold the lists in, and set the scale by the mission's
example.
"""

from collections.abc import Sequence
from math import log

import numpy as np

from ruanghijau.ai.sentiment.analyser import Analyser
from ruanghijau.ai.sentiment.lexicon import OTHER, ROOT, Curve, Lexicon, Weight, assemble, modifiers, reader
from ruanghijau.ai.sentiment.phrases import Phrase, phrases
from ruanghijau.ai.sentiment.roots import root
from training.sentiment.corpus import Corpus
from training.sentiment.features import Vocabulary, features, halves
from training.sentiment.fit import Design, Fitted, Settings, class_weights, fit
from training.sentiment.priors import Priors

BAGUS, EXAMPLE = 0.7, 0.84
"""The scores of "bagus" and of "sangat bagus dan membantu" in the mission: they fix unit and curve."""
_FLOOR = 0.005
_NEGLIGIBLE = 0.03
_DECIMALS = 3


class TextReader:
    """Reads a text into phrases as the analyser will, with a given list of known words."""

    def __init__(self, known: frozenset[str]) -> None:
        self._reader = reader(known)
        self._modifiers = modifiers()

    def __call__(self, text: str) -> list[Phrase]:
        return phrases(self._reader.read(text), self._modifiers)


def learn(corpora: Sequence[Corpus], priors: Priors, read: TextReader, settings: Settings) -> Lexicon:
    """The lexicon learned from the corpora."""
    found = [read(text) for corpus in corpora for text in corpus.texts]
    labels = np.array([label for corpus in corpora for label in corpus.labels])
    counts = class_weights(labels, settings.balance)[labels]
    counts *= np.array([corpus.weight for corpus in corpora for _ in corpus.texts])
    vocabulary = Vocabulary.of(found, priors.fixed)
    cut = [(half, index) for index, whole in enumerate(found) for half in halves(whole)]
    sources = np.array([index for _, index in cut], dtype=int)
    rows = [features(each, vocabulary) for each in [*found, *(half for half, _ in cut)]]
    weights = np.concatenate([counts, settings.halves * counts[sources]])
    ridge = settings.ridge * len(rows) / len(found)
    fitted = fit(
        Design.of(rows, vocabulary, priors),
        np.concatenate([labels, labels[sources]]),
        weights / weights.mean(),
        ridge,
    )
    return scaled(folded(fitted, vocabulary, priors), fitted.base, priors.fixed)


def folded(fitted: Fitted, vocabulary: Vocabulary, priors: Priors) -> dict[str, Weight]:
    """One weight a key: a word's own, its root's and what the lists say of it together."""
    learned = {
        key: Weight(float(fitted.polarity[column]), float(fitted.matter[column]))
        for key, column in vocabulary.columns.items()
    }
    return {key: _together(key, learned, fitted, priors) for key in {*learned, *priors.keys}}


def _together(key: str, learned: dict[str, Weight], fitted: Fitted, priors: Priors) -> Weight:
    parts = [learned.get(key, Weight(0, 0))]
    if " " not in key and not key.startswith(ROOT):
        parts.append(learned.get(ROOT + root(key), Weight(0, 0)))
    return Weight(
        sum(part.polarity for part in parts) + float(fitted.polarity_of_lists @ priors.polarities(key)),
        sum(part.matter for part in parts) + float(fitted.matter_of_lists @ priors.matters(key)),
    )


def scaled(weights: dict[str, Weight], base: float, fixed: dict[str, Weight]) -> Lexicon:
    """The weights in the mission's unit, where "bagus" has 0.7, with the curve that gives its example 0.84.

    Beyond the border the score is 1 - exp(-(polarity - matter) / softness) / 2; both scores of the mission
    are solved for: "bagus" gives the softness, the example the weight of "membantu".
    """
    unit = BAGUS / weights["bagus"].polarity
    softness = (BAGUS - _FLOOR) / -log(2 * (1 - BAGUS))
    membantu = -log(2 * (1 - EXAMPLE)) * softness + _FLOOR - 1.2 * BAGUS
    rows = {key: Weight(unit * weight.polarity, unit * weight.matter) for key, weight in weights.items()}
    rows.update(fixed)
    rows["bagus"] = Weight(BAGUS, -unit * base)
    rows["membantu"] = Weight(membantu, -unit * base)
    kept = {
        key: Weight(round(row.polarity, _DECIMALS), round(row.matter, _DECIMALS))
        for key, row in sorted(rows.items())
        if OTHER in key or key in fixed or max(abs(row.polarity), abs(row.matter)) >= _NEGLIGIBLE
    }
    curve = Curve(round(unit * base, 4), _FLOOR, round(softness, 4), round(1 / unit, 4))
    return assemble(kept, curve)


def predictions(lexicon: Lexicon, texts: Sequence[str]) -> list[str]:
    analyser = Analyser(lexicon)
    return [analyser.analyse(text).sentiment for text in texts]
