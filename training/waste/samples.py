"""Makes training samples: a photo as it is, its object on another surface, or a scene of none of the bins."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset
from tqdm import tqdm

from training.waste.augment import augment, augment_gently
from training.waste.compose import SEE_THROUGH, close_up, dried, paste, patch, whole
from training.waste.cutout import CutOut, Pixels, lift, outline
from training.waste.labels import KINDS, NAMES, NONE
from training.waste.photos import Photo
from training.waste.scenes import scene
from training.waste.surfaces import Random, light_table, surface

_NONE_SHARE = 0.14
"""Share of scenes among the samples: somewhat less than that of each bin."""
_ORGANIC_ON_WHITE = 0.45
"""Share of pasted organic waste that lies on white: only the other bins were photographed so."""
_DRIED = 0.5
"""Share of pasted leaves turned brown: the sources have green ones only; brown must not mean paper."""
_CLEAR = 0.5
"""By how much less clear things are pasted: their outlines are the worst and cost them their fine lines."""
_ON_SHELVES = frozenset({"grocery"})
_IN_PLACE = frozenset({"datacluster", "scrapsort"})
"""Sources whose objects lie where they were used or thrown: nothing to cut out, all to learn as it is."""


@dataclass(frozen=True)
class Piece:
    """A photo in memory and, where its table is plain, its object; `loose` where things lie in heaps,
    `in_place` where they are to be seen with their surroundings only.
    """

    kind: str
    photo: Pixels
    object: CutOut | None
    loose: bool
    in_place: bool = False


def read_rgb(path: Path) -> Pixels:
    """A photo as RGB. Raises ValueError when it cannot be read."""
    read = cv2.imread(str(path))
    if read is None:
        raise ValueError(f"{path}: not a photo")
    return np.asarray(cv2.cvtColor(read, cv2.COLOR_BGR2RGB))


def load(photos: list[Photo], outlines: Path, threads: int = 2) -> list[Piece]:
    """Reads the photos and cuts their objects out, with a progress bar; outlines are kept in a folder."""
    outlines.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(threads) as pool:
        made = pool.map(lambda photo: _piece(photo, outlines / f"{photo.content}.png"), photos)
        return list(tqdm(made, total=len(photos), desc="outlines", unit="photo", mininterval=5))


def _piece(photo: Photo, kept: Path) -> Piece:
    pixels, loose = read_rgb(photo.path), photo.source in _ON_SHELVES
    if photo.kind == NONE or loose or photo.source in _IN_PLACE:
        return Piece(photo.kind, pixels, None, loose, photo.source in _IN_PLACE)
    alpha = cv2.imread(str(kept), cv2.IMREAD_GRAYSCALE) if kept.exists() else None
    if alpha is None:
        alpha = outline(pixels)
        cv2.imwrite(str(kept), alpha)
    return Piece(photo.kind, pixels, lift(pixels, np.asarray(alpha)), loose)


@dataclass(frozen=True)
class Recipe:
    """Shares of samples: of waste, how many objects are laid on another surface; of all, how many photos are
    altered but gently.
    """

    pasted: float = 0.5
    gentle: float = 0.0


class Samples(Dataset[tuple[torch.Tensor, int]]):
    """An endless row of samples, bins in equal shares and kinds within a bin by the square root of their
    number.

    Sample number `i` is the same in every run with the same seed, whatever the number of workers and wherever
    a run was taken up again.
    """

    def __init__(
        self, pieces: list[Piece], scenes: list[Pixels], side: int, seed: int, recipe: Recipe = Recipe()
    ) -> None:
        self._by_kind = {name: [p for p in pieces if p.kind == name] for name in NAMES if name != NONE}
        self._movable = {name: [p for p in found if not p.in_place] for name, found in self._by_kind.items()}
        self._scenes = scenes
        self._side, self._seed, self._recipe = side, seed, recipe
        self._shares = _shares({name: len(found) for name, found in self._by_kind.items()})

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        rng = np.random.default_rng((self._seed, index))
        kind = (
            NONE
            if rng.random() < _NONE_SHARE
            else str(rng.choice(list(self._shares), p=list(self._shares.values())))
        )
        picture = self._nothing(rng) if kind == NONE else self._something(rng, kind)
        alter = augment_gently if rng.random() < self._recipe.gentle else augment
        return torch.from_numpy(alter(rng, picture, self._side)), NAMES.index(kind)

    def _nothing(self, rng: Random) -> Pixels:
        if self._scenes and rng.random() < 0.4:
            return self._scenes[rng.integers(len(self._scenes))]
        return scene(rng, self._side)

    def _something(self, rng: Random, kind: str) -> Pixels:
        pasted = self._recipe.pasted * (_CLEAR if kind in SEE_THROUGH else 1)
        if rng.random() < pasted and self._movable[kind]:
            return self._pasted(rng, kind)
        known = self._by_kind[kind]
        piece = known[rng.integers(len(known))]
        if piece.object:
            return close_up(rng, piece.photo, piece.object)
        return piece.photo if piece.in_place else _part(rng, piece.photo, 0.35)

    def _pasted(self, rng: Random, kind: str) -> Pixels:
        """One object on another surface, at times several, at times a heap that fills the picture."""
        bare = KINDS[kind] == "organik" and rng.random() < _ORGANIC_ON_WHITE
        canvas = light_table(rng, int(self._side * 1.1)) if bare else self.canvas(rng)
        draw = rng.random()
        for _ in range(1 if draw < 0.7 else int(rng.integers(2, 4 if draw < 0.88 else 9))):
            movable = self._movable[kind]
            piece = movable[rng.integers(len(movable))]
            shape = piece.object or (patch(rng, piece.photo) if piece.loose else whole(piece.photo))
            shape = dried(rng, shape) if kind == "leaf" and rng.random() < _DRIED else shape
            canvas = paste(rng, canvas, shape, kind)
        return canvas

    def canvas(self, rng: Random) -> Pixels:
        """Somewhere to lay an object: mostly a made surface, else a part of a photographed scene."""
        side = int(self._side * 1.1)
        if not self._scenes or rng.random() < 0.65:
            return surface(rng, side)
        part = _part(rng, self._scenes[rng.integers(len(self._scenes))], 0.25)
        return np.asarray(cv2.resize(part, (side, side), interpolation=cv2.INTER_AREA))


def _part(rng: Random, photo: Pixels, least: float) -> Pixels:
    """A square part of a photo, its side `least` to all of the shorter one."""
    height, width = photo.shape[:2]
    part = int(min(height, width) * rng.uniform(least, 1.0))
    x, y = int(rng.integers(width - part + 1)), int(rng.integers(height - part + 1))
    return photo[y : y + part, x : x + part]


def _shares(counts: dict[str, int]) -> dict[str, float]:
    present = {name: count**0.5 for name, count in counts.items() if count}
    of_bin: dict[str, float] = {}
    for name, weight in present.items():
        of_bin[KINDS[name]] = of_bin.get(KINDS[name], 0.0) + weight
    return {name: weight / of_bin[KINDS[name]] / len(of_bin) for name, weight in present.items()}
