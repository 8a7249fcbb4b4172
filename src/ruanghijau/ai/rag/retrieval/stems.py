"""Roots of Indonesian words, for an index in which "pengomposan" finds "mengompos".

PySastrawi (Nazief and Adriani's algorithm with a dictionary of roots) does the standard language. Around it
stands what it lacks: the household and environmental words that its dictionary does not have, the
colloquial affixes of chat ("ngolah", "bersihin"), and a cache that is bounded and safe to share between
threads.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

CACHED_WORDS = 65_536
"""Words whose root is remembered: some 10 MB, several times the vocabulary of the shipped knowledge base."""

_LONGEST = 32  # letters; "mempertanggungjawabkannya" has 25, what is longer is no word
_ROOTS = (
    "biopori", "bokashi", "dropbox", "ecobrick", "ekobrik", "emisi", "geotekstil", "hidroponik", "internet",
    "inverter", "komposter", "lamun", "lindi", "listrik", "mangrove", "maggot", "mikrohidro",
    "mikroplastik", "mulsa", "plastik", "posting", "pupuk", "relawan", "resapan", "septik", "serasah",
    "sukarelawan", "takakura", "token", "tungku",
)  # fmt: skip
# Entries of PySastrawi's dictionary that a common word is wrongly cut down to: "memilah" to "mem".
_NOT_ROOTS = ("mem", "men", "mi", "meng", "per", "ber")
_CLITICS = ("nya", "kah", "lah", "pun")
_SHORTEST_STEM = 4
_SHORTEST_ROOT = 4


class _Words(Protocol):
    def stem_singular_word(self, word: str) -> str: ...


def _sastrawi() -> tuple[_Words, dict[str, str]]:
    stemmer = StemmerFactory().create_stemmer().delegatedStemmer
    stemmer.dictionary.add_words(_ROOTS)
    for word in _NOT_ROOTS:
        stemmer.dictionary.words.pop(word, None)
    return stemmer, stemmer.dictionary.words


_STEMMER, _DICTIONARY = _sastrawi()


def is_root(word: str) -> bool:
    """Whether the dictionary has the word itself as a root: such a word is not a misspelling."""
    return word in _DICTIONARY


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """The root of a lower-case word without hyphens; the word itself where no rule finds one."""
    if not word.isalpha() or len(word) > _LONGEST:
        return word
    root = _STEMMER.stem_singular_word(word)
    if root != word or word in _DICTIONARY:
        return str(root)
    return colloquial_root(word) or _without_clitic(word)


def colloquial_root(word: str) -> str | None:
    """The root of a word that only chat forms so ("ngolah", "bersihin", "deket"); none for other words."""
    if (
        word.isalpha()
        and _SHORTEST_STEM < len(word) <= _LONGEST
        and _STEMMER.stem_singular_word(word) not in _DICTIONARY
    ):
        for reading in _readings(_without_clitic(word)):
            root = _STEMMER.stem_singular_word(reading)
            if root in _DICTIONARY and len(root) >= _SHORTEST_ROOT:
                return str(root)
    return None


def _readings(word: str) -> Iterator[str]:
    """What chat makes of standard forms: "me-" is dropped, "-kan" is "-in", the last a is spoken as e."""
    bare = word[:-2] if word.endswith("in") and len(word) - 2 >= _SHORTEST_STEM else word
    if bare != word:
        yield bare
    if word.startswith("nge"):
        yield bare[3:]
    if word.startswith(("n", "m")):
        yield f"me{bare}"
    at = bare.rfind("e")
    if at > 0 and at >= len(bare) - 3:
        yield f"{bare[:at]}a{bare[at + 1 :]}"
        if word.startswith("n"):
            yield f"me{bare[:at]}a{bare[at + 1 :]}"


def _without_clitic(word: str) -> str:
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST_STEM:
            return word[: -len(clitic)]
    return word
