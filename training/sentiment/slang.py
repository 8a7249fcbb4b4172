"""The slang table that ships: our own spellings, then IndoCollex's where they name one word of letters
only.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_LETTERS = re.compile(r"[a-z][a-z'-]*")
_LONGEST = 3
"""Words that an informal one may stand for; longer entries are explanations rather than spellings."""
_ORDINARY = frozenset(
    word
    for line in (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)


def shipped_slang(
    own: dict[str, str], indocollex: Iterable[tuple[str, str]], words: Counter[str]
) -> dict[str, str]:
    """Our own entries and the fitting ones of IndoCollex.

    A spelling that the corpus (`words`, with counts) uses more than its standard form is a word of its own.
    """
    table = dict(own)
    for informal, formal in indocollex:
        if informal in table or informal in _ORDINARY or not _fits(informal, formal):
            continue
        if words[informal] <= words[formal.split()[0]]:
            table[informal] = own.get(formal, formal)
    return dict(sorted(table.items()))


def _fits(informal: str, formal: str) -> bool:
    if not _LETTERS.fullmatch(informal) or informal == formal:
        return False
    parts = formal.split()
    return 0 < len(parts) <= _LONGEST and all(_LETTERS.fullmatch(part) for part in parts)
