"""Step 2: the lexicon, read once from the data files beside this module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ruanghijau.ai.sentiment.modifiers import Modifiers
from ruanghijau.ai.sentiment.words import Reader

ROOT = "~"
"""Marks a row that stands for every word of a root: "~bantu" for "membantu", "terbantu", "bantuan"."""
OTHER = "*"
"""Marks a negator's row for words of which nothing is known: "tidak *"."""

CURVE = "@"
"""Marks the four rows that hold the curve."""


class Weight(NamedTuple):
    """What an expression says: `polarity` for or against, and `matter`, how matter-of-fact it is."""

    polarity: float
    matter: float


@dataclass(frozen=True, slots=True)
class Curve:
    """How the weights of a text become its score; docs/sentiment.md derives it.

    `base` is how matter-of-fact a text is before its first word, `floor` the least it can be; `softness` is
    how much polarity beyond the border brings the score towards 1; `scale` turns weights into log-odds for
    the confidence.
    """

    base: float
    floor: float
    softness: float
    scale: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    weights: Mapping[str, Weight]
    modifiers: Modifiers
    reader: Reader
    curve: Curve


@cache
def shipped() -> Lexicon:
    """The lexicon of this package."""
    weights = {row[0]: Weight(float(row[1]), float(row[2])) for row in _rows("lexicon.tsv")}
    curve = Curve(*(weights.pop(CURVE + name).polarity for name in ("base", "floor", "softness", "scale")))
    return assemble(weights, curve)


def assemble(weights: Mapping[str, Weight], curve: Curve) -> Lexicon:
    """A lexicon of given weights with this package's slang, faces and modifiers."""
    return Lexicon(weights, modifiers(), reader(frozenset(weights)), curve)


def modifiers() -> Modifiers:
    return Modifiers.of((word, role, float(value)) for word, role, value in _rows("modifiers.tsv"))


def reader(listed: frozenset[str]) -> Reader:
    """A reader that leaves the listed words alone; words of the modifiers count as listed."""
    words = (row.split(" ")[-1] for row in listed)
    known = frozenset(words) | modifiers().forms
    return Reader(_pairs("slang.tsv"), _pairs("faces.tsv"), known)


def _pairs(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in _rows(name)}


def _rows(name: str) -> Iterator[list[str]]:
    lines = files("ruanghijau.ai.sentiment").joinpath(name).read_text(encoding="utf-8").splitlines()
    body = (line for line in lines if line and not line.startswith("# "))
    next(body)
    return (line.split("\t") for line in body)
