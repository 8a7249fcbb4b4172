"""An answer out of the passages' own sentences: what comes when no model can run, and what takes the place of
a sentence that a model got wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ruanghijau.ai.rag.answering.sentences import Sentence, sentences
from ruanghijau.ai.rag.retrieval.query import Query
from ruanghijau.ai.rag.retrieval.words import terms

MOST_CHARACTERS = 600
"""Of an answer: about a minute of reading, and what fits on a phone without scrolling far."""
_LEAST_GAIN = 0.25
"""A second passage is quoted when it holds at least this share of the question that the first lacks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved passage. `heading` stands above the text and counts as said; `text` is Markdown."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the answer, and which of the passages it is from."""

    text: str
    source: int
    step: int = 0
    numbered: bool = False


def extract(query: Query, passages: Sequence[Passage], characters: int = MOST_CHARACTERS) -> list[Quote]:
    """The stretch of the first passage that answers most of the question, and of the second what it adds.

    Stretches are whole sentences in their order, and a list comes with what introduces it. Empty where
    there is no passage.
    """
    if not passages:
        return []
    importance = {term.term: term.importance for term in query.terms}
    first = _stretch(importance, passages[0], characters)
    quotes = [Quote(one.text, 0, one.step, one.numbered) for one in first]
    told = set(terms(" ".join([passages[0].heading, *(one.text for one in first)])))
    lacking = {term: weight for term, weight in importance.items() if term not in told}
    left = characters - sum(len(one.text) for one in first)
    for at, passage in enumerate(passages[1:3], start=1):
        more = _best_sentence(lacking, passage, left)
        if more and sum(lacking[term] for term in _held(more, lacking)) >= _LEAST_GAIN * query.importance:
            return [*quotes, Quote(more.text, at)]
    return quotes


def _stretch(importance: dict[str, float], passage: Passage, characters: int) -> list[Sentence]:
    known = sentences(passage.text)
    above = set(terms(passage.heading))
    wanted = {term: weight for term, weight in importance.items() if term not in above}
    spans = list(_spans(known, characters))
    if not spans:
        return known[:1]

    def worth(span: range) -> tuple[float, bool, int]:
        held = {term for at in span for term in _held(known[at], wanted)}
        opens = bool(_held(known[span.start], importance))
        return round(sum(wanted[term] for term in held), 6), opens, -span.start

    best = max(spans, key=worth)
    first = known[best.start]
    if first.numbered and first.step > 1:  # steps are told from the first one on
        start = best.start - first.step + 1
        best = next(span for span in spans if span.start == start)
    return _with_lead(known, best)


def _spans(known: Sequence[Sentence], characters: int) -> Iterator[range]:
    """For each start, the longest run of sentences that fits; one that is too long by itself fits alone."""
    for start in range(len(known)):
        lengths = accumulate(len(one.text) + 1 for one in known[start:])
        fitting = sum(1 for length in lengths if length <= characters)
        yield range(start, start + max(1, fitting))


def _with_lead(known: Sequence[Sentence], span: range) -> list[Sentence]:
    chosen = list(known[span.start : span.stop])
    lead = chosen[0].lead if chosen[0].step else ""
    return [Sentence(lead), *chosen] if lead else chosen


def _best_sentence(lacking: dict[str, float], passage: Passage, characters: int) -> Sentence | None:
    fitting = [one for one in sentences(passage.text) if len(one.text) <= characters and not one.step]
    return max(fitting, key=lambda one: sum(lacking[term] for term in _held(one, lacking)), default=None)


def _held(one: Sentence, wanted: dict[str, float]) -> set[str]:
    return wanted.keys() & set(terms(one.text))
