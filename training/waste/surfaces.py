"""Surfaces and scenes made from noise: what an object may lie on, and what is none of the bins.

They are procedural so that training needs no pictures beyond the photos of waste; photographs of landscapes
and rooms, where there are some, are mixed with them by the caller. All take a numpy Generator and give RGB of
the asked side in pixels.
"""

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Field = npt.NDArray[np.float32]
Random = np.random.Generator


def surface(rng: Random, side: int) -> Pixels:
    """A surface of a random kind: light table, plain, mottled, grained, tiled, striped, gravel or grass."""
    return _made(rng, side, (_table, _table, *_BARE, _grass))


def light_table(rng: Random, side: int) -> Pixels:
    """A white to light grey surface, as under a studio's picture or on a sheet of paper."""
    return _made(rng, side, (_table,))


def bare_surface(rng: Random, side: int) -> Pixels:
    """A surface on which nothing grows: a lawn alone could as well be a heap of cut grass."""
    return _made(rng, side, (_table, *_BARE))


def _made(rng: Random, side: int, kinds: tuple[Callable[[Random, int], Field], ...]) -> Pixels:
    made = kinds[rng.integers(len(kinds))](rng, side)
    return np.ascontiguousarray(np.clip(_lit(rng, made), 0, 255), dtype=np.uint8)


def clouds(rng: Random, side: int, roughness: float = 0.55) -> Field:
    """Fractal noise between 0 and 1."""
    total = np.zeros((side, side), np.float32)
    weight, cells = 1.0, int(rng.integers(2, 6))
    while cells < side:
        noise = rng.random((cells + 1, cells + 1), np.float32)
        total += weight * cv2.resize(noise, (side, side), interpolation=cv2.INTER_CUBIC)
        weight, cells = weight * roughness, cells * 2
    low, high = float(total.min()), float(total.max())
    return (total - low) / max(high - low, 1e-6)


def colour(rng: Random) -> Field:
    """A colour as surfaces have it: mostly dull, now and then vivid."""
    saturation = 255 * (rng.beta(1.2, 3.0) if rng.random() < 0.8 else rng.random())
    hsv = np.array([[[rng.integers(180), saturation, rng.integers(20, 256)]]], np.uint8)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0], dtype=np.float32)


def _blend(mask: Field, first: Field, second: Field) -> Field:
    return first * (1 - mask[..., None]) + second * mask[..., None]


def _near(rng: Random, base: Field, spread: float) -> Field:
    return np.clip(base + rng.normal(0, spread, 3), 0, 255).astype(np.float32)


def _table(rng: Random, side: int) -> Field:
    """White to light grey, as under a studio's picture or on a sheet of paper."""
    light = np.full(3, rng.uniform(190, 262)) + rng.normal(0, 5, 3)
    return np.broadcast_to(np.float32(light), (side, side, 3)).astype(np.float32)


def _plain(rng: Random, side: int) -> Field:
    return np.broadcast_to(colour(rng), (side, side, 3)).astype(np.float32)


def _mottled(rng: Random, side: int) -> Field:
    base = colour(rng)
    return _blend(clouds(rng, side, rng.uniform(0.4, 0.9)), base, _near(rng, base, 60))


def _grained(rng: Random, side: int) -> Field:
    """Wood: noise stretched along one direction, in boards or whole."""
    stretched = cv2.resize(
        clouds(rng, side, 0.8)[: max(4, side // 16)], (side, side), interpolation=cv2.INTER_LINEAR
    )
    base = _near(rng, np.float32([150, 105, 65]), 45) if rng.random() < 0.7 else colour(rng)
    grain = _blend(np.abs(np.sin(stretched * rng.uniform(4, 20))), base, base * rng.uniform(0.45, 0.9))
    if rng.random() < 0.5:
        grain[:, :: max(8, int(side / rng.integers(2, 7)))] *= 0.45
    return np.rot90(grain, int(rng.integers(4))).copy()


def _tiled(rng: Random, side: int) -> Field:
    base = colour(rng)
    tiles = _blend(clouds(rng, side), base, _near(rng, base, 18))
    step, wide = int(side / rng.uniform(1.5, 8)), int(rng.integers(1, 4))
    joint, shift = _near(rng, base * 0.6, 25), int(rng.integers(step))
    for row in range(shift, side, step):
        tiles[row : row + wide] = joint
        tiles[:, row : row + wide] = joint
    return tiles


def _striped(rng: Random, side: int) -> Field:
    angle, count = rng.uniform(0, np.pi), rng.uniform(2, 30)
    y, x = np.mgrid[0 : 1 : side * 1j, 0 : 1 : side * 1j]
    wave = np.sin(2 * np.pi * count * (x * np.cos(angle) + y * np.sin(angle)))
    hard = wave > 0 if rng.random() < 0.5 else (wave + 1) / 2
    return _blend(np.float32(hard), colour(rng), colour(rng))


def _gravel(rng: Random, side: int) -> Field:
    """Sand, asphalt, terrazzo: speckles of a size of their own."""
    cells = int(side / rng.uniform(1, 7))
    speckle = rng.random((cells, cells), np.float32)
    speckle = cv2.resize(speckle, (side, side), interpolation=cv2.INTER_LINEAR)
    base = _near(rng, np.float32([135, 125, 112]), 40)
    return (
        _blend(speckle * rng.uniform(0.3, 1), base, _near(rng, base, 70))
        * (0.8 + 0.4 * clouds(rng, side))[..., None]
    )


def _grass(rng: Random, side: int) -> Field:
    """A lawn, dry or green: short strokes over soil."""
    soil = _blend(clouds(rng, side), np.float32([70, 60, 40]), np.float32([110, 100, 60]))
    blade = np.float32([90, 140, 50]) if rng.random() < 0.6 else np.float32([170, 150, 90])
    for _ in range(int(rng.integers(250, 700))):
        x, y = rng.integers(0, side, 2)
        dx, dy = rng.normal(0, side / 40), -abs(rng.normal(0, side / 12))
        shade = _near(rng, blade, 28)
        cv2.line(soil, (int(x), int(y)), (int(x + dx), int(y + dy)), shade.tolist(), int(rng.integers(1, 3)))
    return soil


def _lit(rng: Random, made: Field) -> Field:
    """Uneven light over a surface: a gradient, a vignette, at times the shadow of something outside the
    photo.
    """
    side = made.shape[0]
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 + rng.uniform(0, 0.35) * (x * np.cos(angle) + y * np.sin(angle))
    if rng.random() < 0.25:
        light *= np.where(clouds(rng, side, 0.3) > rng.uniform(0.4, 0.7), 1, rng.uniform(0.45, 0.85))
    return np.asarray(made * light[..., None], dtype=np.float32)


_BARE = (_plain, _mottled, _grained, _tiled, _striped, _gravel)
