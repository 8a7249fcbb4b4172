"""Whether a sentence is supported by what was retrieved: the check that every sentence of an answer passes.

A sentence is held against each retrieved sentence and each two that follow one another, so that a number
cannot be borrowed from another paragraph. It is supported where one such window

- holds every fact of the sentence (see `facts`),
- holds its other words, by root, but for one in ten, and
- says yes where it says yes and no where it says no.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ruanghijau.ai.rag.answering.facts import facts, is_of_a_figure
from ruanghijau.ai.rag.answering.sentences import sentences
from ruanghijau.ai.rag.retrieval.words import read, term_of

LEAST_COVERAGE = 0.9
"""Share of a sentence's words that its window must hold: all of up to nine, for one verb in the place of
another turns an advice around ("abaikan" for "hapus"). Words that carry no subject are free.
"""

_NEGATIONS = frozenset(
    {"tidak", "bukan", "jangan", "tanpa", "belum", "larang", "hindar", "kecuali", "kurang", "tak", "salah"}
)


@dataclass(frozen=True, slots=True)
class Window:
    """One or two sentences of a passage, read for comparison. `source` is the passage's place among those
    retrieved.
    """

    source: int
    text: str
    facts: frozenset[str]
    words: frozenset[str]
    negated: bool

    @classmethod
    def of(cls, source: int, text: str) -> "Window":
        return cls(source, text, facts(text), _words(text), _negated(text))


@dataclass(frozen=True, slots=True)
class Verdict:
    """`source` is the passage that supports the sentence, None where none does; `why` then says what is
    missing: a fact, "words" or "negation".
    """

    source: int | None
    coverage: float
    why: str = ""

    @property
    def supported(self) -> bool:
        return self.source is not None


class Verifier:
    """Checks sentences against passages; made once for an answer."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._windows = [window for at, passage in enumerate(passages) for window in _windows(at, passage)]

    def check(self, sentence: str) -> Verdict:
        """The verdict on one sentence. A sentence without any content is not supported."""
        claimed, words, negated = facts(sentence), _words(sentence), _negated(sentence)
        if not words and not claimed:
            return Verdict(None, 0.0, "words")
        near = sorted(self._windows, key=lambda window: -_coverage(words, window))
        reason = "words"
        for window in near:
            coverage = _coverage(words, window)
            if coverage < LEAST_COVERAGE:
                break
            if lacking := claimed - window.facts:
                reason = min(lacking)
            elif negated != window.negated:
                reason = "negation"
            else:
                return Verdict(window.source, coverage)
        return Verdict(None, _coverage(words, near[0]) if near else 0.0, reason)


def _windows(source: int, passage: str) -> Iterable[Window]:
    known = sentences(passage)
    for at, one in enumerate(known):
        yield Window.of(source, one.text)
        if one.lead:
            yield Window.of(source, f"{one.lead} {one.text}")
        if at + 1 < len(known):
            yield Window.of(source, f"{one.text} {known[at + 1].text}")


def _coverage(words: frozenset[str], window: Window) -> float:
    return len(words & window.words) / len(words) if words else 1.0


def _words(text: str) -> frozenset[str]:
    """Roots of the words that say something; figures are facts and are compared as such, units included."""
    terms = (term_of(word) for word in read(text) if not is_of_a_figure(word))
    return frozenset(term for term in terms if term and not any(sign.isdigit() for sign in term))


def _negated(text: str) -> bool:
    return not _NEGATIONS.isdisjoint({*read(text), *_words(text)})
