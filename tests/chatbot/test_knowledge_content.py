"""The articles and question-answer pairs that the platform ships."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import ruanghijau.chatbot

FOLDER = Path(ruanghijau.chatbot.__file__).parent / "knowledge"
ARTICLES = sorted((FOLDER / "articles").glob("*/*.md"))
PAIRS = sorted((FOLDER / "qa").glob("*.toml"))
CATEGORIES = {"waste", "environment", "tips", "energy", "law", "campaign"}
TYPES = {"guide", "tutorial", "fact", "faq"}


def front_and_body(path: Path) -> tuple[dict[str, Any], str]:
    start, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert start == ""
    return yaml.safe_load(front), body.strip()


def pairs() -> list[dict[str, str]]:
    return [pair for path in PAIRS for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]]


def test_there_are_enough() -> None:
    assert len(ARTICLES) >= 150
    assert len(pairs()) >= 300


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_whole(path: Path) -> None:
    front, body = front_and_body(path)
    assert list(front) == ["id", "title", "category", "type", "sources"]
    assert (front["id"], front["category"]) == (path.stem, path.parent.name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", front["id"])
    assert front["category"] in CATEGORIES
    assert front["type"] in TYPES
    assert front["sources"]
    assert all(isinstance(source, str) and source.strip() for source in front["sources"])
    assert 150 <= len(body.split()) <= 900
    assert body.count("\n## ") + body.startswith("## ") >= 2


def test_names_and_titles_are_unique() -> None:
    fronts = [front_and_body(path)[0] for path in ARTICLES]
    for name in ("id", "title"):
        assert [one for one, times in Counter(front[name] for front in fronts).items() if times > 1] == []


def test_every_pair_rests_on_an_article() -> None:
    known = {path.stem for path in ARTICLES}
    assert [pair["question"] for pair in pairs() if pair["article"] not in known] == []


def test_no_question_is_asked_twice() -> None:
    asked = Counter(" ".join(pair["question"].lower().split()) for pair in pairs())
    assert [question for question, times in asked.items() if times > 1] == []


def test_every_pair_says_something() -> None:
    for pair in pairs():
        assert list(pair) == ["question", "answer", "article"]
        assert 10 <= len(pair["question"]) <= 300
        assert 20 <= len(pair["answer"]) <= 1200
