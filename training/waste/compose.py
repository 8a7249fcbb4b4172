"""Lays cut-out objects on other surfaces: turned, bent, in their own shadow, and seen through where they are
clear.
"""

import cv2
import numpy as np
import numpy.typing as npt

from training.waste.cutout import CutOut
from training.waste.surfaces import Pixels, Random

Field = npt.NDArray[np.float32]

SEE_THROUGH = frozenset({"glass", "plastic"})
"""Kinds of which much is clear: a cut-out glass that brings its old table along would teach the table."""


def whole(photo: Pixels) -> CutOut:
    """A photo that its object fills, as a piece to be pasted with its own rim."""
    return CutOut(photo, np.full(photo.shape[:2], 255, np.uint8), np.float32([255, 255, 255]))


def patch(rng: Random, photo: Pixels) -> CutOut:
    """A rounded piece out of a photo that its object fills: a heap of produce with an outline of its own."""
    part = int(min(photo.shape[:2]) * rng.uniform(0.35, 0.95))
    y, x = (int(rng.integers(size - part + 1)) for size in photo.shape[:2])
    angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    radius = 1 - rng.uniform(0.05, 0.3) * (1 + np.sin(angle * rng.integers(1, 5) + rng.uniform(0, 6))) / 2
    radius -= rng.uniform(0, 0.06, angle.shape)
    stretch = part / 2 * np.array([1, rng.uniform(0.5, 1)])
    rim = part / 2 + stretch * radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    alpha = np.zeros((part, part), np.uint8)
    cv2.fillPoly(alpha, [rim.astype(np.int32)], 255)
    pixels = np.ascontiguousarray(photo[y : y + part, x : x + part])
    return CutOut(pixels, cv2.GaussianBlur(alpha, (0, 0), 1.5), np.float32([255, 255, 255]))


def dried(rng: Random, piece: CutOut) -> CutOut:
    """A leaf as it looks on the ground weeks later: brown as cardboard, its veins and spots kept."""
    hue, saturation, value = cv2.split(cv2.cvtColor(piece.pixels, cv2.COLOR_RGB2HSV).astype(np.float32))
    hue = rng.uniform(5, 24) + 0.2 * (hue - np.median(hue))
    saturation = np.clip(saturation * rng.uniform(0.4, 1.0), 0, 255)
    value = np.clip(value * rng.uniform(0.7, 1.3), 0, 255)
    brown = cv2.merge([np.clip(hue, 0, 40), saturation, value]).astype(np.uint8)
    return CutOut(cv2.cvtColor(brown, cv2.COLOR_HSV2RGB), piece.alpha, piece.table, piece.corner)


def close_up(rng: Random, photo: Pixels, piece: CutOut) -> Pixels:
    """The part of a photo about its object: from so near that the rim is lost to three times its size."""
    (x, y), (height, width) = piece.corner, piece.alpha.shape
    side = max(height, width) * np.exp(rng.uniform(np.log(0.75), np.log(3.0)))
    wide, high = (int(min(size, max(32, side * rng.uniform(0.85, 1.15)))) for size in photo.shape[1::-1])
    middle = (x + width / 2 + rng.normal(0, 0.12) * wide, y + height / 2 + rng.normal(0, 0.12) * high)
    left = int(np.clip(middle[0] - wide / 2, 0, photo.shape[1] - wide))
    top = int(np.clip(middle[1] - high / 2, 0, photo.shape[0] - high))
    return photo[top : top + high, left : left + wide]


def paste(rng: Random, canvas: Pixels, piece: CutOut, kind: str) -> Pixels:
    """The canvas with the piece on it, at a place, size and angle of its own. RGB in and out."""
    side = canvas.shape[0]
    turn = _placement(rng, piece.alpha.shape, side)
    flags = {"dsize": (side, side), "flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_CONSTANT}
    pixels = cv2.warpPerspective(piece.pixels, turn, **flags).astype(np.float32)
    alpha = cv2.warpPerspective(piece.alpha, turn, **flags).astype(np.float32)[..., None] / 255
    under = _shaded(rng, canvas.astype(np.float32), alpha)
    if kind in SEE_THROUGH and rng.random() < 0.5:
        through = under * np.clip(pixels / np.maximum(piece.table, 60), 0, 1.35)
        share = np.float32(rng.uniform(0.3, 0.95))
        pixels = share * through + (1 - share) * pixels
    pixels = pixels * _tint(rng, under)
    return np.clip(under * (1 - alpha) + pixels * alpha, 0, 255).astype(np.uint8)


def _placement(rng: Random, shape: tuple[int, ...], side: int) -> Field:
    """A perspective transform that puts an object of this shape somewhere on a square canvas."""
    height, width = shape[:2]
    scale = side * rng.uniform(0.38, 1.15) / max(height, width)
    corners = np.float32([[-width, -height], [width, -height], [width, height], [-width, height]]) * (
        scale / 2
    )
    corners *= 1 + rng.normal(0, 0.06, corners.shape)
    corners *= np.exp(rng.normal(0, 0.12, (1, 2)))
    angle = rng.uniform(0, 2 * np.pi) if rng.random() < 0.7 else rng.normal(0, 0.2)
    turned = corners @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    place = side * rng.uniform(0.36, 0.64, (1, 2))
    if rng.random() < 0.5:
        turned[:, 0] *= -1
    start = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    return np.asarray(cv2.getPerspectiveTransform(start, np.float32(turned + place)), dtype=np.float32)


def _shaded(rng: Random, canvas: Field, alpha: Field) -> Field:
    """The canvas darkened beside the object, as a lamp or the sun would leave it; one time in four not at
    all.
    """
    if rng.random() < 0.25:
        return canvas
    side = canvas.shape[0]
    shift = np.float32([[1, 0, rng.normal(0, side * 0.03)], [0, 1, rng.normal(0, side * 0.03)]])
    shadow = cv2.warpAffine(alpha, shift, (side, side))
    shadow = cv2.GaussianBlur(shadow, (0, 0), side * rng.uniform(0.008, 0.05))
    return np.asarray(canvas * (1 - rng.uniform(0.15, 0.65) * shadow[..., None]), dtype=np.float32)


def _tint(rng: Random, under: Field) -> Field:
    """Part of the surroundings' brightness falls on the object too."""
    lift = np.clip(under.mean((0, 1)) / 150, 0.35, 1.25) ** rng.uniform(0.0, 0.5)
    return np.asarray(lift * rng.uniform(0.75, 1.15), dtype=np.float32)
