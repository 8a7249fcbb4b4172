"""The five bins: what is known of each, in both languages, from `bins.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruanghijau.texts import LANGUAGES, Language

_FILE = Path(__file__).parent / "bins.toml"


@dataclass(frozen=True)
class BinFacts:
    """What one language says of a bin; the fields are those of the mission's table."""

    name: str
    bin_color: str
    examples: tuple[str, ...]
    processing: str
    decomposition: str
    recyclability: str
    disposal: str
    environmental_impact: str
    recycling_options: str


@dataclass(frozen=True)
class Bin:
    """One bin. `colour` is for screens, as `#RRGGBB`; `icon` is a name of Material Symbols."""

    category: str
    colour: str
    icon: str
    sources: tuple[str, ...]
    facts: dict[Language, BinFacts]


@cache
def bins() -> dict[str, Bin]:
    """Every bin by its category, in the mission's order. Read once."""
    held = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {category: _bin(category, about) for category, about in held.items()}


def _bin(category: str, about: dict[str, Any]) -> Bin:
    facts = {
        language: BinFacts(**{**about[language], "examples": tuple(about[language]["examples"])})
        for language in LANGUAGES
    }
    return Bin(category, about["colour"], about["icon"], tuple(about["sources"]), facts)
