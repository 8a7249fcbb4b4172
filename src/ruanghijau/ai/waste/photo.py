"""From an uploaded file or a picture to the numbers that the model takes."""

import numpy as np
import numpy.typing as npt
from PIL import Image
from PIL.Image import Resampling

from ruanghijau.ai.waste.settings import ModelSettings
from ruanghijau.gateways.pictures import PictureLimits, PictureProblem, PictureRefused
from ruanghijau.gateways.pictures.colour import on_white, plain, to_srgb
from ruanghijau.gateways.pictures.decode import decode, fitted
from ruanghijau.gateways.pictures.orientation import upright

MAX_BYTES = 5 * 1024 * 1024
"""Of an uploaded waste photo (mission, Waste Detection)."""
LONG_SIDE = 800
"""Of an opened photo, in pixels: several times what the model looks at, and enough for a person to see what
it was. A JPEG of 12 megapixels is decoded at a quarter of its size for it.
"""
_LIMITS = PictureLimits(max_bytes=MAX_BYTES, long_side=LONG_SIDE)


def opened(data: bytes) -> Image.Image:
    """The photo in these bytes: upright, RGB, without transparency, its long side at most `LONG_SIDE`.

    Raises `PictureRefused` and nothing else, whatever the bytes are.
    """
    _LIMITS.check_bytes(data)
    try:
        return _read(data)
    except PictureRefused:
        raise
    except Exception as error:  # whatever a decoder says of a hostile file, MemoryError included
        raise PictureRefused(PictureProblem.broken) from error


def _read(data: bytes) -> Image.Image:
    decoded = decode(data, _LIMITS)
    profile, exif = decoded.info.get("icc_profile"), decoded.info.get("exif")
    size = fitted(decoded.size, LONG_SIDE)
    small = plain(decoded).resize(size, Resampling.BILINEAR, reducing_gap=2.0)
    return upright(to_srgb(on_white(small), profile), exif)


def prepared(photo: Image.Image, settings: ModelSettings) -> npt.NDArray[np.float32]:
    """The model's input, 1 x 3 x side x side, for a picture of any mode and size.

    Raises `PictureRefused` for a picture without pixels.
    """
    if not photo.width or not photo.height:
        raise PictureRefused(PictureProblem.empty)
    middle = _middle(photo if photo.mode == "RGB" else photo.convert("RGB"), settings)
    pixels = np.asarray(middle, dtype=np.float32)
    mean, std = (np.array(values, np.float32) for values in (settings.mean, settings.std))
    scaled = (pixels - mean) / std
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None])


def _middle(photo: Image.Image, settings: ModelSettings) -> Image.Image:
    """The middle of the photo, cut and scaled in one pass, so that a 20,000 x 1 photo costs no more than
    another.
    """
    short = min(photo.size)
    kept = short * settings.side / settings.short_side
    left, top = (photo.width - kept) / 2, (photo.height - kept) / 2
    box = (left, top, left + kept, top + kept)
    size = (settings.side, settings.side)
    return photo.resize(size, Resampling.BILINEAR, box=box, reducing_gap=2.0)
