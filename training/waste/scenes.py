"""Pictures that are none of the bins, drawn: landscapes, faces, blank frames, pages of shapes."""

from collections.abc import Callable

import cv2
import numpy as np

from training.waste.surfaces import Pixels, Random, bare_surface, clouds, colour, surface


def scene(rng: Random, side: int) -> Pixels:
    """A picture of nothing to throw away."""
    kinds: tuple[Callable[[Random, int], Pixels], ...] = (bare_surface, _landscape, _face, _blank, _shapes)
    return kinds[rng.choice(len(kinds), p=(0.3, 0.25, 0.25, 0.08, 0.12))](rng, side)


def _landscape(rng: Random, side: int) -> Pixels:
    """Sky with clouds over two to four ridges, and water, field or road in front."""
    top, bottom = colour(rng), colour(rng)
    if rng.random() < 0.7:
        top, bottom = np.float32([90, 140, 215]), np.float32([200, 220, 240])
    ramp = np.linspace(0, 1, side, dtype=np.float32)[:, None, None]
    picture = np.broadcast_to(top * (1 - ramp) + bottom * ramp, (side, side, 3)).copy()
    picture += (np.float32(235) - picture) * np.clip(clouds(rng, side) * 1.8 - 1, 0, 1)[..., None]
    level = side * rng.uniform(0.25, 0.5)
    for _ in range(int(rng.integers(2, 5))):
        ridge = cv2.resize(
            rng.random((1, int(rng.integers(3, 12))), np.float32), (side, 1), interpolation=cv2.INTER_CUBIC
        )
        heights = level + ridge[0] * side * 0.2
        ground = surface(rng, side).astype(np.float32) * 0.4 + colour(rng) * 0.6
        below = np.arange(side)[:, None] > heights[None, :]
        picture[below] = ground[below]
        level += side * rng.uniform(0.08, 0.25)
    return np.ascontiguousarray(np.clip(picture, 0, 255), dtype=np.uint8)


def _face(rng: Random, side: int) -> Pixels:
    """Head, hair, eyes, brows, nose, mouth and shoulders, in any proportion a portrait has."""
    picture = surface(rng, side)
    skin = np.clip(np.float32([205, 155, 120]) * rng.uniform(0.35, 1.2) + rng.normal(0, 12, 3), 0, 255)
    x, y = (int(side * rng.uniform(0.35, 0.65)) for _ in range(2))
    high = int(side * rng.uniform(0.18, 0.42))
    wide = int(high * rng.uniform(0.65, 0.85))
    hair, cloth = (colour(rng) * rng.uniform(0.1, 0.6)).tolist(), colour(rng).tolist()
    cv2.ellipse(picture, (x, y + int(high * 2.1)), (int(wide * 2.2), high), 0, 0, 360, cloth, -1)
    cv2.rectangle(
        picture, (x - wide // 2, y), (x + wide // 2, y + int(high * 1.3)), (skin * 0.85).tolist(), -1
    )
    cv2.ellipse(picture, (x, y - high // 5), (int(wide * 1.12), int(high * 1.08)), 0, 0, 360, hair, -1)
    cv2.ellipse(picture, (x, y), (wide, high), 0, 0, 360, skin.tolist(), -1)
    cv2.ellipse(picture, (x, y - high // 2), (wide, high // 2), 0, 180, 360, hair, -1)
    _features(rng, picture, (x, y), (wide, high), skin)
    return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.6, 2.5))


def _features(
    rng: Random,
    picture: Pixels,
    at: tuple[int, int],
    size: tuple[int, int],
    skin: np.typing.NDArray[np.float64],
) -> None:
    (x, y), (wide, high) = at, size
    for sign in (-1, 1):
        eye = (x + sign * int(wide * 0.42), y - high // 10)
        cv2.ellipse(picture, eye, (max(2, wide // 5), max(1, high // 12)), 0, 0, 360, (235, 235, 235), -1)
        cv2.circle(picture, eye, max(1, wide // 11), (40, 30, 25), -1)
        cv2.ellipse(
            picture, (eye[0], eye[1] - high // 6), (wide // 4, high // 14), 0, 180, 360, (50, 40, 35), 2
        )
        cv2.ellipse(
            picture, (x + sign * wide, y), (wide // 8, high // 6), 0, 0, 360, (skin * 0.9).tolist(), -1
        )
    cv2.ellipse(picture, (x, y + high // 5), (wide // 7, high // 5), 0, 20, 160, (skin * 0.7).tolist(), 2)
    lips = (150 + int(rng.integers(60)), 70, 80)
    cv2.ellipse(picture, (x, y + high // 2), (wide // 3, max(2, high // 10)), 0, 0, 180, lips, -1)


def _blank(rng: Random, side: int) -> Pixels:
    flat = np.full((side, side, 3), colour(rng) if rng.random() < 0.5 else rng.integers(256), np.float32)
    grain = rng.normal(0, rng.uniform(0, 12), flat.shape)
    return np.ascontiguousarray(np.clip(flat + grain, 0, 255), dtype=np.uint8)


def _shapes(rng: Random, side: int) -> Pixels:
    """Flat drawings and screens: filled shapes, bars, lines of writing."""
    picture = surface(rng, side) if rng.random() < 0.4 else _blank(rng, side)
    for _ in range(int(rng.integers(3, 14))):
        (x, y), (w, h), shade = rng.integers(0, side, 2), rng.integers(4, side // 2, 2), colour(rng).tolist()
        kind = rng.integers(4)
        if kind == 0:
            cv2.rectangle(picture, (int(x), int(y)), (int(x + w), int(y + h)), shade, -1)
        elif kind == 1:
            cv2.ellipse(
                picture, (int(x), int(y)), (int(w), int(h)), float(rng.integers(180)), 0, 360, shade, -1
            )
        elif kind == 2:
            cv2.fillPoly(
                picture, [rng.integers(0, side, (int(rng.integers(3, 7)), 2)).astype(np.int32)], shade
            )
        else:
            text = "".join(rng.choice(list("abcdefghiklmnoprstu "), 14))
            cv2.putText(
                picture,
                text,
                (int(x) // 2, int(y)),
                0,
                float(rng.uniform(0.3, 1.2)),
                shade,
                int(rng.integers(1, 3)),
            )
    return picture
