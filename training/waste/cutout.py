"""Cuts the object out of a photo taken on a plain surface, so that it can be laid on any other.

The table is modelled as a smooth surface of colour fitted to the photo's rim; what differs from it, or has
edges of its own (clear glass and film differ in little else), seeds a GrabCut that settles the outline.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]

_SIDE = 192
"""Long side, in pixels, at which outlines are sought: finer ones are blurred again when pasted."""
_RIM = 0.06
_DIFFERS = 14.0
"""Distance in CIELAB units beyond which a pixel is surely not the table."""
_EDGE = 28.0
_LIGHT, _GREY = 45.0, 24.0
"""CIELAB lightness above which, and chroma below which, a surface may be a table of the plain kind."""
_LEAST, _MOST = 0.04, 0.80
"""Share of the photo that an outline must cover to be believed."""


@dataclass(frozen=True)
class CutOut:
    """An object without its surroundings: RGB pixels, how opaque each is (0-255), and the colour of its
    table.

    `corner` is where its top left pixel was in the photo, as x and y.
    """

    pixels: Pixels
    alpha: Pixels
    table: npt.NDArray[np.float32]
    corner: tuple[int, int] = (0, 0)


def outline(photo: Pixels) -> Pixels:
    """How much of each pixel of an RGB photo is its object, 0-255; 0 all over where no outline is to be
    trusted.
    """
    scale = _SIDE / max(photo.shape[:2])
    small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = _outline(small)
    nothing = np.zeros(photo.shape[:2], np.uint8)
    if not _LEAST < mask.mean() < _MOST:
        return nothing
    if not _like_a_table(np.median(small[mask == 0], axis=0).astype(np.float32)):
        return nothing
    alpha = cv2.resize(mask.astype(np.float32), photo.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return np.clip(cv2.GaussianBlur(alpha, (0, 0), 1.2) * 255, 0, 255).astype(np.uint8)


def lift(photo: Pixels, alpha: Pixels) -> CutOut | None:
    """The object in a photo, by its outline; None where there is none."""
    rows, columns = np.where(alpha.max(1) > 64)[0], np.where(alpha.max(0) > 64)[0]
    if not len(rows):
        return None
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    table = np.median(photo[alpha == 0][::7], axis=0).astype(np.float32)
    return CutOut(photo[box].copy(), alpha[box].copy(), table, (int(columns[0]), int(rows[0])))


def _outline(small: Pixels) -> Pixels:
    distance, edges = _unlike_table(small)
    seed = ((distance > _DIFFERS) | (edges > _EDGE)).astype(np.uint8)
    seed = cv2.morphologyEx(seed, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    seed = _filled(cv2.morphologyEx(seed, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))
    if not 0.01 < seed.mean() < 0.95:
        return seed
    return _settled(small, seed, distance)


def _like_a_table(colour: npt.NDArray[np.float32]) -> bool:
    """Light and nearly grey: a carton that fills the photo must not pass for the table of its own print."""
    lightness, *chroma = cv2.cvtColor(colour[None, None] / 255, cv2.COLOR_RGB2LAB)[0, 0]
    return bool(lightness > _LIGHT and np.hypot(*chroma) < _GREY)


def _unlike_table(small: Pixels) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """How far each pixel is from the table in colour, and how strong the edges are there."""
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    table = _smooth_surface(lab)
    difference = (lab - table) * np.float32([0.5, 1.0, 1.0])
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = cv2.GaussianBlur(grey, (0, 0), 1.0)
    edges = cv2.magnitude(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    return np.linalg.norm(difference, axis=2).astype(np.float32), edges


def _smooth_surface(lab: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """A quadratic surface through the rim's colours, fitted twice: then without what did not fit at first."""
    height, width = lab.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1).astype(np.float32)
    rim = np.maximum(abs(x), abs(y)) > 1 - 2 * _RIM
    known, wanted = terms[rim], lab[rim]
    for _ in range(2):
        weights, *_ = np.linalg.lstsq(known, wanted, rcond=None)
        error = np.linalg.norm(known @ weights - wanted, axis=1)
        keep = error <= np.quantile(error, 0.7)
        known, wanted = known[keep], wanted[keep]
    return np.asarray(terms @ weights, dtype=np.float32)


def _settled(small: Pixels, seed: Pixels, distance: npt.NDArray[np.float32]) -> Pixels:
    state = np.where(seed, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    state[cv2.erode(seed, np.ones((9, 9), np.uint8)) > 0] = cv2.GC_FGD
    far = cv2.dilate(seed, np.ones((15, 15), np.uint8)) == 0
    state[far & (distance < _DIFFERS)] = cv2.GC_BGD
    if not (state == cv2.GC_BGD).any():
        return seed
    scratch = np.zeros((2, 1, 65))
    cv2.grabCut(small, state, None, scratch[0], scratch[1], 2, cv2.GC_INIT_WITH_MASK)
    found = np.isin(state, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    return _filled(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)))


def _filled(mask: Pixels) -> Pixels:
    """The larger pieces of a mask, without holes."""
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    least = max((cv2.contourArea(contour) for contour in contours), default=0.0) * 0.05
    solid = np.zeros_like(mask)
    cv2.drawContours(solid, [c for c in contours if cv2.contourArea(c) >= least], -1, 1, cv2.FILLED)
    return solid
