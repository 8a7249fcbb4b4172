"""Roots of Indonesian words, by taking off the affixes that the grammar allows.

A light stemmer without a dictionary: a word that is not listed is looked up by its root, so a wrong root
costs no more than not finding it. Forms follow the standard grammar (Alwi et al., Tata Bahasa Baku Bahasa
Indonesia).
"""

_SUFFIXES = ("lah", "kah", "pun", "nya", "kan", "ku", "mu", "an", "i")
_SHORTEST = 4
# meN- and peN- swallow the first letter of some roots; the vowel after them tells which one to put back.
_NASAL = (
    ("meny", "s"), ("peny", "s"), ("menge", ""), ("penge", ""), ("meng", ""), ("peng", ""),
    ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"), ("me", ""), ("pe", ""),
)  # fmt: skip
_PREFIXES = ("memper", "diper", "keter", "ber", "ter", "per", "di", "nge", "ng")
_VOWELS = frozenset("aeiou")


def root(word: str) -> str:
    """The root of a lower-case word, or the word itself: "membantu" to "bantu", "ketidaknyamanan" to
    "nyaman".
    """
    if "-" in word:
        first, _, second = word.partition("-")
        word = first if second.startswith(first[:3]) else word
    if word.startswith("ketidak"):
        return root(word[7:])
    bare = _without_suffix(word)
    if word.startswith("ke") and word.endswith("an") and len(bare) - 2 >= _SHORTEST - 1:
        return bare[2:]
    return _without_prefix(bare)


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


def _without_prefix(word: str) -> str:
    for prefix, swallowed in _NASAL:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _SHORTEST - 1:
            return swallowed + rest if swallowed and rest[0] in _VOWELS else rest
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return word[len(prefix) :]
    return word
