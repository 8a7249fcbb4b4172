"""How right a classifier is on a folder of labelled photos: accuracy, macro-F1, recalls, confusion and
calibration.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ruanghijau.ai.waste.classifier import WasteClassifier
from ruanghijau.ai.waste.result import Result
from ruanghijau.ai.waste.settings import BINS
from ruanghijau.gateways.pictures import PictureRefused

_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic"})
_INTERVALS = 15
"""Of confidence, over which the calibration error is taken; the number that is usual in print."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`confusion[true][said]` counts the photos, whether the answer was uncertain or not.

    `uncertain` is the share of photos without a recommendation, `certain_accuracy` how many of the others are
    right. `calibration_error` is the expected calibration error (ECE): by how much confidence and accuracy
    differ on average. `refused` are the files that are no acceptable photos.
    """

    photos: int
    accuracy: float
    macro_f1: float
    recall: dict[str, float]
    confusion: dict[str, dict[str, int]]
    calibration_error: float
    uncertain: float
    certain_accuracy: float
    refused: tuple[str, ...] = ()

    @classmethod
    def of(cls, truth: Sequence[str], results: Sequence[Result], refused: Sequence[str] = ()) -> Self:
        """Compare bins with answers, pairwise; raises ValueError when there are none or unequal numbers."""
        if not truth:
            raise ValueError("There is nothing to evaluate")
        said = [result.best.name for result in results]
        right = [true == answer for true, answer in zip(truth, said, strict=True)]
        confusion = {true: dict.fromkeys(BINS, 0) for true in BINS}
        for true, answer in zip(truth, said, strict=True):
            confusion[true][answer] += 1
        present = [name for name in BINS if name in truth]
        certain = [hit for hit, result in zip(right, results, strict=True) if not result.uncertain]
        return cls(
            photos=len(truth),
            accuracy=sum(right) / len(right),
            macro_f1=sum(_f1(confusion, name) for name in present) / len(present),
            recall={name: confusion[name][name] / sum(confusion[name].values()) for name in present},
            confusion=confusion,
            calibration_error=expected_calibration_error([r.best.confidence for r in results], right),
            uncertain=1 - len(certain) / len(right),
            certain_accuracy=sum(certain) / len(certain) if certain else 0.0,
            refused=tuple(refused),
        )

    def table(self) -> str:
        """The confusion table as text: a row for each true bin, a column for each answer."""
        lines = ["true \\ said".ljust(12) + "".join(name.rjust(11) for name in BINS)]
        for true in BINS:
            lines.append(true.ljust(12) + "".join(str(self.confusion[true][said]).rjust(11) for said in BINS))
        return "\n".join(lines)


def evaluate(folder: Path, classifier: WasteClassifier) -> Evaluation:
    """Classify every photo under `folder`/<bin>/ and compare.

    Raises ValueError when the folder holds no photo in a folder named like a bin.
    """
    truth, results, refused = [], [], []
    for name, path in _photos(folder):
        try:
            results.append(classifier.classify(path.read_bytes()))
        except PictureRefused as error:
            refused.append(f"{path.relative_to(folder)}: {error.reason}")
        else:
            truth.append(name)
    return Evaluation.of(truth, results, refused)


def _photos(folder: Path) -> Iterator[tuple[str, Path]]:
    for name in BINS:
        for path in sorted((folder / name).glob("*")):
            if path.suffix.lower() in _SUFFIXES:
                yield name, path


def expected_calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """The mean gap between confidence and accuracy over equal intervals, weighted by the answers in each."""
    intervals: list[list[tuple[float, bool]]] = [[] for _ in range(_INTERVALS)]
    for confidence, hit in zip(confidences, right, strict=True):
        intervals[min(int(confidence * _INTERVALS), _INTERVALS - 1)].append((confidence, hit))
    gaps = [abs(sum(c for c, _ in one) - sum(h for _, h in one)) for one in intervals]
    return sum(gaps) / len(right)


def _f1(confusion: dict[str, dict[str, int]], name: str) -> float:
    hits = confusion[name][name]
    said = sum(row[name] for row in confusion.values())
    return 2 * hits / (said + sum(confusion[name].values()))
