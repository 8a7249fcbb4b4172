"""Sets temperature and rejection threshold from the tuning photos, never from `val`.

Both are set on the photos as they are and on their objects laid on surfaces kept from training, in equal
parts: set on photos of plain tables alone, they would promise too much for a kitchen.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from ruanghijau.ai.waste.photo import prepared
from ruanghijau.ai.waste.result import probabilities
from ruanghijau.ai.waste.settings import BINS, NONE, ModelSettings
from training.waste.compose import paste
from training.waste.cutout import Pixels
from training.waste.labels import KINDS
from training.waste.samples import Piece, Samples
from training.waste.scenes import scene

Logits = npt.NDArray[np.float32]

_ENDS = (*BINS, NONE)
_WRONGLY_SURE = 0.03
"""Share of scenes of none of the bins that may get a recommendation."""
_RIGHT_WHEN_SURE = 0.95
_HIGHEST = 0.85
"""No threshold above this: a detector that mostly declines is of no use."""
_DRAWN_SCENES = 200
_SIDE = 256


@dataclass(frozen=True)
class Tuning:
    """Pictures with the number of their bin (5 is none of them)."""

    pictures: list[Pixels]
    ends: list[int]


def tuning(pieces: list[Piece], scenes: list[Pixels], seed: int) -> Tuning:
    """The tuning photos, their objects on other surfaces, and scenes of none of the bins."""
    pictures, ends = [piece.photo for piece in pieces], [_ENDS.index(KINDS[piece.kind]) for piece in pieces]
    canvases = Samples([], scenes, _SIDE, seed)
    for number, piece in enumerate(pieces):
        if piece.object:
            rng = np.random.default_rng((seed, number))
            pictures.append(paste(rng, canvases.canvas(rng), piece.object, piece.kind))
            ends.append(_ENDS.index(KINDS[piece.kind]))
    drawn = [scene(np.random.default_rng((seed, 1, number)), _SIDE) for number in range(_DRAWN_SCENES)]
    return Tuning([*pictures, *scenes, *drawn], [*ends, *[len(BINS)] * (len(scenes) + len(drawn))])


def inputs(pictures: list[Pixels], settings: ModelSettings) -> npt.NDArray[np.float32]:
    """What the model takes for these RGB pictures, prepared as the application prepares them."""
    return np.concatenate([prepared(Image.fromarray(picture), settings) for picture in pictures])


def best_temperature(logits: Logits, ends: npt.NDArray[np.int64], of_kind: list[int]) -> float:
    """The temperature at which the bins' likelihood is highest, between 0.3 and 4."""
    grid = np.geomspace(0.3, 4, 200)
    return float(grid[np.argmin([_surprise(logits, ends, of_kind, value) for value in grid])])


def _surprise(logits: Logits, ends: npt.NDArray[np.int64], of_kind: list[int], temperature: float) -> float:
    chances = by_bin(logits, of_kind, temperature)[np.arange(len(ends)), ends]
    return float(-np.log(np.maximum(chances, 1e-9)).mean())


def by_bin(logits: Logits, of_kind: list[int], temperature: float) -> npt.NDArray[np.float64]:
    """N x 6 probabilities of the bins and of none."""
    spread = np.eye(len(_ENDS))[of_kind]
    return np.asarray(probabilities(logits, temperature) @ spread)


def best_threshold(chances: npt.NDArray[np.float64], ends: npt.NDArray[np.int64]) -> float:
    """The least confidence, in steps of a hundredth, that keeps both promises above; the highest allowed if
    none does.
    """
    sure, said = chances[:, : len(BINS)].max(1), chances[:, : len(BINS)].argmax(1)
    nothing = ends == len(BINS)
    for threshold in np.arange(0.4, _HIGHEST, 0.01):
        kept = sure >= threshold
        wrongly = kept[nothing].mean() if nothing.any() else 0.0
        right = (said == ends)[kept & ~nothing].mean() if (kept & ~nothing).any() else 0.0
        if wrongly <= _WRONGLY_SURE and right >= _RIGHT_WHEN_SURE:
            return round(float(threshold), 2)
    return _HIGHEST
