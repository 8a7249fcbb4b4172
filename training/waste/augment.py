"""What a phone does to a photo: framing, light, white balance, blur, noise and compression.

Strong on purpose: neither the colour of the light nor the surface under an object may tell the bin. A
part of the samples is spared, because glass, clear plastic and metal differ in fine lines of light that blur,
noise and compression wipe out.
"""

import cv2
import numpy as np

from training.waste.surfaces import Pixels, Random, clouds


def augment(rng: Random, photo: Pixels, side: int) -> Pixels:
    """A new square photo of this side in pixels from an RGB one."""
    photo = framed(rng, photo, side)
    photo = _light(rng, photo)
    photo = _hues(rng, photo)
    if rng.random() < 0.25:
        photo = _blurred(rng, photo)
    if rng.random() < 0.25:
        photo = _coarse(rng, photo)
    if rng.random() < 0.3:
        photo = _noisy(rng, photo)
    if rng.random() < 0.4:
        photo = _compressed(rng, photo)
    return _covered(rng, photo) if rng.random() < 0.12 else photo


def augment_gently(rng: Random, photo: Pixels, side: int) -> Pixels:
    """A new square photo as a good phone on a good day takes it."""
    photo = _toned(rng, framed(rng, photo, side, warped=0.1), 0.5)
    gains = np.exp(rng.normal(0, 0.05, 3))
    photo = np.clip(photo * gains, 0, 255).astype(np.uint8)
    return _compressed(rng, photo, 60) if rng.random() < 0.2 else photo


def framed(rng: Random, photo: Pixels, side: int, warped: float = 0.35) -> Pixels:
    """A crop of half to the whole of the photo, mirrored and turned; a share of them seen askew."""
    height, width = photo.shape[:2]
    area, ratio = height * width * rng.uniform(0.5, 1.0), np.exp(rng.uniform(-0.3, 0.3))
    wide = int(min(width, max(16.0, np.sqrt(area * ratio))))
    high = int(min(height, max(16.0, np.sqrt(area / ratio))))
    x, y = int(rng.integers(width - wide + 1)), int(rng.integers(height - high + 1))
    crop = photo[y : y + high, x : x + wide]
    method = cv2.INTER_AREA if min(high, wide) > side else cv2.INTER_LINEAR
    crop = cv2.resize(crop, (side, side), interpolation=method)
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    if rng.random() < 0.3:
        crop = np.rot90(crop, int(rng.integers(1, 4)))
    crop = np.ascontiguousarray(crop)
    return _turned(rng, crop) if rng.random() < warped else crop


def _turned(rng: Random, photo: Pixels) -> Pixels:
    side = photo.shape[0]
    start = np.float32([[0, 0], [side, 0], [side, side], [0, side]])
    moved = start + rng.normal(0, side * 0.06, (4, 2)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(start, moved)
    turn = np.vstack([cv2.getRotationMatrix2D((side / 2, side / 2), rng.uniform(-30, 30), 1.1), [0, 0, 1]])
    border = cv2.BORDER_REFLECT if rng.random() < 0.7 else cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpPerspective(photo, turn @ matrix, (side, side), borderMode=border))


def _light(rng: Random, photo: Pixels) -> Pixels:
    """Exposure, contrast and gamma; at times a shadow across the photo."""
    photo = _toned(rng, photo, 1.0)
    if rng.random() < 0.2:
        shadow = np.clip((clouds(rng, photo.shape[0], 0.3) - 0.45) * rng.uniform(2, 8), 0, 1)
        photo = (photo * (1 - rng.uniform(0.2, 0.6) * shadow[..., None])).astype(np.uint8)
    return photo


def _toned(rng: Random, photo: Pixels, strength: float) -> Pixels:
    levels = np.arange(256, dtype=np.float32) / 255
    levels = levels ** np.exp(rng.normal(0, 0.25 * strength))
    levels = (levels - 0.5) * (1 + rng.uniform(-0.3, 0.3) * strength) + 0.5 + rng.normal(0, 0.08 * strength)
    return np.asarray(cv2.LUT(photo, np.clip(levels * 255, 0, 255).astype(np.uint8)))


def _hues(rng: Random, photo: Pixels) -> Pixels:
    """White balance per channel, saturation from grey to vivid, and a small turn of all hues."""
    if rng.random() < 0.8:
        gains = np.exp(rng.normal(0, 0.1, 3))
        photo = np.clip(photo * gains, 0, 255).astype(np.uint8)
    hsv = cv2.cvtColor(photo, cv2.COLOR_RGB2HSV)
    if rng.random() < 0.5:
        hsv[..., 0] = (hsv[..., 0].astype(np.int16) + int(rng.normal(0, 4))) % 180
    factor = 0.0 if rng.random() < 0.04 else rng.uniform(0.5, 1.4)
    hsv[..., 1] = np.clip(hsv[..., 1] * factor, 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB))


def _blurred(rng: Random, photo: Pixels) -> Pixels:
    if rng.random() < 0.5:
        return np.asarray(cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.5, 2.2)))
    length = int(rng.integers(3, 12))
    turn = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), rng.uniform(0, 180), 1)
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return np.asarray(cv2.filter2D(photo, -1, kernel / max(float(kernel.sum()), 1e-6)))


def _coarse(rng: Random, photo: Pixels) -> Pixels:
    side = photo.shape[0]
    small = cv2.resize(
        photo, None, fx=(share := rng.uniform(0.3, 0.8)), fy=share, interpolation=cv2.INTER_AREA
    )
    return np.asarray(cv2.resize(small, (side, side), interpolation=cv2.INTER_LINEAR))


def _noisy(rng: Random, photo: Pixels) -> Pixels:
    noise = rng.standard_normal(photo.shape, np.float32) * rng.uniform(3, 18)
    return np.clip(photo + noise, 0, 255).astype(np.uint8)


def _compressed(rng: Random, photo: Pixels, least: int = 15) -> Pixels:
    _, data = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(least, 90))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))


def _covered(rng: Random, photo: Pixels) -> Pixels:
    """A finger, a strap or the bin's rim over part of the photo."""
    side = photo.shape[0]
    size = (side * rng.uniform(0.1, 0.35, 2)).astype(int)
    y, x = (int(v) for v in rng.integers(0, side, 2))
    photo = photo.copy()
    photo[y : y + size[0], x : x + size[1]] = rng.integers(0, 256, 3)
    return photo
