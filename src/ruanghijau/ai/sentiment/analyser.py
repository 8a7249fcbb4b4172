"""Steps 3 to 6: weigh the phrases of a text, add up, classify, and answer.

The score is additive: every phrase adds its polarity to one sum and its matter-of-factness to another, and
the score is the first against the second, bent into [-1, 1] so that +-0.5 is where feeling outweighs fact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Literal

from ruanghijau.ai.sentiment.lexicon import OTHER, ROOT, Lexicon, Weight, shipped
from ruanghijau.ai.sentiment.phrases import Phrase, phrases
from ruanghijau.ai.sentiment.roots import root

Sentiment = Literal["positive", "neutral", "negative"]

BORDER = 0.5
"""Above it a text is positive, below its negative counterpart negative (mission, Sentiment Analysis
Pipeline).
"""
_TELLING = 0.25
"""Least polarity of a keyword, and of a word that a negation turns by rule, where "bagus" has 0.7."""
_MOST_KEYWORDS = 8
_UNKNOWN = Weight(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word or expression adds: `polarity` to the feeling, `matter` to the matter-of-factness.

    `surface` is as written, `form` as looked up, `weight` as listed, and `applied` what changed it, in order.
    """

    surface: str
    form: str
    weight: float
    polarity: float
    matter: float
    applied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer for one text: `score` in [-1, 1], `confidence` in [0, 1], `suggestion` a key of the
    catalogue.
    """

    sentiment: Sentiment
    score: float
    confidence: float
    keywords: tuple[str, ...]
    suggestion: str
    contributions: tuple[Contribution, ...] = ()


def analyse(text: str, explain: bool = False) -> Analysis:
    """The sentiment of a text by the shipped lexicon; with `explain`, each word's contribution too."""
    return _shipped().analyse(text, explain)


@cache
def _shipped() -> "Analyser":
    return Analyser(shipped())


class Analyser:
    """Analyses texts by one lexicon; holds no state between texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._weights = lexicon.weights

    def analyse(self, text: str, explain: bool = False) -> Analysis:
        contributions = self.weigh(phrases(self._lexicon.reader.read(text), self._lexicon.modifiers))
        polarity, matter = self.sums(contributions)
        score = round(self._score(polarity, matter), 2)
        sentiment = classify(score)
        return Analysis(
            sentiment=sentiment,
            score=score,
            confidence=self._confidence(sentiment, polarity, matter),
            keywords=_keywords(contributions),
            suggestion=f"feedback.suggestion.{sentiment}",
            contributions=tuple(contributions) if explain else (),
        )

    def weigh(self, found: Sequence[Phrase]) -> list[Contribution]:
        """Every phrase and listed expression with what it adds; an expression said again adds nothing."""
        strongest: dict[str, Contribution] = {}
        for contribution in self._weighed(found):
            known = strongest.get(contribution.form)
            if known is None or abs(contribution.polarity) > abs(known.polarity):
                strongest[contribution.form] = contribution
        return list(strongest.values())

    def sums(self, contributions: Sequence[Contribution]) -> tuple[float, float]:
        """The text's polarity and matter-of-factness."""
        polarity = sum(contribution.polarity for contribution in contributions)
        matter = self._lexicon.curve.base + sum(contribution.matter for contribution in contributions)
        return polarity, max(matter, self._lexicon.curve.floor)

    def _weighed(self, found: Sequence[Phrase]) -> Iterator[Contribution]:
        before: Phrase | None = None
        for phrase in found:
            if before is not None and not phrase.starts_clause:
                yield from self._pair(before, phrase)
            yield from self._single(phrase)
            before = phrase

    def _pair(self, first: Phrase, second: Phrase) -> Iterator[Contribution]:
        form = second.after(first)
        if (weight := self._weights.get(form)) is not None:
            factor = min(first.factor, second.factor, 1.0)
            yield Contribution(
                f"{first.surface} {second.surface}",
                form,
                weight.polarity,
                weight.polarity * factor,
                weight.matter,
                (),
            )

    def _single(self, phrase: Phrase) -> Iterator[Contribution]:
        weight, rule = self._negated(phrase) if phrase.negator else (self._plain(phrase.form), None)
        if weight is _UNKNOWN and rule is None:
            return
        applied = (*phrase.applied, rule) if rule else tuple(phrase.applied)
        yield Contribution(
            phrase.surface,
            phrase.key,
            weight.polarity,
            weight.polarity * phrase.factor,
            weight.matter,
            applied,
        )

    def _plain(self, form: str) -> Weight:
        weight = self._weights.get(form)
        return weight if weight is not None else self._weights.get(ROOT + root(form), _UNKNOWN)

    def _negated(self, phrase: Phrase) -> tuple[Weight, str | None]:
        """The listed weight of a negated expression, or what the mission's rule makes of the word's own."""
        if (listed := self._weights.get(phrase.key)) is not None:
            return listed, None
        plain = self._plain(phrase.form)
        if abs(plain.polarity) < _TELLING:
            return self._weights.get(f"{phrase.negator} {OTHER}", _UNKNOWN), None
        if (share := self._lexicon.modifiers.diminishers.get(phrase.negator or "")) is not None:
            return Weight(min(0.0, -share * plain.polarity), plain.matter), "rule: too little of it"
        if plain.polarity > 0:
            return Weight(0.0, 0.0), "rule: negated positive is neutral"
        share = self._lexicon.modifiers.negators[phrase.negator or ""]
        return Weight(-share * plain.polarity, plain.matter), "rule: negated negative is positive"

    def _score(self, polarity: float, matter: float) -> float:
        """Even up to the border, where polarity and matter are equal, then ever closer to 1."""
        beyond = abs(polarity) - matter
        score = (
            1 - exp(-beyond / self._lexicon.curve.softness) / 2 if beyond > 0 else abs(polarity) / matter / 2
        )
        return score if polarity >= 0 else -score

    def _confidence(self, sentiment: Sentiment, polarity: float, matter: float) -> float:
        """The chosen class's share of the odds, as the weights were fitted to give."""
        scale = self._lexicon.curve.scale
        odds = {"positive": polarity * scale, "neutral": matter * scale, "negative": -polarity * scale}
        chosen = odds[sentiment]
        return round(1 / sum(exp(min(other - chosen, 50.0)) for other in odds.values()), 2)


def classify(score: float) -> Sentiment:
    """The class of a score by the mission's borders."""
    if score > BORDER:
        return "positive"
    return "negative" if score < -BORDER else "neutral"


def _keywords(contributions: Sequence[Contribution]) -> tuple[str, ...]:
    telling = (c.form for c in contributions if abs(c.weight) >= _TELLING and c.form[0] not in "!?:0")
    return tuple(telling)[:_MOST_KEYWORDS]
