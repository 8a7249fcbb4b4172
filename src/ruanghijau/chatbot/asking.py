"""From a question to an answer that holds to the knowledge base, sentence by sentence."""

import logging
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ruanghijau.ai.rag.answering.compose import Draft, Origin, Said, compose
from ruanghijau.ai.rag.answering.extract import Passage, extract
from ruanghijau.ai.rag.answering.prompt import STOPS, completion, conversation
from ruanghijau.ai.rag.answering.sentences import sentences
from ruanghijau.ai.rag.embedding import EmbedderAway, EmbedderBroken
from ruanghijau.ai.rag.language import ModelAway, ModelBroken, ModelBusy, Task
from ruanghijau.ai.rag.vectors import VectorsUnavailable
from ruanghijau.chatbot.followup import joined, leans_back
from ruanghijau.chatbot.knowledge.base import Found, KnowledgeBase
from ruanghijau.chatbot.knowledge.content import Section
from ruanghijau.errors import Unavailable
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

QUOTED = 4
"""Passages that an answer may draw on."""
SUGGESTIONS = 3
_ASKS_HOW = re.compile(
    r"\b(?:cara|caranya|gimana|bagaimana|langkah\w*|(?:mem|nge|m)?bikin|(?:mem)?buat|pasang|merakit)\b",
    re.IGNORECASE,
)
_LEAST_STEPS = 3
MOST_TOKENS = 160
"""Of a draft: an answer has at most 600 characters, some 150 tokens."""


@dataclass(frozen=True)
class Source:
    """An article that an answer rests on. `relevance` is from 0 to 1."""

    id: str
    title: str
    relevance: float


@dataclass
class Answer:
    """An answer as it grows. `sentences` are those said so far, each with the source at its place."""

    question: str
    confidence: float
    answerable: bool
    sources: list[Source] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    sentences: list[tuple[Said, int]] = field(default_factory=list)
    model: str | None = None
    milliseconds: int = 0

    @property
    def text(self) -> str:
        """All that was said, with lists as lines."""
        parts = ""
        for said, _ in self.sentences:
            if said.step:
                mark = f"{said.step}." if said.numbered else "-"
                parts += f"\n{mark} {said.text}"
            else:
                parts += f"{_gap(parts)}{said.text}"
        return parts.strip()


def ask(base: KnowledgeBase, question: str, before: str | None) -> tuple[Answer, Iterator[Said]]:
    """The answer to a question, and the iterator that makes it grow; `before` is what was asked last.

    A question that cannot be answered has no sentences, but topics near to it. Raises `Unavailable` where
    nothing can be found because a part is down.
    """
    started = time.monotonic()
    try:
        asked, found = _found(base, question, before)
    except (EmbedderAway, EmbedderBroken, VectorsUnavailable) as error:
        log.warning("the knowledge base cannot be searched: %s", error)
        raise Unavailable("CHATBOT_UNAVAILABLE", retry_after=30) from error
    answer = Answer(question, round(found.confidence, 2), found.answerable)
    answer.suggestions = suggestions(base, found, asked)
    if not found.answerable:
        return answer, iter(())
    sections = steps_first(base, asked, best_article_first(found)[:QUOTED])
    places = _place_sources(base, answer, found, sections)
    return answer, _growing(answer, asked, found, sections, places, started)


def _found(base: KnowledgeBase, question: str, before: str | None) -> tuple[str, Found]:
    found = base.find(question)
    if before and leans_back(question):
        both = joined(before, question)
        together = base.find(both)
        if together.confidence >= found.confidence or not found.answerable:
            return both, together
    return question, found


def _growing(
    answer: Answer,
    asked: str,
    found: Found,
    sections: Sequence[Section],
    places: Sequence[int],
    started: float,
) -> Iterator[Said]:
    passages = [Passage(section.heading, section.text) for section in sections]
    quotes = extract(found.ranking.query, passages)
    for said in compose(quotes, passages, _draft(asked), asked):
        answer.sentences.append((said, places[said.source]))
        if said.origin is Origin.model:
            answer.model = _model_name()
        answer.milliseconds = round((time.monotonic() - started) * 1000)
        yield said


def best_article_first(found: Found) -> list[Section]:
    """The passages found, those of the best article first.

    An article counts by all of its passages among those found, the second half as much as the first, the
    third a quarter, and so on: what is meant is usually found in several places of the right article. On
    tests/chatbot/questions.tsv the first article is right in 87% of the cases so, in 83% by the best passage
    alone.
    """
    scores = [candidate.score for candidate in found.ranking.candidates]
    worth: dict[str, list[float]] = {}
    for candidate in found.ranking.candidates:
        held = worth.setdefault(candidate.document, [])
        held.append((candidate.score - scores[-1]) / 2 ** len(held))
    best = max(worth, key=lambda article: sum(worth[article]))
    return sorted(found.sections, key=lambda section: section.article != best)


def steps_first(base: KnowledgeBase, question: str, sections: Sequence[Section]) -> Sequence[Section]:
    """For who asks how to do something: the steps of the article found come before its other sections."""
    told_how = "#pair-" in sections[0].id and _ASKS_HOW.search(sections[0].heading)
    if told_how or not _ASKS_HOW.search(question):
        return sections
    of_article = [one for one in base.sections.values() if one.article == sections[0].article]
    for section in (sections[0], *of_article):
        if sum(one.numbered for one in sentences(section.text)) >= _LEAST_STEPS:
            return [section, *(one for one in sections if one.id != section.id)][:QUOTED]
    return sections


def _draft(question: str) -> Draft | None:
    """A model's words, cut off where it fails: what it has not said is then said by the passages."""
    model = runtime().language_model
    if model is None:
        return None

    def draft(notes: Sequence[str]) -> Iterator[str]:
        given = conversation(question, notes), completion(question, notes)
        task = Task(*given, stops=STOPS, most_tokens=MOST_TOKENS)
        try:
            yield from model.write(task)
        except (ModelAway, ModelBroken, ModelBusy) as error:
            log.warning("the answer goes on without the model: %r", error)

    return draft


def _place_sources(
    base: KnowledgeBase, answer: Answer, found: Found, sections: Sequence[Section]
) -> list[int]:
    """Lists the articles of the passages, each once, and tells where each passage's article stands."""
    places = []
    cosines = {candidate.document: candidate.cosine for candidate in reversed(found.ranking.candidates)}
    for section in sections:
        known = [source.id for source in answer.sources]
        if section.article not in known:
            title = base.articles[section.article].title
            relevance = round(min(1.0, max(0.0, cosines[section.article])), 2)
            answer.sources.append(Source(section.article, title, relevance))
            known.append(section.article)
        places.append(known.index(section.article))
    return places


def suggestions(base: KnowledgeBase, found: Found, asked: str) -> list[str]:
    """Questions near to this one that the knowledge base answers: those of pairs, else titles of articles."""
    told = asked.casefold().strip(" ?")
    near: list[str] = []
    for section in best_article_first(found):
        is_pair = "#pair-" in section.id
        one = section.heading if is_pair else base.articles[section.article].title
        if one not in near and one.casefold().strip(" ?") != told:
            near.append(one)
    return near[:SUGGESTIONS]


def _model_name() -> str | None:
    model = runtime().language_model
    return model.name if model else None


def _gap(before: str) -> str:
    """A new line after a list, a space between sentences."""
    last_line = before.rpartition("\n")[2]
    return "\n" if last_line.startswith("- ") or last_line[:2].rstrip(".").isdigit() else " "
