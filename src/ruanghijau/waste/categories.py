"""What a detection can be called."""

from enum import StrEnum

UNSURE = "tidak yakin"
"""Stands in the place of a bin where the detector recommends none."""


class WasteCategory(StrEnum):
    """The five bins, and what belongs in none of them."""

    organik = "organik"
    anorganik = "anorganik"
    kertas = "kertas"
    kaca = "kaca"
    logam = "logam"
    lainnya = "lainnya"
