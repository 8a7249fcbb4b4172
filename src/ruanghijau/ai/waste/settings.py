"""What a trained model says of itself, in the JSON file beside its weights."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

BINS = ("organik", "anorganik", "kertas", "kaca", "logam")
"""The five bins of the mission, in its order."""
NONE = "none"
"""The kind of what belongs in none of them."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How pixels become the model's input and its outputs an answer.

    The shorter side of a photo is scaled to `short_side` pixels and the middle `side` x `side` of it is the
    input, each channel (in the order RGB) as `(value - mean) / std`. `kinds` are the outputs in their order,
    each with its bin or `none`. The outputs are divided by `temperature` before the softmax. An answer is
    uncertain when its bin has less than `least_confidence`.
    """

    version: str
    side: int
    short_side: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    kinds: dict[str, str]
    temperature: float
    least_confidence: float

    @classmethod
    def read(cls, path: Path) -> Self:
        """The settings in this file.

        Raises OSError when it cannot be read and ValueError when it is not such a file or contradicts itself.
        """
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        try:
            read = cls(**{**held, "mean": tuple(held["mean"]), "std": tuple(held["std"])})
            read._check(path)
        except (KeyError, TypeError) as error:
            raise ValueError(f"{path}: not the settings of a waste model: {error}") from error
        return read

    def _check(self, path: Path) -> None:
        if unknown := set(self.kinds.values()) - {*BINS, NONE}:
            raise ValueError(f"{path}: unknown bins {sorted(unknown)}")
        if not 0 < self.side <= self.short_side:
            raise ValueError(f"{path}: the input is {self.side} pixels of {self.short_side}")
        if len(self.mean) != 3 or len(self.std) != 3 or not all(self.std) or self.temperature <= 0:
            raise ValueError(f"{path}: unusable scaling")
