"""What a picture may be, and the one way in which it is refused."""

from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024


class PictureProblem(StrEnum):
    """Why a file is not accepted as a picture; stable, so that a client may act on it."""

    empty = "empty"
    too_large = "too_large"
    unsupported = "unsupported"
    too_many_pixels = "too_many_pixels"
    broken = "broken"


class PictureRefused(Exception):
    """The only exception that `prepare_picture` raises, whatever the bytes are."""

    def __init__(self, reason: PictureProblem) -> None:
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True)
class PictureLimits:
    """Bounds of what is taken in and of what is made of it; sides are in pixels.

    `max_photo_pixels` is for JPEG and HEIC, which cameras write: the largest frame of a 50-megapixel phone.
    `max_canvas_pixels` is for PNG and WebP, whose decoders hold every pixel several times over: at 24
    megapixels a transparent WebP takes 500 MiB for a second, at 50 it would take 1 GiB.
    """

    max_bytes: int = 16 * MEGABYTE
    max_photo_pixels: int = 8192 * 6144
    max_canvas_pixels: int = 6000 * 4000
    long_side: int = 2048
    thumbnail_side: int = 480
    quality: int = 85

    def check_bytes(self, data: bytes) -> None:
        if not data:
            raise PictureRefused(PictureProblem.empty)
        if len(data) > self.max_bytes:
            raise PictureRefused(PictureProblem.too_large)
