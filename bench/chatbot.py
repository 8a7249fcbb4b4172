"""What a question to the chatbot costs with the embedded parts: finding, first sentence, whole answer.

    python bench/chatbot.py [--questions 60]

Indexes the shipped knowledge base into a temporary folder and asks everyday questions of
tests/chatbot/questions.tsv, with the embedded language model and without. `embed` is the baseline: the
embedder alone reads the question. The mission allows 2-5 s.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from knowledge_index import silently
from ruanghijau.app import create_app
from ruanghijau.chatbot import asking
from ruanghijau.chatbot.evaluation import read_questions
from ruanghijau.chatbot.knowledge import indexing
from ruanghijau.chatbot.knowledge.base import KnowledgeBase, Library
from ruanghijau.config import Settings
from ruanghijau.db import migrate

QUESTIONS = Path(__file__).parents[1] / "tests" / "chatbot" / "questions.tsv"


def asked(base: KnowledgeBase, questions: list[str], name: str) -> dict[str, list[float]]:
    """Seconds of each step for each question."""
    costs: dict[str, list[float]] = {f"{name}: first sentence": [], f"{name}: whole answer": []}
    for question in questions:
        started = time.perf_counter()
        _, saying = asking.ask(base, question, None)
        first = None
        for _ in saying:
            first = first or time.perf_counter() - started
        if first is not None:
            costs[f"{name}: first sentence"].append(first)
            costs[f"{name}: whole answer"].append(time.perf_counter() - started)
    return costs


def timed(work: object, questions: list[str]) -> list[float]:
    spent = []
    for question in questions:
        started = time.perf_counter()
        work(question)  # type: ignore[operator]
        spent.append(time.perf_counter() - started)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=int, default=60)
    count = parser.parse_args().questions
    folder = Path(tempfile.mkdtemp())
    settings = Settings(database_url=f"sqlite:///{folder}/chat.db", knowledge_folder=folder)
    runtime = create_app(settings).runtime
    migrate.upgrade(runtime.database.engine)
    known = [one.text for one in read_questions(QUESTIONS) if one.articles]
    questions = known[:: max(1, len(known) // count)][:count]
    with runtime.active():
        started = time.perf_counter()
        indexing.index(runtime.embedder, runtime.vectors, silently)
        print(f"index of the shipped knowledge base {time.perf_counter() - started:.1f} s")
        started = time.perf_counter()
        base = Library().current()
        print(f"loaded in {time.perf_counter() - started:.2f} s")
        base.find(questions[0])
        costs = {"embed": timed(base.embedder.query, questions), "find": timed(base.find, questions)}
        list(asking.ask(base, questions[0], None)[1])  # loads the language model
        costs |= asked(base, questions, "with model")
        object.__setattr__(runtime, "language_model", None)
        costs |= asked(base, questions, "without")
    report(costs)


def report(costs: dict[str, list[float]]) -> None:
    base = statistics.median(costs["embed"])
    for name, spent in costs.items():
        middle, late = statistics.median(spent) * 1000, statistics.quantiles(spent, n=20)[-1] * 1000
        ratio = middle / base / 1000
        print(f"{name:28} p50 {middle:8.1f} ms   p95 {late:8.1f} ms   {ratio:6.1f} x embed")


if __name__ == "__main__":
    main()
