"""How right the chatbot is on questions whose right articles are known, or that it should refuse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruanghijau.ai.rag.answering.facts import facts
from ruanghijau.ai.rag.answering.sentences import sentences
from ruanghijau.ai.rag.answering.support import Verifier
from ruanghijau.ai.rag.retrieval.evaluation import recall_at, reciprocal_rank
from ruanghijau.chatbot import asking
from ruanghijau.chatbot.asking import Answer
from ruanghijau.chatbot.knowledge.base import Found, KnowledgeBase


@dataclass(frozen=True)
class Question:
    """A question and the slugs of the articles that answer it; none where it should be refused."""

    text: str
    articles: frozenset[str]


@dataclass(frozen=True)
class Evaluation:
    """Shares from 0 to 1. `refusal_recall` is of the unanswerable questions, `false_refusals` of the others.

    `faithful_sentences` is the share of sentences of all answers that a passage of a cited article supports,
    `faithful_facts` that of their numbers, units, laws and names that stand in one.
    """

    questions: int
    recall_1: float
    recall_5: float
    mrr_10: float
    answered_by_right_article: float
    refusal_precision: float
    refusal_recall: float
    false_refusals: float
    sentences: int
    faithful_sentences: float
    faithful_facts: float

    def lines(self) -> list[str]:
        """One figure a line."""
        return [
            f"questions                  {self.questions}",
            f"Recall@1 / @5              {self.recall_1:.3f} / {self.recall_5:.3f}",
            f"MRR@10                     {self.mrr_10:.3f}",
            f"first source is right      {self.answered_by_right_article:.3f}",
            f"refusal precision / recall {self.refusal_precision:.3f} / {self.refusal_recall:.3f}",
            f"false refusals             {self.false_refusals:.3f}",
            f"supported sentences        {self.faithful_sentences:.4f} of {self.sentences}",
            f"facts in cited passages    {self.faithful_facts:.4f}",
        ]


def read_questions(path: Path) -> list[Question]:
    """A UTF-8 table with the columns question and articles (slugs separated by spaces, or nothing).

    Raises ValueError for a file without these columns or without questions.
    """
    head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    if head.split("\t") != ["question", "articles"]:
        raise ValueError(f"{path.name} needs the columns question and articles")
    rows = [line.split("\t") for line in lines if line.strip()]
    if not rows or any(len(row) != 2 for row in rows):
        raise ValueError(f"{path.name} has no questions, or a line without a tab")
    return [Question(text, frozenset(articles.split())) for text, articles in rows]


def evaluate(base: KnowledgeBase, questions: Sequence[Question], done: Callable[[], None]) -> Evaluation:
    """Ask every question. `done` is called after each."""
    told = []
    for question in questions:
        found = base.find(question.text)
        answer, saying = asking.ask(base, question.text, None)
        for _ in saying:
            pass
        told.append((question, found, answer))
        done()
    return _summary(base, told)


def _summary(base: KnowledgeBase, told: Sequence[tuple[Question, Found, Answer]]) -> Evaluation:
    known = [(question, found, answer) for question, found, answer in told if question.articles]
    refused = [question for question, _, answer in told if not answer.answerable]
    unknown = [question for question, _, _ in told if not question.articles]
    ranked = [(_articles(found), question.articles) for question, found, _ in known]
    checked = [_faithfulness(base, answer) for _, _, answer in known if answer.answerable]
    said = sum(one[1] for one in checked)
    rightly = sum(1 for question in refused if not question.articles)
    first = [answer.sources[0].id in question.articles for question, _, answer in known if answer.sources]
    return Evaluation(
        questions=len(told),
        recall_1=_mean([recall_at(ranking, right, 1) for ranking, right in ranked]),
        recall_5=_mean([recall_at(ranking, right, 5) for ranking, right in ranked]),
        mrr_10=_mean([reciprocal_rank(ranking, right) for ranking, right in ranked]),
        answered_by_right_article=_mean(first),
        refusal_precision=rightly / len(refused) if refused else 1.0,
        refusal_recall=rightly / len(unknown) if unknown else 1.0,
        false_refusals=(len(refused) - rightly) / len(known) if known else 0.0,
        sentences=said,
        faithful_sentences=sum(one[0] for one in checked) / said if said else 1.0,
        faithful_facts=_mean([share for one in checked for share in one[2]]),
    )


def _articles(found: Found) -> list[str]:
    return list(dict.fromkeys(candidate.document for candidate in found.ranking.candidates))


def _faithfulness(base: KnowledgeBase, answer: Answer) -> tuple[int, int, list[float]]:
    """Supported sentences, all sentences, and for each fact whether a passage of a cited article holds it."""
    cited = {source.id for source in answer.sources}
    passages = [one.text for one in base.sections.values() if one.article in cited]
    verifier = Verifier(passages)
    held = {fact for passage in passages for one in sentences(passage) for fact in facts(one.text)}
    supported = [verifier.check(said.text).supported for said, _ in answer.sentences]
    shares = [float(fact in held) for said, _ in answer.sentences for fact in facts(said.text)]
    return sum(supported), len(supported), shares


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0
