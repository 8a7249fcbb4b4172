"""From text as people write it to the terms of the index.

The same reading is used for passages and questions, so both meet in one form: lower case, compatibility
forms composed, accents dropped, chat spellings put into standard Indonesian, doubled words once, numbers
and law references in one notation, words that carry no subject left out, and the rest as roots.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from ruanghijau.ai.rag.retrieval.stems import colloquial_root, stem

_FIGURE = r"\d+(?:[.:/]\d+)*"
_TOKEN = re.compile(rf"{_FIGURE}|[^\W\d_]+(?:['’-][^\W\d_]+)*(?:{_FIGURE})?")
_WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d])")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_RATIO = re.compile(r"(?<=\d)\s*:\s*(?=\d)")
# "UU Nomor 18 Tahun 2008" and "UU No. 18/2008" are one reference.
_LAW = re.compile(r"\b(?:nomor|no\.?)?\s*(\d{1,3})\s*(?:/|tahun|thn|th\.?)\s*(\d{4})\b")
_DRAWN_OUT = re.compile(r"([^\Wivxcm\d])\1{2,}")  # the letters of Roman numerals are left: XIII, XXX
_TWICE = re.compile(r"^([^\W\d_]{3,})2$")
_LETTERS_THEN_NUMBER = re.compile(rf"^([^\W\d_]{{2,}})({_FIGURE})$")
_TWICE_WITH_SUFFIX = re.compile(r"(?<=[^\W\d_]{3})2(?=(?:nya|an)\b)")
_MARKS = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"}


def _lines(name: str) -> Iterator[str]:
    text = files("ruanghijau.ai.rag.retrieval").joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _slang() -> dict[str, str]:
    rows = (line.partition("\t") for line in _lines("slang.tsv"))
    return {informal: standard for informal, _, standard in rows}


SLANG = _slang()
STOP_WORDS = frozenset(word for line in _lines("stopwords.txt") for word in line.split())


def read(text: str) -> list[str]:
    """The words of a text in their standard spelling, in order, stop words included, not yet stemmed."""
    return [word for token in _TOKEN.findall(_plain(text)) for word in _standard(token)]


def standardised(text: str) -> str:
    """The text with its chat spellings put into standard Indonesian and all else as written, for an embedder.

    "gmn cara ngolah sampah2 di RW?" becomes "bagaimana cara mengolah sampah di RW?".
    """
    text = unicodedata.normalize("NFKC", text).translate(_MARKS)
    if text.isupper():  # shouted: here capitals are no sign of an abbreviation
        text = text.lower()
    return _TOKEN.sub(_respelled, text)


def respelled(text: str, spelling: Callable[[str], str]) -> str:
    """The text with each word replaced by what `spelling` makes of it, in lower case, where that differs.

    A word with a capital inside the text is left: it is a name, which no dictionary can put right.
    """
    return _WORD.sub(lambda found: _changed(found, spelling), text)


def terms(text: str) -> list[str]:
    """The terms of a text under which it is indexed and found: roots and numbers, without stop words."""
    return [term for word in read(text) if (term := term_of(word))]


@lru_cache(maxsize=65_536)
def term_of(word: str) -> str:
    """The term of one standard word, "" for a stop word."""
    if word in STOP_WORDS:
        return ""
    root = stem(word)
    return "" if root in STOP_WORDS else root


def is_number(word: str) -> bool:
    """Whether a word has a digit: a figure, a ratio, a law's number or a code such as "b3"."""
    return any(sign.isdigit() for sign in word)


def _plain(text: str) -> str:
    """Lower case and one notation for figures: 1000.5, 2:1, and 18/2008 for "No. 18 Tahun 2008"."""
    text = _without_accents(unicodedata.normalize("NFKC", text).translate(_MARKS).lower())
    text = _THOUSANDS.sub(lambda found: found[0].replace(".", ""), text)
    text = _RATIO.sub(":", _DECIMAL_COMMA.sub(".", text))
    text = _LAW.sub(r" \1/\2 ", text)
    return _DRAWN_OUT.sub(r"\1", _TWICE_WITH_SUFFIX.sub("", text))


def _without_accents(text: str) -> str:
    """Latin letters as people type them: "El Niño" is asked as "el nino"."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@lru_cache(maxsize=65_536)
def _standard(token: str) -> tuple[str, ...]:
    if token[0].isdigit():
        return _figure(token)
    if doubled := _TWICE.match(token):
        token = doubled[1]
    if (standard := _from_slang(token)) is not None:
        return tuple(standard.split())
    if glued := _LETTERS_THEN_NUMBER.match(token):  # "co2", "uu18": the name and its number
        return (*_standard(glued[1]), *_figure(glued[2]))
    if "-" in token:
        return _compound(token.split("-"))
    return (token.replace("'", "").replace("’", ""),)


def _changed(found: re.Match[str], spelling: Callable[[str], str]) -> str:
    written = found[0]
    if found.start() and written[0].isupper():
        return written
    meant = spelling(written.lower())
    return written if written.lower() == meant else meant


def _respelled(found: re.Match[str]) -> str:
    if len(found[0]) > 1 and found[0].isupper():  # an abbreviation with a meaning of its own: "PD", "WA"
        return found[0]
    token = found[0].lower()
    bare = _TWICE_WITH_SUFFIX.sub("", _DRAWN_OUT.sub(r"\1", token))
    once = doubled[1] if (doubled := _TWICE.match(bare)) else bare
    standard = _from_slang(once)
    if standard is None and not found[0][0].isupper():
        standard = colloquial_root(once)
    return standard or (found[0] if once == token else once)


def _from_slang(token: str) -> str | None:
    if token not in SLANG and token.endswith("nya"):
        token = token.removesuffix("nya")
    return SLANG.get(token)


def _compound(parts: list[str]) -> tuple[str, ...]:
    """Doubled words once ("sampah-sampah", "sayur-sayuran"), other compounds as their parts."""
    words = [word for part in parts for word in _standard(part)]
    return tuple(words[:1]) if len({stem(word) for word in words}) == 1 else tuple(words)


def _figure(token: str) -> tuple[str, ...]:
    """A law's number is found whole and by its parts: "18/2008", "18" and "2008"."""
    number, _, year = token.partition("/")
    return (token, number, year) if year.isdigit() and number.isdigit() else (token,)
