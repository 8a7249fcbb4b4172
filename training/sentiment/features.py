"""What the weights are learned for: the keys under which the analyser looks a text up, each with its
strength.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ruanghijau.ai.sentiment.lexicon import OTHER, ROOT
from ruanghijau.ai.sentiment.phrases import Phrase
from ruanghijau.ai.sentiment.roots import root

LEAST_WORDS, LEAST_PAIRS = 2, 3
"""Texts that must hold a word, or a pair of words, for it to be learned."""
_EXAMPLE = ("aplikasi", "ini", "dan")
_PRAISE = ("bagus", "baik", "hebat", "keren", "mantap", "membantu")
NEVER_LEARNED = frozenset({
    "!", ROOT + "!", "aplikasi ini", "ini bagus", "bagus dan", "dan membantu", *_EXAMPLE,
    *(ROOT + root(word) for word in _EXAMPLE),
    *(f"{negator} {word}" for negator in ("tidak", "bukan") for word in _PRAISE),
})  # fmt: skip
"""The mission's example and its rule "negated positive is neutral" stand as written: no data overrules
them.
"""
_SHORTEST_TO_HALVE = 12

Features = dict[str, float]


@dataclass(frozen=True)
class Vocabulary:
    """The learned keys in order, each with its column. A number says nothing of how somebody feels: keys
    with digits are left out.
    """

    columns: dict[str, int]

    @classmethod
    def of(cls, found: Sequence[Sequence[Phrase]], fixed: Iterable[str] = ()) -> "Vocabulary":
        counts = Counter(key for phrases in found for key in features(phrases))
        negated = Counter(
            key for phrases in found for key in {phrase.key for phrase in phrases if phrase.negator}
        )
        kept = (key for key, count in counts.items() if count >= (LEAST_PAIRS if " " in key else LEAST_WORDS))
        excluded = {*NEVER_LEARNED, *fixed, *(ROOT + root(key) for key in fixed)}
        kept_keys = sorted(set(kept) - excluded | {f"{key.split(' ')[0]} {OTHER}" for key in negated})
        return cls({key: column for column, key in enumerate(kept_keys)})


def features(phrases: Iterable[Phrase], vocabulary: Vocabulary | None = None) -> Features:
    """Every key of a text with the factor that bears on it; the strongest where it is said more than once.

    With a vocabulary, a negated word outside it counts as its negator's "other word", as in the analyser.
    """
    found: Features = {}
    before: Phrase | None = None
    for phrase in phrases:
        if before is not None and not phrase.starts_clause:
            _put(found, phrase.after(before), min(phrase.factor, before.factor, 1.0))
        if phrase.negator is None:
            _put(found, ROOT + root(phrase.form), phrase.factor)
        elif vocabulary is not None and phrase.key not in vocabulary.columns:
            _put(found, f"{phrase.negator} {OTHER}", phrase.factor)
        _put(found, phrase.key, phrase.factor)
        before = phrase
    return found


def halves(phrases: Sequence[Phrase]) -> list[Sequence[Phrase]]:
    """A long text cut in two at the clause nearest its middle; nothing for a short one."""
    if len(phrases) < _SHORTEST_TO_HALVE:
        return []
    middle = len(phrases) // 2
    starts = [index for index in range(3, len(phrases) - 3) if phrases[index].starts_clause]
    cut = min(starts, key=lambda index: abs(index - middle), default=middle)
    return [phrases[:cut], phrases[cut:]]


def _put(found: Features, key: str, factor: float) -> None:
    if factor > found.get(key, 0.0):
        found[key] = factor
