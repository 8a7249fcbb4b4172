"""The shipped knowledge base and the question sets, as the retrieval library reads them."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

import ruanghijau.chatbot
from ruanghijau.ai.rag.retrieval import Passage

KNOWLEDGE = Path(ruanghijau.chatbot.__file__).parent / "knowledge"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the ids of what answers it: articles or passages, none if nothing does."""

    text: str
    answers: tuple[str, ...]


def sections() -> list[Passage]:
    """Every article's introduction and `## ` sections; ids are "article#number"."""
    return [part for path in sorted((KNOWLEDGE / "articles").glob("*/*.md")) for part in _parts(path)]


def titles() -> list[Question]:
    """Every article's title, as a question that the article answers."""
    return [Question(_title(path), (path.stem,)) for path in sorted((KNOWLEDGE / "articles").glob("*/*.md"))]


def pairs() -> tuple[list[Passage], list[Question]]:
    """The question-answer pairs, as passages with ids "article#pair-number" and as questions about
    articles.
    """
    rows = [row for path in sorted((KNOWLEDGE / "qa").glob("*.toml")) for row in _pairs(path)]
    passages = [
        Passage(f"{row['article']}#pair-{number}", row["question"], row["answer"], row["article"])
        for number, row in enumerate(rows)
    ]
    return passages, [Question(row["question"], (row["article"],)) for row in rows]


def out_of_scope() -> list[str]:
    """Everyday questions that the knowledge base does not answer."""
    lines = (KNOWLEDGE / "out_of_scope.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_questions(path: Path) -> list[Question]:
    """A table of questions with, after a tab, the ids of the articles that answer each."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [Question(text, tuple(answers.split())) for text, answers in rows]


def general(folder: Path) -> tuple[list[Passage], list[Question]]:
    """A folder with corpus.jsonl and queries.jsonl: passages, and questions about them."""
    corpus = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    queries = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    return (
        [Passage(row["id"], row["title"], row["text"]) for row in corpus],
        [Question(row["question"], tuple(row["positive_ids"])) for row in queries],
    )


def _parts(path: Path) -> list[Passage]:
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    texts = ("\n" + body).split("\n## ")
    heads = ["", *(text.partition("\n")[0] for text in texts[1:])]
    bodies = [texts[0], *(text.partition("\n")[2] for text in texts[1:])]
    return [
        Passage(f"{path.stem}#{number}", f"{_title(path)}. {head}".strip(". "), text.strip(), path.stem)
        for number, (head, text) in enumerate(zip(heads, bodies, strict=True))
        if text.strip()
    ]


def _title(path: Path) -> str:
    front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
    line = next(line for line in front.splitlines() if line.startswith("title:"))
    return line.removeprefix("title:").strip().strip('"')


def _pairs(path: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return rows
