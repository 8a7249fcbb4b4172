"""The evaluation questions, and what the lexical half alone makes of them."""

import re
import tomllib
from pathlib import Path
from statistics import mean

import ruanghijau.chatbot
from ruanghijau.ai.rag.retrieval import LexicalIndex, Passage
from ruanghijau.ai.rag.retrieval.evaluation import recall_at

FOLDER = Path(ruanghijau.chatbot.__file__).parent / "knowledge"
ARTICLES = {path.stem: path for path in (FOLDER / "articles").glob("*/*.md")}
PAIRS = [
    pair
    for path in sorted((FOLDER / "qa").glob("*.toml"))
    for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
]
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("questions.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def test_there_are_enough_of_both_kinds() -> None:
    assert len(ROWS) >= 220
    assert sum(not articles for _, articles in ROWS) >= 60
    assert len({bare(question) for question, _ in ROWS}) == len(ROWS)


def test_every_answer_exists() -> None:
    assert [name for _, articles in ROWS for name in articles.split() if name not in ARTICLES] == []


def test_none_is_copied_from_what_the_chatbot_knows() -> None:
    lines = (FOLDER / "out_of_scope.txt").read_text(encoding="utf-8").splitlines()
    known = {bare(pair["question"]) for pair in PAIRS} | {bare(line) for line in lines}
    assert [question for question, _ in ROWS if bare(question) in known] == []


def test_words_alone_find_most_articles() -> None:
    """Measured 0.95; a drop means that stems, slang or spelling have lost something."""
    index = LexicalIndex(
        [*sections(), *(Passage(pair["article"], pair["question"], pair["answer"]) for pair in PAIRS)]
    )
    found = [
        recall_at(list(dict.fromkeys(hit.id for hit in index.search(question, 30))), articles.split(), 5)
        for question, articles in ROWS
        if articles
    ]
    assert mean(found) >= 0.92


def sections() -> list[Passage]:
    passages = []
    for name, path in ARTICLES.items():
        front, body = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
        title = re.search(r"^title: (.+)$", front, re.MULTILINE)
        assert title
        passages += [
            Passage(name, f"{title[1]} {part.partition(chr(10))[0]}", part)
            for part in body.split("\n## ")
            if part.strip()
        ]
    return passages
