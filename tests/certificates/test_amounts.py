"""Amounts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.certificates.amounts import MOST, rupiah_in_words

INDONESIAN = {
    0: "nol",
    10: "sepuluh",
    11: "sebelas",
    15: "lima belas",
    21: "dua puluh satu",
    100: "seratus",
    110: "seratus sepuluh",
    999: "sembilan ratus sembilan puluh sembilan",
    1_000: "seribu",
    1_001: "seribu satu",
    2_000: "dua ribu",
    10_000: "sepuluh ribu",
    11_000: "sebelas ribu",
    100_000: "seratus ribu",
    101_000: "seratus satu ribu",
    1_000_000: "satu juta",
    1_100_000: "satu juta seratus ribu",
    25_500_000: "dua puluh lima juta lima ratus ribu",
    1_000_000_000: "satu miliar",
    9_999_999_999: (
        "sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan "
        "ribu sembilan ratus sembilan puluh sembilan"
    ),
}
ENGLISH = {
    0: "zero",
    13: "thirteen",
    40: "forty",
    42: "forty-two",
    100: "one hundred",
    1_015: "one thousand fifteen",
    1_000_000: "one million",
    2_300_000_001: "two billion three hundred million one",
}
SPELLED = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip


@pytest.mark.parametrize(("amount", "words"), INDONESIAN.items())
def test_in_indonesian(amount: int, words: str) -> None:
    assert rupiah_in_words(amount, "id") == f"{words} rupiah"


@pytest.mark.parametrize(("amount", "words"), ENGLISH.items())
def test_in_english(amount: int, words: str) -> None:
    assert rupiah_in_words(amount, "en") == f"{words} rupiah"


def read(words: list[str]) -> int:
    """What Indonesian words say, read by the rules of the language and not by those of the speller."""
    total = hundreds = digit = 0
    for word in words:
        if word in SPELLED:
            digit = SPELLED[word]
        elif word == "belas":
            digit += 10
        elif word == "puluh":
            hundreds, digit = hundreds + digit * 10, 0
        elif word in ("ratus", "seratus"):
            hundreds, digit = hundreds + (digit or 1) * 100, 0
        elif word == "seribu":
            total += 1000
        else:
            scale = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9}[word]
            total, hundreds, digit = total + (hundreds + digit) * scale, 0, 0
    return total + hundreds + digit


@given(st.integers(0, MOST))
def test_the_words_say_the_amount(amount: int) -> None:
    assert read(rupiah_in_words(amount, "id").removesuffix(" rupiah").split()) == amount


@pytest.mark.parametrize("amount", [-1, MOST + 1])
def test_outside_of_what_can_be_spelled(amount: int) -> None:
    with pytest.raises(ValueError, match="spell"):
        rupiah_in_words(amount, "id")
