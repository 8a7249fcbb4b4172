"""Steps 2 to 4 before any weight: which words stand under a negation, an intensifier, "tapi" or a question.

The walk is the same when weights are learned and when they are used, so a weight means the same in both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ruanghijau.ai.sentiment.modifiers import Modifiers
from ruanghijau.ai.sentiment.words import Word

QUESTION = 0.7
"""What a feeling counts in a question: "bagus?" asks, "bagus" tells."""
_REACH = 4
"""Words over which a negation looks for what it negates: "tidak akan pernah ada yang ..."."""


@dataclass(slots=True)
class Phrase:
    """A word with what bears on it. `key` is what is looked up: the form, after its negator if it has one."""

    surface: str
    form: str
    negator: str | None = None
    factor: float = 1.0
    applied: list[str] = field(default_factory=list)
    starts_clause: bool = False
    carried: bool = False
    """Whether the negation reached it through a light word before it: "login" in "tidak bisa login"."""

    @property
    def key(self) -> str:
        return f"{self.negator} {self.form}" if self.negator else self.form

    def after(self, other: "Phrase") -> str:
        """The key of the expression that `other` and this one make."""
        return f"{other.key} {self.form if self.carried else self.key}"

    def multiply(self, factor: float, why: str) -> None:
        self.factor *= factor
        self.applied.append(f"{why} x{factor:g}")


def phrases(words: Sequence[Word], modifiers: Modifiers) -> list[Phrase]:
    """The phrases of a text in its order, sentence by sentence."""
    return [phrase for sentence in _sentences(words) for phrase in _Sentence(sentence, modifiers).phrases()]


def _sentences(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    start = 0
    for index, word in enumerate(words):
        if word.ends_sentence:
            yield words[start : index + 1]
            start = index + 1
    yield words[start:]


class _Sentence:
    """One sentence on its walk: what was found so far, and what waits for the next word."""

    def __init__(self, words: Sequence[Word], modifiers: Modifiers) -> None:
        self._words = words
        self._modifiers = modifiers
        self._found: list[Phrase] = []
        self._negator: Word | None = None
        self._reach = 0
        self._boosts: list[tuple[str, float]] = []
        self._clause_factor: tuple[str, float] | None = None
        self._new_clause = True

    def phrases(self) -> list[Phrase]:
        for word in self._words:
            self._step(word)
        self._flush_negator()
        if self._words and self._words[-1].form == "?":
            for phrase in self._found:
                phrase.multiply(QUESTION, "?")
        return self._found

    def _step(self, word: Word) -> None:
        modifiers = self._modifiers
        if word.ends_clause:
            self._end_clause(word)
        elif word.form in modifiers.negators or word.form in modifiers.diminishers:
            self._flush_negator()
            self._negator, self._reach = word, _REACH
        elif word.form in modifiers.before:
            self._boosts.append((word.form, modifiers.before[word.form]))
        elif word.form in modifiers.after and self._found and not self._new_clause:
            self._found[-1].multiply(modifiers.after[word.form], word.form)
            self._found[-1].surface += f" {word.surface}"
        else:
            self._turn(word)
            self._add(word)

    def _turn(self, word: Word) -> None:
        if (factor := self._modifiers.contrasts.get(word.form)) is not None:
            for phrase in self._found:
                phrase.multiply(round(2 - factor, 2), f"before {word.form}")
            self._flush_negator()
            self._clause_factor, self._new_clause = (word.form, factor), True
        elif (factor := self._modifiers.concessions.get(word.form)) is not None:
            self._flush_negator()
            self._clause_factor, self._new_clause = (word.form, factor), True

    def _add(self, word: Word) -> None:
        phrase = Phrase(word.surface, word.form, starts_clause=self._new_clause)
        self._new_clause = False
        if self._negator is not None:
            phrase.negator = self._modifiers.canonical(self._negator.form)
            phrase.carried = self._reach < _REACH
            if not phrase.carried:
                phrase.surface = f"{self._negator.surface} {word.surface}"
            phrase.applied.append(f"negation {self._negator.form}")
            self._reach -= 1
            if word.form not in self._modifiers.light or not self._reach:
                self._negator = None
        for why, factor in self._boosts:
            phrase.multiply(factor, why)
        self._boosts.clear()
        if self._clause_factor is not None:
            phrase.multiply(self._clause_factor[1], self._clause_factor[0])
        self._found.append(phrase)

    def _end_clause(self, word: Word) -> None:
        self._flush_negator()
        self._boosts.clear()
        self._new_clause = True
        if self._clause_factor and self._clause_factor[0] in self._modifiers.concessions:
            self._clause_factor = None
        if word.form in {"!", "?"}:
            self._found.append(Phrase(word.surface, word.form, starts_clause=True))

    def _flush_negator(self) -> None:
        """A negation that found nothing to negate ("tidak.") stands as a word of its own."""
        if self._negator is not None and self._reach == _REACH:
            self._found.append(Phrase(self._negator.surface, self._modifiers.canonical(self._negator.form)))
        self._negator = None
