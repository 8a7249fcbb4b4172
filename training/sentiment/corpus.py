"""The labelled texts and word lists; SOURCES.md in the data folder says where each comes from."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LABELS = ("negative", "neutral", "positive")


@dataclass(frozen=True)
class Corpus:
    """Texts and their labels, as indices into LABELS; `weight` is what one of its texts counts."""

    texts: list[str]
    labels: list[int]
    weight: float = 1.0

    def __len__(self) -> int:
        return len(self.texts)


def read_corpus(path: Path, weight: float = 1.0) -> Corpus:
    rows = read_rows(path)
    return Corpus([row["text"] for row in rows], [LABELS.index(row["label"]) for row in rows], weight)


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header; lines that start with "# " are comments."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("# ")), delimiter="\t"))


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The first two columns of a tab-separated file."""
    return [(first, second) for first, second, *_ in (list(row.values()) for row in read_rows(path))]


def count_words(corpora: list[Corpus]) -> Counter[str]:
    return Counter(
        word
        for corpus in corpora
        for text in corpus.texts
        for word in re.findall(r"[a-z][a-z-]+", text.lower())
    )
