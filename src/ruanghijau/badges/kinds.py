"""The badges there are, and what earns each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Badge(StrEnum):
    """Each has its name and description under `badges.<badge>` in the catalogues."""

    benih = "benih"
    tunas = "tunas"
    pohon = "pohon"
    hutan = "hutan"
    tetes = "tetes"
    mata_air = "mata_air"
    samudra = "samudra"


@dataclass(frozen=True)
class Condition:
    """At least so many donations, and so many rupiah in all, that were not given back."""

    donations: int = 1
    rupiah: int = 0


CONDITIONS: Final[dict[Badge, Condition]] = {
    Badge.benih: Condition(donations=1),
    Badge.tunas: Condition(donations=5),
    Badge.pohon: Condition(donations=10),
    Badge.hutan: Condition(donations=25),
    Badge.tetes: Condition(rupiah=100_000),
    Badge.mata_air: Condition(rupiah=1_000_000),
    Badge.samudra: Condition(rupiah=10_000_000),
}


def earned(count: int, total: int) -> set[Badge]:
    """What so many donations of so many rupiah in all earn."""
    return {
        badge for badge, needed in CONDITIONS.items() if count >= needed.donations and total >= needed.rupiah
    }
