"""Step 1 of the analysis: from raw text to words in their normal form.

`read` keeps for every word what the writer wrote (`surface`) and what it is looked up as (`form`): lower
case, without drawn-out letters ("baguuus"), slang put into standard Indonesian ("ga" to "tidak") and
without the enclitics that only point ("aplikasinya" to "aplikasi"). Emoji and emoticons become a word such
as ":senang:".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST_TEXT = 10_000
"""Characters that are read; what follows is left unread, so that no text can hold up a worker."""

NUMBER = "0"
"""The form of every number: which one it is says nothing of how somebody feels."""

_WORD_OR_SIGN = re.compile(
    r"https?://\S+|www\.\S+|@\w+"
    r"|__[a-z]+__"
    r"|[:;=][-'^]?(?:[)(/|*]+|[DdPp3](?!\w))|x[dD]+(?!\w)|XD+(?!\w)|<3|</3|T_T|\^_*\^|-_+-"
    r"|[^\W_]+(?:['’`-][^\W_]+)*"
    r"|[!?]+|[.,;…]+|[^\w\s]"
)
_DRAWN_OUT = re.compile(r"(\D)\1{2,}")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+")
_TWICE = re.compile(r"^([a-z]{3,})2(nya|an)?$")
_STOPS = frozenset(".,;…")
_SKIN_AND_VARIATION = frozenset("\ufe0e\ufe0f\u200d") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
_KEEPS_NYA = frozenset(
    {"hanya", "punya", "tanya", "banyak", "biasanya", "akhirnya", "sebenarnya", "harusnya"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign or face of the text: as written, and in the form under which it is listed."""

    surface: str
    form: str

    @property
    def ends_clause(self) -> bool:
        return self.form in {".", "!", "?", ","}

    @property
    def ends_sentence(self) -> bool:
        return self.form in {".", "!", "?"}


class Reader:
    """Reads text into words; `known` are forms never to be altered, `slang` maps informal to standard
    ones.
    """

    def __init__(self, slang: Mapping[str, str], faces: Mapping[str, str], known: frozenset[str]) -> None:
        self._slang = slang
        self._faces = faces
        self._known = known

    def read(self, text: str) -> list[Word]:
        return [
            Word(piece, form)
            for piece in _WORD_OR_SIGN.findall(_composed(text[:LONGEST_TEXT]))
            for form in self._forms_of(piece)
        ]

    def _forms_of(self, piece: str) -> Iterator[str] | tuple[str, ...]:
        if (face := self._faces.get(piece)) is not None:
            return (face,)
        if piece.isdecimal():
            return (NUMBER,)
        if not piece[0].isalnum():
            return self._sign(piece)
        if piece.startswith(("http://", "https://", "www.")):
            return ()
        return self.forms(piece.lower().replace("’", "'").replace("`", "'"))

    def _sign(self, piece: str) -> tuple[str, ...]:
        if piece[0] in "!?":
            return ("?",) if "?" in piece else ("!",)
        if piece[0] in _STOPS:
            return (",",) if piece[0] in ",;" else (".",)
        if (face := self._faces.get(piece[:2])) is not None:
            return (face,)
        return ()

    def forms(self, word: str) -> tuple[str, ...]:
        """The normal forms of one lower-case word: usually one, more where slang stands for several words."""
        if word == "nya":  # split off its noun by some tokenisers; it says nothing by itself
            return ()
        return tuple(
            self._without_enclitic(part) for part in self._standard(word).split() if part and part != "nya"
        )

    def _standard(self, word: str) -> str:
        if word in self._known:
            return self._slang.get(word, word)
        for candidate in _spellings(word):
            if candidate in self._slang:
                return self._slang[candidate]
            if candidate in self._known or self._without_enclitic(candidate) in self._known:
                return candidate
        return _DRAWN_OUT.sub(r"\1", word)

    def _without_enclitic(self, word: str) -> str:
        if word.endswith("nya") and len(word) > 5 and word not in _KEEPS_NYA:
            stem = word[:-3]
            return self._slang.get(stem, stem) if " " not in self._slang.get(stem, "") else stem
        return word


def _composed(text: str) -> str:
    """One code point for one letter, styled letters made plain, and no skin tones or variation selectors."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if sign not in _SKIN_AND_VARIATION)


def _spellings(word: str) -> Iterator[str]:
    """What a writer may have meant, most literal first: "bagusss", "maaaf", "teman2", "mantapp"."""
    yield word
    if repeated := _TWICE.match(word):
        yield f"{repeated[1]}-{repeated[1]}{repeated[2] or ''}"
        yield repeated[1]
    yield _DRAWN_OUT.sub(r"\1", word)
    yield _DRAWN_OUT.sub(r"\1\1", word)
    yield _DOUBLED.sub(r"\1", _DRAWN_OUT.sub(r"\1", word))
