"""Makes of an uploaded file the two JPEGs that are kept."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from PIL.Image import Resampling

from ruanghijau.gateways.pictures.colour import on_white, plain, to_srgb
from ruanghijau.gateways.pictures.decode import decode, fitted
from ruanghijau.gateways.pictures.orientation import upright
from ruanghijau.gateways.pictures.rules import PictureLimits, PictureProblem, PictureRefused

DEFAULT_LIMITS = PictureLimits()


@dataclass(frozen=True)
class Picture:
    """A picture to keep: both files are JPEG; `width` and `height` are those of `full`, in pixels."""

    full: bytes
    thumbnail: bytes
    width: int
    height: int
    content_type: str = "image/jpeg"
    extension: str = "jpg"


def prepare_picture(data: bytes, limits: PictureLimits = DEFAULT_LIMITS) -> Picture:
    """Check, turn upright, clean, bound and re-encode a JPEG, PNG, WebP or HEIC file.

    What comes out is drawn anew from the pixels, so nothing else of the file survives: no EXIF, GPS
    position, XMP, comment or colour profile, and no second file hidden behind the first. Raises
    `PictureRefused` with its reason, and never anything else.
    """
    limits.check_bytes(data)
    try:
        return _prepared(data, limits)
    except PictureRefused:
        raise
    except Exception as error:  # whatever a decoder says of a hostile file, MemoryError included
        raise PictureRefused(PictureProblem.broken) from error


def _prepared(data: bytes, limits: PictureLimits) -> Picture:
    decoded = decode(data, limits)
    profile, exif = decoded.info.get("icc_profile"), decoded.info.get("exif")
    small = _shrunk(plain(decoded), limits.long_side)
    return encoded(upright(to_srgb(on_white(small), profile), exif), limits)


def encoded(full: Image.Image, limits: PictureLimits = DEFAULT_LIMITS) -> Picture:
    """The files to keep of a picture that is upright, RGB and small enough already."""
    thumbnail = _shrunk(full, limits.thumbnail_side)
    return Picture(
        full=_jpeg(full, limits.quality),
        thumbnail=_jpeg(thumbnail, limits.quality),
        width=full.width,
        height=full.height,
    )


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    size = fitted(image.size, side)
    if size == image.size:
        return image
    return image.resize(size, Resampling.LANCZOS, reducing_gap=2.0)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    image.info = {}  # Pillow would write a comment it finds here into the new file
    file = BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()
