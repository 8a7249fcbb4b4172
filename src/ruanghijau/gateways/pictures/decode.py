"""From bytes to pixels, for the four formats that are accepted; told apart by content alone.

The decoders are called by name rather than through `Image.open`: that would try formats nobody asked for,
and warns of a large picture where this has to refuse it.
"""

from collections.abc import Callable
from io import BytesIO

import pillow_heif
from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from ruanghijau.gateways.pictures.containers import check_jpeg, still_png
from ruanghijau.gateways.pictures.rules import PictureLimits, PictureProblem, PictureRefused

# Brands of ISO/IEC 23008-12 that announce a still picture coded with HEVC.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}

# An embedded thumbnail, depth map or auxiliary picture is never looked at.
pillow_heif.options.THUMBNAILS = False
pillow_heif.options.DEPTH_IMAGES = False
pillow_heif.options.AUX_IMAGES = False


class _Jpeg(JpegImageFile):
    """Pillow reads a print resolution out of EXIF on opening, and warns where the EXIF is damaged."""

    def getexif(self) -> Image.Exif:
        return Image.Exif()


def _jpeg(data: bytes) -> ImageFile:
    check_jpeg(data)
    return _Jpeg(BytesIO(data))


def _png(data: bytes) -> ImageFile:
    return PngImageFile(BytesIO(still_png(data)))


def _webp(data: bytes) -> ImageFile:
    return WebPImageFile(BytesIO(data))


def _heic(data: bytes) -> ImageFile:
    # The container says how to turn the picture; it comes out upright, with its EXIF saying so.
    image: ImageFile = pillow_heif.HeifImageFile(BytesIO(data))  # type: ignore[no-untyped-call]
    return image


def _opener(data: bytes) -> Callable[[bytes], ImageFile]:
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return _heic
    raise PictureRefused(PictureProblem.unsupported)


def decode(data: bytes, limits: PictureLimits) -> ImageFile:
    """The first frame with all its pixels in memory, or `PictureRefused`.

    Its size is checked in the header, before a pixel is decoded. A large JPEG is decoded at a half, a
    quarter or an eighth of its size where that still covers `limits.long_side`.
    """
    opener = _opener(data)
    try:
        image = opener(data)
        _check_pixels(image, limits)
        if isinstance(image, JpegImageFile):
            image.draft(None, fitted(image.size, limits.long_side))
        image.load()
    except Image.DecompressionBombError as error:
        raise PictureRefused(PictureProblem.too_many_pixels) from error
    return image


def _check_pixels(image: ImageFile, limits: PictureLimits) -> None:
    canvas = isinstance(image, PngImageFile | WebPImageFile)
    allowed = limits.max_canvas_pixels if canvas else limits.max_photo_pixels
    if image.width * image.height > allowed:
        raise PictureRefused(PictureProblem.too_many_pixels)


def fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """The size, kept in proportion, whose longer side is at most `side`; never enlarged."""
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
