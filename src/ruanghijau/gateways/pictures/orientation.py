"""Which way up a camera was held: tag 0x0112 of EXIF 3.0, and nothing else of EXIF.

Pillow's reader understands all tags and warns where one is damaged; a photo is no worse for that.
"""

import struct

from PIL import Image
from PIL.Image import Transpose

_HEADER = b"Exif\x00\x00"
_ORIENTATION = 0x0112
_SHORT = 3
_ENTRY_LENGTH = 12
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}


def upright(image: Image.Image, exif: bytes | None) -> Image.Image:
    """The picture as the photographer saw it; unchanged where `exif` does not say."""
    turn = _TURNS.get(_orientation(exif or b""))
    return image if turn is None else image.transpose(turn)


def _orientation(exif: bytes) -> int:
    tiff = exif.removeprefix(_HEADER)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        return _first_directory(tiff, order)
    except struct.error:
        return 1


def _first_directory(tiff: bytes, order: str) -> int:
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (entries,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(entries):
        place = start + 2 + number * _ENTRY_LENGTH
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, place)
        if tag == _ORIENTATION and kind == _SHORT:
            return int(value)
    return 1
