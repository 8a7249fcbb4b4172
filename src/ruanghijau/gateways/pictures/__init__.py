"""Turns whatever a person uploads into a picture that is safe to keep and to show.

A pure library: bytes in, bytes out. It knows nothing of HTTP, of the database or of where files lie.
"""

from ruanghijau.gateways.pictures.names import random_key, thumbnail_key
from ruanghijau.gateways.pictures.picture import Picture, encoded, prepare_picture
from ruanghijau.gateways.pictures.rules import PictureLimits, PictureProblem, PictureRefused

__all__ = [
    "Picture",
    "PictureLimits",
    "PictureProblem",
    "PictureRefused",
    "encoded",
    "prepare_picture",
    "random_key",
    "thumbnail_key",
]
