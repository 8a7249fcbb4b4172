"""An answer, sentence by sentence, each with the passage that supports it.

The passages' own sentences are chosen first, so there is an answer before any model has said a word. A model
may then say them more fluently. Each sentence that it finishes is checked against the passages: one that
holds is said, and the quotes that it covers are done with; one that does not hold is dropped, and the next
quote is said in its place. In the end the quotes that nobody has said are said. So whatever the model does,
the answer is complete, in order, and supported.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from ruanghijau.ai.rag.answering.extract import Passage, Quote
from ruanghijau.ai.rag.answering.facts import facts
from ruanghijau.ai.rag.answering.prompt import echoes
from ruanghijau.ai.rag.answering.sentences import begun
from ruanghijau.ai.rag.answering.support import Verifier
from ruanghijau.ai.rag.retrieval.words import terms

_COVERED = 0.7
"""A quote is done with once this share of its words has been said."""
_MOST_DROPPED = 2
"""A model that was wrong this often is not listened to any longer."""
_STEPS_AS_THEY_ARE = 3
"""A list of so many steps is said as it stands: a model would only lose some of them."""

Draft = Callable[[Sequence[str]], Iterator[str]]


class Origin(StrEnum):
    """Whose words a sentence is in."""

    model = "model"
    passage = "passage"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an answer. `source` is the place of its passage among those given; `step` is set for an
    item of a list.
    """

    text: str
    source: int
    origin: Origin
    step: int = 0
    numbered: bool = False


def compose(
    quotes: Sequence[Quote], passages: Sequence[Passage], draft: Draft | None, question: str = ""
) -> Iterator[Said]:
    """The sentences of an answer as they become ready; what only repeats the `question` is none.

    `draft` is called with the quotes' texts and yields a model's answer piece by piece; without one, and
    whenever it raises, the quotes are the answer. Closing the iterator closes the draft.
    """
    left = list(quotes)
    if draft and left and sum(1 for quote in quotes if quote.step) < _STEPS_AS_THEY_ARE:
        yield from _in_the_model_s_words(left, passages, draft, question)
    for quote in left:
        yield _quoted(quote)


def _in_the_model_s_words(
    left: list[Quote], passages: Sequence[Passage], draft: Draft, question: str
) -> Iterator[Said]:
    """Takes out of `left` whatever was said."""
    verifier, asked = Verifier([passage.text for passage in passages]), set(terms(question))
    heard, dropped = _Heard(), 0
    with closing(draft([quote.text for quote in left])) as pieces:  # type: ignore[type-var]
        for sentence in map(_unmarked, whole_sentences(pieces)):
            verdict = verifier.check(sentence)
            repeated = heard.has(sentence) or asked >= set(terms(sentence)) or echoes(sentence)
            if verdict.source is None or repeated:
                dropped += 1
                said = _quoted(left.pop(0))
            else:
                said = Said(sentence, verdict.source, Origin.model)
            heard.add(said.text)
            left[:] = [quote for quote in left if not heard.covers(quote.text)]
            yield said
            if not left or dropped >= _MOST_DROPPED:
                return


def whole_sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Sentences as soon as they are complete; what is left without an end is not a sentence."""
    held = ""
    for piece in pieces:
        complete, held = begun(held + piece)
        yield from complete
    if held.rstrip().endswith((".", "!", "?")):
        yield held.strip()


def _unmarked(sentence: str) -> str:
    """Without the bullet that a model puts before a note that it repeats, and beginning with a capital."""
    bare = sentence.lstrip("-*• ")
    return bare[:1].upper() + bare[1:]


class _Heard:
    """What an answer has said so far."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._facts: set[str] = set()

    def add(self, sentence: str) -> None:
        self._words |= set(terms(sentence))
        self._facts |= facts(sentence)

    def has(self, sentence: str) -> bool:
        """Whether every word of a sentence was said before."""
        return self._words >= set(terms(sentence))

    def covers(self, quote: str) -> bool:
        """Whether a quote's facts and most of its words were said."""
        words = set(terms(quote))
        return self._facts >= facts(quote) and len(words & self._words) >= _COVERED * len(words)


def _quoted(quote: Quote) -> Said:
    return Said(quote.text, quote.source, Origin.passage, quote.step, quote.numbered)
