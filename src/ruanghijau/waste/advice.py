"""What a person is told beside the bin: tips of three kinds, finer kinds by name, and how to take a better
photo when the detector is not sure.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruanghijau.ai.waste import Result
from ruanghijau.texts import Language
from ruanghijau.waste.bins import BinFacts, bins

_FILE = Path(__file__).parent / "advice.toml"


@dataclass(frozen=True)
class Advice:
    """`message` and `retake` are empty where the detector is sure."""

    disposal: str
    environmental_impact: str
    recycling_options: str
    message: str | None = None
    retake: tuple[str, ...] = ()


def advice(result: Result, language: Language) -> Advice:
    """The advice for what a photo shows: that of its bin, or how to find out when none is sure."""
    if not result.uncertain:
        sure = facts(result.best.name, language)
        return Advice(sure.disposal, sure.environmental_impact, sure.recycling_options)
    first, second = (facts(share.name, language) for share in result.two_likeliest)
    names = {
        "first": first.name,
        "first_color": first.bin_color,
        "second": second.name,
        "second_color": second.bin_color,
    }
    unsure = _texts()["unsure"][language]
    return Advice(
        disposal=unsure["disposal"].format(**names),
        environmental_impact=unsure["environmental_impact"],
        recycling_options=unsure["recycling_options"],
        message=unsure["message"].format(**names),
        retake=tuple(unsure["retake"]),
    )


def facts(category: str, language: Language) -> BinFacts:
    """What this language says of a bin."""
    return bins()[category].facts[language]


def kind_name(kind: str, language: Language) -> str:
    """A finer kind in words; its own name where a newer model knows more kinds than `advice.toml`."""
    name: str = _texts()["kinds"].get(kind, {}).get(language, kind)
    return name


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
