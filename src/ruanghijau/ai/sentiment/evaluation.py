"""How right an analyser is on labelled texts: accuracy, macro-F1 and who was taken for whom."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ruanghijau.ai.sentiment.analyser import analyse

LABELS = ("positive", "neutral", "negative")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`confusion[true][said]` counts the texts; `macro_f1` is the mean F1 of the classes that occur."""

    texts: int
    accuracy: float
    macro_f1: float
    confusion: dict[str, dict[str, int]]

    @classmethod
    def of(cls, truth: Sequence[str], said: Sequence[str]) -> Self:
        """Compare labels with answers, pairwise; raises ValueError when there are none or their numbers
        differ.
        """
        if not truth:
            raise ValueError("There is nothing to evaluate")
        pairs = Counter(zip(truth, said, strict=True))
        confusion = {true: {guess: pairs[true, guess] for guess in LABELS} for true in LABELS}
        present = [label for label in LABELS if any(label in pair for pair in pairs)]
        right = sum(pairs[label, label] for label in LABELS)
        f1 = sum(_f1(confusion, label) for label in present) / len(present)
        return cls(len(truth), right / len(truth), f1, confusion)

    def table(self) -> str:
        """The confusion table as text: a row for each true class, a column for each answer."""
        lines = ["true \\ said".ljust(12) + "".join(label.rjust(10) for label in LABELS)]
        for true in LABELS:
            counts = "".join(str(self.confusion[true][guess]).rjust(10) for guess in LABELS)
            lines.append(true.ljust(12) + counts)
        return "\n".join(lines)


def evaluate(path: Path) -> Evaluation:
    """Analyse every text of a UTF-8 TSV file with columns `text` and `label` by the shipped lexicon.

    Raises ValueError for a file without these columns, without rows, or with an unknown label.
    """
    rows = _labelled(path)
    return Evaluation.of([label for _, label in rows], [analyse(text).sentiment for text, _ in rows])


def _labelled(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t")
        if not {"text", "label"} <= set(reader.fieldnames or ()):
            raise ValueError(f"{path.name} needs the columns text and label")
        rows = [(row["text"] or "", row["label"] or "") for row in reader]
    if unknown := {label for _, label in rows} - set(LABELS):
        raise ValueError(f"Unknown labels in {path.name}: {', '.join(sorted(unknown))}")
    return rows


def _f1(confusion: dict[str, dict[str, int]], label: str) -> float:
    right = confusion[label][label]
    true, said = sum(confusion[label].values()), sum(row[label] for row in confusion.values())
    return 2 * right / (true + said) if right else 0.0
