"""Amounts written out, as on a receipt: what is spelled is hard to alter."""

from collections.abc import Callable

_ID = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_EN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((1_000_000_000, "miliar", "billion"), (1_000_000, "juta", "million"), (1_000, "ribu", "thousand"))
MOST = 999_999_999_999


def rupiah_in_words(amount: int, language: str) -> str:
    """Whole rupiah from 0 to `MOST` in words: `seratus ribu rupiah`. Raises `ValueError` outside of that."""
    if not 0 <= amount <= MOST:
        raise ValueError(f"not an amount to spell out: {amount}")
    words = _english(amount) if language == "en" else _indonesian(amount)
    return f"{words} rupiah"


def _indonesian(number: int) -> str:
    if number < 12:
        return _ID[number]
    if number < 20:
        return f"{_ID[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ID[number // 10]} puluh", number % 10, _indonesian)
    if number < 1000:
        hundreds = "seratus" if number < 200 else f"{_ID[number // 100]} ratus"
        return _joined(hundreds, number % 100, _indonesian)
    if number < 2000:
        return _joined("seribu", number % 1000, _indonesian)
    scale, name, _ = next(one for one in _SCALES if number >= one[0])
    return _joined(f"{_indonesian(number // scale)} {name}", number % scale, _indonesian)


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")
    if number < 1000:
        return _joined(f"{_EN[number // 100]} hundred", number % 100, _english)
    scale, _, name = next(one for one in _SCALES if number >= one[0])
    return _joined(f"{_english(number // scale)} {name}", number % scale, _english)


def _joined(head: str, rest: int, spell: Callable[[int], str]) -> str:
    return f"{head} {spell(rest)}" if rest else head
