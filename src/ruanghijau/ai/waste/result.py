"""The answer for one photo."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from ruanghijau.ai.waste.settings import BINS, NONE, ModelSettings


@dataclass(frozen=True, slots=True)
class Share:
    """A name, of a bin or of a finer kind, and its probability between 0 and 1."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Result:
    """What a photo shows.

    `bins` has all five with their calibrated probabilities, likeliest first; they add up to 1 less `none`,
    the probability that it is none of them. `kinds` are the finer kinds within the bins, likeliest first.
    When `uncertain`, no bin should be recommended: name the two likeliest and ask for a better photo.
    """

    bins: tuple[Share, ...]
    kinds: tuple[Share, ...]
    none: float
    uncertain: bool
    model_ms: float

    @property
    def best(self) -> Share:
        """The likeliest bin."""
        return self.bins[0]

    @property
    def two_likeliest(self) -> tuple[Share, Share]:
        """What to name when the answer is uncertain."""
        return self.bins[0], self.bins[1]

    @classmethod
    def of(cls, logits: npt.NDArray[np.float32], settings: ModelSettings, model_ms: float) -> Self:
        """The answer that the model's outputs for one photo stand for."""
        chances = probabilities(logits, settings.temperature).tolist()
        of_bin = dict.fromkeys((*BINS, NONE), 0.0)
        kinds = []
        for (kind, waste_bin), chance in zip(settings.kinds.items(), chances, strict=True):
            of_bin[waste_bin] += chance
            if waste_bin != NONE:
                kinds.append(Share(kind, chance))
        none = of_bin.pop(NONE)
        bins = _likeliest_first([Share(name, chance) for name, chance in of_bin.items()])
        uncertain = bins[0].confidence < settings.least_confidence
        return cls(bins, _likeliest_first(kinds), none, uncertain, model_ms)


def probabilities(logits: npt.NDArray[np.float32], temperature: float) -> npt.NDArray[np.float64]:
    """Softmax over the last axis, after division by the temperature."""
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _likeliest_first(shares: list[Share]) -> tuple[Share, ...]:
    return tuple(sorted(shares, key=lambda share: -share.confidence))
