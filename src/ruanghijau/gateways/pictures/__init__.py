"""Turns whatever a person uploads into a picture that is safe to keep and to show.

A pure library: bytes in, bytes out. It knows nothing of HTTP, of the database or of where files lie.
"""

from ruanghijau.gateways.pictures.names import random_key, thumbnail_key
from ruanghijau.gateways.pictures.picture import Picture, prepare_picture
from ruanghijau.gateways.pictures.rules import PictureLimits, PictureProblem, PictureRefused

__all__ = [
    "Picture",
    "PictureLimits",
    "PictureProblem",
    "PictureRefused",
    "prepare_picture",
    "random_key",
    "thumbnail_key",
]
