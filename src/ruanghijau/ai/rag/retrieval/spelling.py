"""Misspelled words of a question, put right by the words that the index has.

A word is corrected only if neither the index nor the dictionary of roots knows it and if it has no digit:
"kompsoter" becomes "komposter", but "emas" stays although the index may have "gemas", and a law's number is
never touched.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ruanghijau.ai.rag.retrieval.stems import is_root, stem
from ruanghijau.ai.rag.retrieval.words import STOP_WORDS, is_number

LONGEST_VOCABULARY = 50_000
"""Words that a correction may lead to: the most frequent ones, where a misspelling most likely belongs."""

TRUST = {0: 1.0, 1: 0.8, 2: 0.6}
"""What a corrected word counts by its number of edits, so that a literal match always counts more."""

_SHORTEST = 4  # letters; three letters have too many neighbours to guess
_LONGEST = 32  # letters; what is longer is no word
_LONG = 8  # letters from which two edits are allowed, as one in four
_SHORTEST_HALF = 4  # letters of each word when two were written as one
_LETTERS = 27  # a to z, and one for all others

Counts = NDArray[np.int8]


class Spelling:
    """The words of an index by frequency, and the nearest of them to a misspelled one."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        words = [word for word in {*frequencies, *STOP_WORDS} if _is_word(word)]
        words.sort(key=lambda word: (-frequencies.get(word, 0), word))
        del words[LONGEST_VOCABULARY:]
        self._words: Sequence[str] = words
        self._known = frozenset(words)
        self._letters = np.array([_letter_counts(word) for word in words], dtype=np.int8).reshape(
            -1, _LETTERS
        )

    def corrected(self, word: str) -> list[tuple[str, float]]:
        """What a word that the index lacks was meant to be, with the trust in it; nothing if it stays."""
        if not _is_word(word) or is_root(word) or is_root(stem(word)):
            return []
        if halves := self._halves(word):
            return [(half, TRUST[1]) for half in halves]
        nearest = self._nearest(word, 2 if len(word) >= _LONG else 1)
        return [nearest] if nearest else []

    def _halves(self, word: str) -> tuple[str, str] | None:
        """Two words written as one: "banksampah"."""
        for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
            if word[:at] in self._known and word[at:] in self._known:
                return word[:at], word[at:]
        return None

    def _nearest(self, word: str, most: int) -> tuple[str, float] | None:
        """The word with the fewest edits, among equals the most frequent."""
        distances = ((edit_distance(word, self._words[at], most), at) for at in self._candidates(word, most))
        edits, at = min(distances, default=(most + 1, 0))
        return (self._words[at], TRUST[edits]) if edits <= most else None

    def _candidates(self, word: str, most: int) -> list[int]:
        """Words that start alike and whose letters differ by what the edits can change: each at most two
        counts.
        """
        letters = np.array(_letter_counts(word), dtype=np.int8)
        apart = np.abs(self._letters - letters).sum(axis=1, dtype=np.int16)
        return [at for at in np.flatnonzero(apart <= 2 * most).tolist() if self._words[at][0] == word[0]]


def edit_distance(one: str, other: str, most: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours from one word to the other; `most` + 1
    if more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _is_word(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and not is_number(word)


def _letter_counts(word: str) -> list[int]:
    counts = [0] * _LETTERS
    for letter in word:
        counts[ord(letter) - 97 if "a" <= letter <= "z" else _LETTERS - 1] += 1
    return counts
