"""What is known of words before any text is read: our own list and two published ones."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ruanghijau.ai.sentiment.lexicon import Weight
from ruanghijau.ai.sentiment.phrases import Phrase
from training.sentiment.corpus import read_pairs, read_rows

_AFINN_MOST, _ADJECTIVES_MOST = 4.0, 2.0


@dataclass(frozen=True)
class Priors:
    """For each list, key to value in [-1, 1]; `facts` are words that ask or report,
    `fixed` the weights that are set by hand.
    """

    own: dict[str, float]
    afinn: dict[str, float]
    adjectives: dict[str, float]
    facts: dict[str, float]
    fixed: dict[str, Weight]

    @property
    def keys(self) -> set[str]:
        return {*self.own, *self.afinn, *self.adjectives, *self.facts}

    def polarities(self, key: str) -> tuple[float, float, float]:
        return self.own.get(key, 0.0), self.afinn.get(key, 0.0), self.adjectives.get(key, 0.0)

    def matters(self, key: str) -> tuple[float, float, float]:
        return abs(self.own.get(key, 0.0)), abs(self.afinn.get(key, 0.0)), self.facts.get(key, 0.0)


def read_priors(data: Path, own: Path, by_hand: Path, read: Callable[[str], list[Phrase]]) -> Priors:
    """The lists, each expression under the key that the analyser would look up (`read` gives its phrases)."""
    rows = read_pairs(own)
    return Priors(
        own=_keyed([(text, float(weight)) for text, weight in rows if weight != "fact"], read),
        afinn=_keyed(_scaled(data / "lexicon_afinn_id.tsv", _AFINN_MOST), read),
        adjectives=_keyed(_scaled(data / "lexicon_adjectives.tsv", _ADJECTIVES_MOST), read),
        facts=_keyed([(text, 1.0) for text, weight in rows if weight == "fact"], read),
        fixed=_fixed(by_hand, read),
    )


def _fixed(path: Path, read: Callable[[str], list[Phrase]]) -> dict[str, Weight]:
    keyed = ((key_of(read(row["expression"])), row) for row in read_rows(path))
    return {
        key: Weight(float(row["polarity"]), float(row["matter"])) for key, row in keyed if key is not None
    }


def _scaled(path: Path, most: float) -> list[tuple[str, float]]:
    return [(text, float(score) / most) for text, score in read_pairs(path)]


def _keyed(rows: list[tuple[str, float]], read: Callable[[str], list[Phrase]]) -> dict[str, float]:
    table: dict[str, float] = {}
    for text, value in rows:
        if (key := key_of(read(text))) is not None:
            table.setdefault(key, value)
    return table


def key_of(phrases: list[Phrase]) -> str | None:
    """The key of a listed expression of one or two phrases; longer ones cannot be looked up."""
    match phrases:
        case [single]:
            return single.key
        case [first, second]:
            return second.after(first)
    return None
